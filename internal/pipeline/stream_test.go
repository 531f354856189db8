package pipeline

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"readout/internal/archive"
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
		err = p.stream(name, nil, func(w io.Writer) error {
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
	if err := p.stream("data/x", nil, func(io.Writer) error { return fault }); !errors.Is(err, fault) {
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
		if err := j.writeTo(&out, n, nil); err != nil {
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
	go func() { done <- j.writeTo(io.Discard, 1, nil) }()
	go func() { done <- j.add(joined+1, nil) }()
	stop()
	for range 2 {
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
}

// What stands in the published file is taken from there part by part, in whatever order it comes, and only where its bytes
// are what they were.
func TestSections(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	part := func(k int) []byte { return bytes.Repeat([]byte{byte('a' + k)}, 1+k*k*7) }
	var made [30]byte // some parts are made of something else and are the same
	key := func(k int) archive.Key { return archive.Key{byte(k + 1), made[k]} }
	name := filepath.Join(t.TempDir(), "file")
	var old []section
	var stood []byte
	var order []int
	for round := range 80 {
		if round%5 != 2 { // else the same again
			order = rng.Perm(30)[:rng.IntN(30)]
		}
		made[rng.IntN(30)]++
		want := []byte("head\n")
		for _, k := range order {
			want = append(want, part(k)...)
		}
		want = append(want, "tail"...)
		spoilt := round%7 == 3
		if spoilt {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for i := range b {
				b[i] = '!'
			}
			mustWrite(t, name, b[:len(b)-min(len(b), rng.IntN(3))])
		}
		from, err := os.Open(name)
		if err != nil {
			from = nil
		}
		var out bytes.Buffer
		s := newSectioned(&out, old, from)
		io.WriteString(s, "head\n")
		fresh := 0
		for _, k := range order {
			if !s.Begin(key(k)) {
				fresh++
				s.Write(part(k))
			}
		}
		s.Begin(archive.Key{})
		io.WriteString(s, "tail")
		if from != nil && !spoilt {
			stands := newStanding(old, from)
			stands.Write([]byte("head\n"))
			for _, k := range order {
				if !stands.Begin(key(k)) {
					stands.Write(part(k))
				}
			}
			stands.Begin(archive.Key{})
			io.WriteString(stands, "tail")
			if stands.same() != bytes.Equal(want, stood) {
				t.Fatalf("round %d: told to stand: %v", round, stands.same())
			}
			if stands.same() && !slices.Equal(stands.now, s.now) {
				t.Fatalf("round %d: other sections", round)
			}
		}
		from.Close()
		stood = want
		if !bytes.Equal(out.Bytes(), want) {
			t.Fatalf("round %d: %d bytes, want %d", round, out.Len(), len(want))
		}
		if spoilt && fresh != len(order) {
			t.Errorf("round %d: %d of %d parts made of a file that was spoilt", round, fresh, len(order))
		}
		mustWrite(t, name, want)
		c := &cutting{s: string(appendSections(nil, s.now))}
		if old = c.sections(); c.bad || c.s != "" || !slices.Equal(old, s.now) {
			t.Fatal("sections are not read back as they were")
		}
		again := newSectioned(io.Discard, old, nil)
		if again.Begin(key(0)) {
			t.Error("a part stands in no file")
		}
	}
}
