package main

import (
	"bytes"
	"testing"
	"time"

	"readout/internal/pipeline"
)

func TestProgress(t *testing.T) {
	for _, c := range []struct {
		bar bool
	}{
		{true},
		{false},
	} {
		now := time.Unix(0, 0)
		var b bytes.Buffer
		p := newProgress(&b, c.bar, func() time.Time { return now })
		p.step(pipeline.StepRead, 1, 10000)
		now = now.Add(400 * time.Millisecond)
		p.step(pipeline.StepRead, 100, 10000)
		p.end()
		if b.Len() > 0 {
			t.Errorf("a build that is done at once shows %q", b.String())
		}
		now = now.Add(20 * time.Second)
		p.step(pipeline.StepRead, 5000, 10000)
		p.step(pipeline.StepRead, 5001, 10000) // too soon
		now = now.Add(20 * time.Second)
		p.step(pipeline.StepMake, 7, 7)
		p.end()
		want := "reading 5,000 of 10,000 files\nmaking 7 of 7 files\n"
		if c.bar {
			want = "\r[###############...............] reading 5,000 of 10,000 files" +
				"\r[##############################] making 7 of 7 files          " +
				"\r                                                    \r"
		}
		if b.String() != want {
			t.Errorf("shown %q\nwant  %q", b.String(), want)
		}
	}
	if got := grouped(1234567) + grouped(12) + grouped(123) + grouped(1000); got != "1,234,567121231,000" {
		t.Error(got)
	}
}
