package site

import (
	"testing"

	"readout/internal/source"
)

// A file is offered as it came, or masked, or not at all where a mask would not hide an address from who opens it.
func TestDownload(t *testing.T) {
	for text, want := range map[string]string{
		"All is well.":               "All is well.",
		"":                           "",
		"Write to ada@mfa.example.":  "Write to ***@***********.",
		"<p>ada&#64;mfa.example</p>": "<p>***&#64;***********</p>",
		"<p>&#97;&#100;&#97;&#64;mfa.example</p>": "-",
		"<p><b>ada</b>@mfa.example</p>":           "-",
		"<a href='mailto:ada%40mfa.example'>":     "<a href='mailto:***%40***********'>",
		"100% of 5 < 6 & all":                     "100% of 5 < 6 & all",
	} {
		src, err := source.Decode("a.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got := "-"
		if !Withheld(src) {
			got = string(download(src))
		}
		if got != want {
			t.Errorf("%q is offered as %q, want %q", text, got, want)
		}
	}
}
