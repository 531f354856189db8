package pipeline

import "sync/atomic"

// Step is a part of a build that takes its time.
type Step string

// The steps, in order.
const (
	StepRead Step = "reading" // files of the collection
	StepMake Step = "making"  // files of the site
)

// Progress is told how far a step is: done of total files. It is called from several goroutines, often, and should be
// quick. A nil Progress is told nothing.
type Progress func(step Step, done, total int)

// step returns what is to be called for each file that is done.
func (p Progress) step(s Step, total int) func() {
	if p == nil || total == 0 {
		return func() {}
	}
	var done atomic.Int64
	p(s, 0, total)
	return func() { p(s, int(done.Add(1)), total) }
}
