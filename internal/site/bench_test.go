package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"testing"

	"readout/internal/archive"
	"readout/static"
	"readout/templates"
)

// BenchmarkRender makes the site of 300 releases; it tells the pages made in a second on one core.
func BenchmarkRender(b *testing.B) {
	var releases []archive.Release
	for i := range 300 {
		r := call(b).release()
		r.Record.File = fmt.Sprintf("call-%d.txt", i)
		r.Record.Date.Value.Date.From.Year = 2000 + i%20
		releases = append(releases, r)
	}
	a, err := archive.New(releases, nil, archive.Options{})
	if err != nil {
		b.Fatal(err)
	}
	pages := 0
	for b.Loop() {
		err := Render(a, Options{Templates: []fs.FS{templates.FS}, Static: []fs.FS{static.FS}}, func(string, []byte) error {
			pages++
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

// No built-in page is left to html/template, which is slow.
func TestPagesAreFilledFast(t *testing.T) {
	a, err := archive.New([]archive.Release{call(t).release()}, nil, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(a, Options{Templates: []fs.FS{templates.FS}, Static: []fs.FS{static.FS}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, p := range s.Pages() {
		if err := p.Render(&b); err != nil {
			t.Error(err)
		}
	}
	for name, page := range s.view.pages {
		for _, err := range page.Left() {
			t.Errorf("page/%s.html: %v", name, err)
		}
	}
}
