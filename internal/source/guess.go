package source

import (
	"golang.org/x/text/encoding/charmap"
)

// guess decodes bytes that are not well-formed UTF-8.
func guess(name string, b []byte) (encoding, text string) {
	if t, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
		return "windows-1252", string(t)
	}
	return "utf-8", wellFormed(b)
}
