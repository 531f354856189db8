package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// lockOutput keeps a second build from writing into the same folder at the same time. The lock is a file beside the
// folder that holds the number of the process; one whose process is gone is taken over. The result gives the lock back.
func lockOutput(out string) (unlock func(), err error) {
	name := filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".lock")
	for range 3 {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err == nil {
			_, err = fmt.Fprintln(f, os.Getpid())
			if e := f.Close(); err == nil {
				err = e
			}
			if err != nil {
				os.Remove(name)
				return nil, fmt.Errorf("%s: %w", name, reason(err))
			}
			return func() { os.Remove(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("%s: %w", name, reason(err))
		}
		b, err := os.ReadFile(name)
		if err != nil {
			continue // given back in this moment
		}
		pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
		if err == nil && pid != os.Getpid() && running(pid) {
			return nil, fmt.Errorf("%s: another build, process %d, is writing there; wait for it, or remove %s", out, pid, name)
		}
		if err == nil && pid == os.Getpid() {
			return nil, fmt.Errorf("%s: another build of this process is writing there", out)
		}
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: %w", name, reason(err))
		}
	}
	return nil, fmt.Errorf("%s: another build is writing there", out)
}

// running reports whether a process exists. In doubt it does.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
