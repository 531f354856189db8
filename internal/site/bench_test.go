package site

import (
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
