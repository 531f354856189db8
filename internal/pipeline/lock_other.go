//go:build !linux && !darwin

package pipeline

import (
	"errors"
	"os"
	"syscall"
)

// lockFile reports whether no living process stands in the lock. Unlike where the system itself keeps locks, two builds
// that begin in the same moment may both be let through.
func lockFile(f *os.File) (bool, error) {
	pid := pidIn(f)
	if pid <= 0 || pid == os.Getpid() {
		return true, nil
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return true, nil
	}
	err = p.Signal(syscall.Signal(0))
	return err != nil && !errors.Is(err, syscall.EPERM), nil
}
