package pipeline

import (
	"context"
	"io"
	"sync"
)

// joiner brings pieces that are made at the same time, begun in order, back into their order. Few are held at a time.
type joiner struct {
	ctx     context.Context
	unwatch func() bool

	mu      sync.Mutex
	moved   *sync.Cond
	next    int            // piece to be written
	waiting map[int][]byte // pieces from next on
	free    [][]byte       // room of pieces that were written
}

// joined is how many pieces may wait for one that takes longer.
const joined = 64

// newJoiner makes a joiner whose callers wait no longer than the context lasts.
func newJoiner(ctx context.Context) *joiner {
	j := &joiner{ctx: ctx, waiting: map[int][]byte{}}
	j.moved = sync.NewCond(&j.mu)
	j.unwatch = context.AfterFunc(ctx, func() {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.moved.Broadcast()
	})
	return j
}

func (j *joiner) close() { j.unwatch() }

// add hands over piece i, of which a copy is kept.
func (j *joiner) add(i int, piece []byte) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	for i >= j.next+joined && j.ctx.Err() == nil {
		j.moved.Wait()
	}
	var room []byte
	if n := len(j.free); n > 0 {
		room, j.free = j.free[n-1], j.free[:n-1]
	}
	j.waiting[i] = append(room[:0], piece...)
	j.moved.Broadcast()
	return j.ctx.Err()
}

// writeTo writes n pieces in order as they come. begin is called before each; nil tells nobody.
func (j *joiner) writeTo(w io.Writer, n int, begin func(i int)) error {
	for i := range n {
		piece, err := j.take()
		if err != nil {
			return err
		}
		if begin != nil {
			begin(i)
		}
		if _, err := w.Write(piece); err != nil {
			return err
		}
		j.mu.Lock()
		j.free = append(j.free, piece)
		j.mu.Unlock()
	}
	return nil
}

func (j *joiner) take() ([]byte, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for {
		piece, ok := j.waiting[j.next]
		if ok {
			delete(j.waiting, j.next)
			j.next++
			j.moved.Broadcast()
			return piece, nil
		}
		if err := j.ctx.Err(); err != nil {
			return nil, err
		}
		j.moved.Wait()
	}
}
