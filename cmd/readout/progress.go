package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"readout/internal/pipeline"
)

// A build that is done at once shows nothing. One that takes longer shows a bar on a terminal, in one line that is written
// over and taken away at the end; elsewhere, as in the log of a workflow, it says now and then in a line how far it is.

const (
	barAfter  = 500 * time.Millisecond // of building without a word
	barEvery  = 100 * time.Millisecond
	lineEvery = 20 * time.Second
	barWidth  = 30
)

// progress shows how far a build is.
type progress struct {
	w     io.Writer
	bar   bool
	clock func() time.Time

	mu    sync.Mutex
	next  time.Time // when something is to be shown again
	shown int       // columns of the bar that stands on the terminal
}

// newProgress shows progress on w from now on.
func newProgress(w io.Writer, bar bool, clock func() time.Time) *progress {
	wait := lineEvery
	if bar {
		wait = barAfter
	}
	return &progress{w: w, bar: bar, clock: clock, next: clock().Add(wait)}
}

// step is a pipeline.Progress.
func (p *progress) step(step pipeline.Step, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock()
	if now.Before(p.next) {
		return
	}
	line := fmt.Sprintf("%s %s of %s files", step, grouped(done), grouped(total))
	if !p.bar {
		p.next = now.Add(lineEvery)
		fmt.Fprintln(p.w, line)
		return
	}
	p.next = now.Add(barEvery)
	full := barWidth * done / max(total, 1)
	line = fmt.Sprintf("[%s%s] %s", strings.Repeat("#", full), strings.Repeat(".", barWidth-full), line)
	fmt.Fprintf(p.w, "\r%s%s", line, strings.Repeat(" ", max(0, p.shown-len(line))))
	p.shown = len(line)
}

// end takes the bar away.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}

// build builds and shows how far it is, unless quiet is wanted.
func (s *shell) build(ctx context.Context, o pipeline.Options, quiet bool) (pipeline.Report, error) {
	if !quiet {
		p := newProgress(s.err, isTerminal(s.err), time.Now)
		o.Progress = p.step
		defer p.end()
	}
	return pipeline.Build(ctx, o)
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
