// Package main is the command readout: flags in, one call, lines out.
package main

import (
	"os"
	"runtime"
)

// ballast is memory that is never touched, and so never takes room, but that the garbage collector counts. Without it the
// lexicon, which is most of what lives while releases are read, would be looked through after every 7 MB that they take;
// with it after every 40.
const ballast = 32 << 20

func main() {
	b := make([]byte, ballast)
	code := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(b)
	os.Exit(code)
}
