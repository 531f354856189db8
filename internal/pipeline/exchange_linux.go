package pipeline

import "golang.org/x/sys/unix"

// exchangeNames gives each of two folders the name of the other in one step.
func exchangeNames(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}
