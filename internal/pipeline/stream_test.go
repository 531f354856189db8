package pipeline

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// A streamed file is published like any other, and touched only where it differs.
func TestStream(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	const name = "data/large.csv"
	large := bytes.Repeat([]byte("a line of a table that is long\n"), 20000)
	changed := bytes.Clone(large)
	changed[len(changed)-2] = '!'
	for _, c := range []struct {
		why  string
		text []byte
		want Written
	}{
		{"new", large, Written{New: 1}},
		{"the same", large, Written{Unchanged: 1}},
		{"its end differs", changed, Written{Changed: 1}},
		{"shorter", changed[:len(changed)-40], Written{Changed: 1}},
		{"longer", changed, Written{Changed: 1}},
		{"empty", nil, Written{Changed: 1}},
		{"still empty", nil, Written{Unchanged: 1}},
	} {
		p, err := newPublisher(out, "test", false)
		if err != nil {
			t.Fatal(err)
		}
		err = p.stream(name, func(w io.Writer) error {
			for rest := c.text; len(rest) > 0; { // in odd pieces
				n := min(len(rest), 70001)
				if _, err := w.Write(rest[:n]); err != nil {
					return err
				}
				rest = rest[n:]
			}
			return nil
		})
		if err != nil {
			t.Fatalf("%s: %v", c.why, err)
		}
		got, err := p.finish()
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v; want %+v", c.why, got, err, c.want)
		}
		b, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(b, c.text) {
			t.Errorf("%s: %d bytes are published, %v; want %d", c.why, len(b), err, len(c.text))
		}
		if bad, err := Changed(out); err != nil || len(bad) > 0 {
			t.Errorf("%s: %v %v", c.why, bad, err)
		}
	}
}

func TestStreamFails(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	p, err := newPublisher(out, "test", false)
	if err != nil {
		t.Fatal(err)
	}
	fault := errors.New("fault")
	if err := p.stream("data/x", func(io.Writer) error { return fault }); !errors.Is(err, fault) {
		t.Error(err)
	}
	p.abandon()
	if left, err := os.ReadDir(filepath.Dir(out)); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}

// Pieces come out in order, however they come in; who is far ahead waits.
func TestJoiner(t *testing.T) {
	const n = 1000
	j := newJoiner(t.Context())
	defer j.close()
	todo := make(chan int)
	var workers sync.WaitGroup
	for range 4 {
		workers.Go(func() {
			for i := range todo {
				for range rand.IntN(50) {
					_ = make([]byte, 100)
				}
				if err := j.add(i, []byte{byte(i), byte(i >> 8)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	var out bytes.Buffer
	workers.Go(func() {
		if err := j.writeTo(&out, n); err != nil {
			t.Error(err)
		}
	})
	for i := range n {
		todo <- i
	}
	close(todo)
	workers.Wait()
	for i := range n {
		if b := out.Next(2); len(b) != 2 || int(b[0])|int(b[1])<<8 != i {
			t.Fatalf("piece %d is %v", i, b)
		}
	}
}

func TestJoinerStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	j := newJoiner(ctx)
	defer j.close()
	done := make(chan error, 2)
	go func() { done <- j.writeTo(io.Discard, 1) }()
	go func() { done <- j.add(joined+1, nil) }()
	stop()
	for range 2 {
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
}
