package pipeline

import (
	"slices"
	"testing"
)

func TestHostLimits(t *testing.T) {
	for _, c := range []struct {
		sizes map[string]int64
		want  []string
	}{
		{map[string]int64{"index.html": 1000, "data/all.json": 100 << 20}, nil},
		{map[string]int64{"index.html": 1000, "data/all.json": 100<<20 + 1}, []string{"data/all.json: 104.9 MB; GitHub takes no file over 104.9 MB"}},
		{map[string]int64{"a": 999_999_999, "b": 2}, []string{"a: 1000.0 MB; GitHub takes no file over 104.9 MB", "1.00 GB in 2 files; GitHub Pages takes sites of up to 1 GB: see README.md, Large archives"}},
	} {
		m := manifest{Files: map[string]published{}}
		for name, n := range c.sizes {
			m.Files[name] = published{Bytes: n}
		}
		if got := m.hostLimits(); !slices.Equal(got, c.want) {
			t.Errorf("%v: %q, want %q", c.sizes, got, c.want)
		}
	}
}
