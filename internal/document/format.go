package document

import (
	"strings"

	"readout/internal/source"
)

// layout is how a file is written.
type layout uint8

const (
	plainPage layout = iota
	markdownPage
	htmlPage
)

// format tells by the suffix of a file how it is written, and by its beginning for a page saved under another suffix.
func format(src *source.Source) layout {
	suffix := ""
	if i := strings.LastIndexByte(src.Name, '.'); i >= 0 && len(src.Name)-i <= 9 {
		suffix = strings.ToLower(src.Name[i:])
	}
	switch suffix {
	case ".md", ".markdown":
		return markdownPage
	case ".html", ".htm", ".xhtml":
		return htmlPage
	}
	head := strings.TrimLeft(src.Text[:min(len(src.Text), 1024)], " \t\r\n")
	for strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml") {
		i := strings.IndexByte(head, '>')
		if i < 0 {
			break
		}
		head = strings.TrimLeft(head[i+1:], " \t\r\n")
	}
	if len(head) > 14 {
		head = head[:14]
	}
	head = strings.ToLower(head)
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return htmlPage
	}
	return plainPage
}
