package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// lockOutput keeps a second build from writing into the same folder at the same time. The lock is a file beside the
// folder that holds the number of the process, and that the system holds locked as long as the process lives: the file of
// a build that was killed is in nobody's way. The result gives the lock back.
func lockOutput(out string) (unlock func(), err error) {
	at, err := place(out)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", out, reason(err))
	}
	name := sibling(at, ".lock")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Dir(name), reason(err))
	}
	for range 100 {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, reason(err))
		}
		free, err := lockFile(f)
		if err != nil || !free {
			pid := holder(f)
			f.Close()
			if err == nil {
				err = fmt.Errorf("another build%s is writing there; wait for it to end", pid)
			}
			return nil, fmt.Errorf("%s: %w", out, err)
		}
		if !stands(f, name) { // its last holder took it away between the two steps
			f.Close()
			continue
		}
		if err := sign(f); err != nil {
			os.Remove(name)
			f.Close()
			return nil, fmt.Errorf("%s: %w", name, reason(err))
		}
		return func() {
			os.Remove(name)
			f.Close()
		}, nil
	}
	return nil, fmt.Errorf("%s: another build is writing there", out)
}

// stands reports whether a name still means the open file.
func stands(f *os.File, name string) bool {
	a, err1 := f.Stat()
	b, err2 := os.Lstat(name)
	return err1 == nil && err2 == nil && os.SameFile(a, b)
}

// sign writes the number of this process into the lock.
func sign(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// holder names the process that a lock tells of, for a message: ", process 12,", or "".
func holder(f *os.File) string {
	if pid := pidIn(f); pid > 0 {
		return fmt.Sprintf(", process %d,", pid)
	}
	return ""
}

func pidIn(f *os.File) int {
	b := make([]byte, 32)
	n, _ := f.ReadAt(b, 0)
	pid, _ := strconv.Atoi(strings.TrimSpace(string(b[:n])))
	return pid
}
