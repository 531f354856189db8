package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	var none table
	if none.find("") != -1 || none.find("a") != -1 {
		t.Error("an empty table finds something")
	}
	var keys []string
	for n := range 40 { // every length, so that every way of reading a key's end is taken
		for _, letter := range "abc" {
			keys = append(keys, strings.Repeat("x", n)+string(letter))
		}
	}
	for i := range 5000 {
		keys = append(keys, fmt.Sprint("key ", i))
	}
	keys = append(keys, "", "한국", "南北")
	tab := newTable(keys)
	for i, k := range keys {
		if got := tab.find(k); got != i {
			t.Fatalf("find(%q) = %d, want %d", k, got, i)
		}
		if k != "" && tab.find(k+"?") != -1 {
			t.Fatalf("found %q", k+"?")
		}
	}
}

func TestLists(t *testing.T) {
	m := map[string][]int32{"b": {3, 1}, "a": {2}, "c": nil, "": {7}}
	l := newLists(m)
	for k, want := range m {
		if got := l.of(k); !slices.Equal(got, want) {
			t.Errorf("of(%q) = %v, want %v", k, got, want)
		}
	}
	if l.of("d") != nil || l.first("b") != 3 || l.first("c") != -1 || l.first("d") != -1 {
		t.Error("first, or a key that is not there")
	}
	moved := newLists(l.moved([]int32{0, -1, 5, 6, 0, 0, 0, -1}))
	if !slices.Equal(moved.of("b"), []int32{6}) || !slices.Equal(moved.of("a"), []int32{5}) || moved.of("") != nil {
		t.Errorf("moved: %v %v", moved.keys(), moved.all)
	}
	// appending to what was given out must not reach the list's own numbers
	_ = append(l.of("a"), 99)
	if !slices.Equal(l.of("b"), []int32{3, 1}) {
		t.Error("a list was changed from outside")
	}
}
