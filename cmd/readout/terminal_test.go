package main

import (
	"strings"
	"testing"
)

// Nothing printed is wider than the terminal, whatever is in it, and no colour is written where none is wanted.
func TestWrap(t *testing.T) {
	texts := []string{
		"", "short", strings.Repeat("word ", 100), strings.Repeat("x", 500), strings.Repeat("외교부 장관은 ", 40), strings.Repeat("한", 200),
		"a  b\tc\nd", "On \x1b[31mJune 18\x1b[0m they \u202emet\u202c\r\x07.",
	}
	for _, text := range texts {
		for _, head := range []string{"", "   12  ", strings.Repeat(" ", 20)} {
			var b strings.Builder
			p := &paper{w: &b}
			p.wrap([]piece{{head, dim}}, piece{visible(text), green}, piece{"tail", red})
			for line := range strings.Lines(b.String()) {
				if n := columns(strings.TrimSuffix(line, "\n")); n > lineWidth {
					t.Errorf("%d columns: %q", n, line)
				}
			}
			if strings.ContainsAny(b.String(), "\x1b\r\x07\u202e") {
				t.Errorf("a sign that moves the cursor is printed: %q", b.String())
			}
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if got, want := squeeze(b.String()), squeeze(head+visible(text)+"tail"); got != want {
				t.Errorf("words were lost: %q, want %q", got, want)
			}
		}
	}
	var b strings.Builder
	p := &paper{w: &b, colour: true}
	p.wrap(nil, piece{"On ", plain}, piece{"June 18", yellow}, piece{" they met", plain})
	if b.String() != "On \x1b[33mJune 18\x1b[0m they met\n" {
		t.Errorf("in colour: %q", b.String())
	}
}
