package document

import "sync"

// rooms are slices that are done with, for others of their kind: what one text needed for a while serves the next, which is
// a third less for the garbage collector. Several goroutines may use them; nil rooms keep nothing.
type rooms[T any] struct{ free sync.Pool }

// largestRoom is how many things a slice may have room for that is kept.
const largestRoom = 1 << 15

// get returns an empty slice with room for n things.
func (r *rooms[T]) get(n int) []T {
	if r != nil {
		if room, ok := r.free.Get().(*[]T); ok && cap(*room) >= n {
			return (*room)[:0]
		}
	}
	return make([]T, 0, n)
}

// put gives a slice back that nobody will use again.
func (r *rooms[T]) put(room []T) {
	if r != nil && cap(room) > 0 && cap(room) <= largestRoom {
		r.free.Put(&room)
	}
}
