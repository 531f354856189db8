package pipeline

import (
	"os"
	"runtime/debug"
)

// What a build may hold in memory before the collector is asked to work harder: a base, and what a file of a few thousand
// bytes needs on the way from bytes to pages, with some to spare. Below that there is no hurry to collect: a build is
// short, and collecting at the usual pace takes a seventh of it.
const (
	memoryBase    = 344 << 20
	memoryPerFile = 33 << 10
	lazyPercent   = 400
)

// What a build in which nearly all is remembered may hold. It makes little garbage, and is over before collecting pays.
const (
	editBase    = 640 << 20
	editPerFile = 32 << 10
)

// collectSeldom lets all garbage lie for such a build. What it changes is put back by what collectLazily returned.
func collectSeldom(files int) {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(-1)
		debug.SetMemoryLimit(editBase + int64(files)*editPerFile)
	}
}

// collectLazily lets garbage lie while there is memory, for a build of so many files. The result puts things back as they
// were. Whoever sets GOGC or GOMEMLIMIT is obeyed instead.
func collectLazily(files int) (back func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent := debug.SetGCPercent(lazyPercent)
	limit := debug.SetMemoryLimit(memoryBase + int64(files)*memoryPerFile)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
