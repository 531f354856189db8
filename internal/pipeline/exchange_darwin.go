package pipeline

import "golang.org/x/sys/unix"

// exchangeNames gives each of two folders the name of the other in one step.
func exchangeNames(a, b string) error { return unix.RenamexNp(a, b, unix.RENAME_SWAP) }
