package site

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"readout/internal/archive"
	"readout/internal/record"
)

// Every release is reached from the home page by links alone, in few steps, however many there are and whatever is known of
// them.
func TestEveryReleaseIsReached(t *testing.T) {
	var releases []archive.Release
	for i := range 3*longList + 7 {
		b := newBuilder(t, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Talks, part %d\n\nThe ministers met in June.\n", i))
		if i%3 > 0 { // a third of them undated
			b.day(fmt.Sprintf("%d-06-%02d", 2000+i%2, i%28+1), "June", record.Certain)
		}
		releases = append(releases, b.release())
	}
	pages := render(t, archive.Options{}, releases...)
	steps := map[string]int{"index.html": 0}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for _, a := range find(parse(t, pages[from]), "a") {
			to, _, _ := strings.Cut(attr(a, "href"), "#")
			to = path.Join(path.Dir(from), to)
			if _, seen := steps[to]; !seen && strings.HasSuffix(to, ".html") && pages[to] != "" {
				steps[to] = steps[from] + 1
				// Earlier and later releases are a way too, but a long one.
				if !strings.HasPrefix(to, "releases/") || to == "releases/index.html" {
					queue = append(queue, to)
				}
			}
		}
	}
	n := 0
	for name := range pages {
		if !strings.HasPrefix(name, "releases/") || !strings.HasSuffix(name, ".html") || name == "releases/index.html" {
			continue
		}
		n++
		if at, ok := steps[name]; !ok || at > 4 {
			t.Errorf("%s is %d steps from the home page, reached: %v", name, at, ok)
		}
	}
	if n != len(releases) {
		t.Errorf("%d pages of %d releases", n, len(releases))
	}
}
