package search

import (
	"bytes"
	"fmt"
	"maps"
	"testing"

	"readout/internal/archive"
)

// keeper remembers pieces as a publisher does.
type keeper struct {
	keys map[string]archive.Key
	old  map[string][]byte
	kept int
}

// write writes an index as one that stands is brought up to date, and returns all of its files.
func (k *keeper) write(a *archive.Archive, m *Memory) map[string][]byte {
	now := map[string][]byte{}
	keys := map[string]archive.Key{}
	k.kept = 0
	for path, b := range Write(a, Options{Memory: m, Keep: func(path string, key archive.Key) (string, bool) {
		keys[path] = key
		if k.old[path] == nil || k.keys[path] != key {
			return "", false
		}
		now[path] = k.old[path]
		k.kept++
		return sumOf(k.old[path]), true
	}}) {
		now[path] = b
	}
	k.keys, k.old = keys, now
	return now
}

// With a memory, and pieces that stand, the index is the one that is made without.
func TestMemory(t *testing.T) {
	all := many(t, 60)
	for i := range all {
		all[i].Key = fmt.Sprint("key", i)
	}
	k, text := &keeper{}, ""
	for i, n := range []int{60, 60, 59, 40, 41, 60, 0, 5} {
		a := shelve(t, all[:n]...)
		m := ReadMemory(text)
		got := k.write(a, m)
		text = string(m.Bytes())
		if want := collect(Write(a, Options{})); !maps.EqualFunc(got, want, bytes.Equal) {
			t.Errorf("round %d: another index than without a memory", i)
		}
		if i == 1 && k.kept != len(got) {
			t.Errorf("%d of %d pieces are kept where nothing changed", k.kept, len(got))
		}
		if again := ReadMemory(text); string(again.Bytes()) != text {
			t.Errorf("round %d: the memory is not read back as it was", i)
		}
	}
}

func FuzzMemory(f *testing.F) {
	f.Add("")
	f.Add(string((&Memory{words: []string{"a", "b"}, releases: map[archive.Key]string{{1}: "\x01\x05"}, symbols: "x"}).Bytes()))
	f.Fuzz(func(t *testing.T, text string) {
		m := ReadMemory(text)
		readSymbols(m.symbols)
		for _, s := range m.releases {
			eachPosting(s, len(m.words), func(p posting) {
				if int(p.word) >= len(m.words) {
					t.Fatal("a word that is none")
				}
			})
		}
	})
}
