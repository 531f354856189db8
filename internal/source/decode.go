package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Limit is the size in bytes over which a file is refused.
const Limit = 128 << 20

// Decode reads the bytes of a file as text. Name is the path with forward slashes; it is kept and its suffix tells
// saved web pages apart, whose own word on their encoding counts. An error says in one line why the bytes are no text
// ("not text: 37% NUL bytes", "a PNG picture"); it does not name the file. The bytes belong to the source from here on.
func Decode(name string, b []byte) (*Source, error) {
	if len(b) > Limit {
		return nil, fmt.Errorf("larger than %d MiB", Limit>>20)
	}
	sum := sha256.Sum256(b)
	s := &Source{Name: name, Bytes: b, SHA256: hex.EncodeToString(sum[:])}
	switch {
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF:
		s.Encoding, s.Text = "utf-8", wellFormed(b[3:])
		return s, notText(b)
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE && !(len(b) >= 4 && b[2] == 0 && b[3] == 0):
		s.Encoding, s.Text = "utf-16le", utf16Text(b[2:], false)
		return s, nil
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		s.Encoding, s.Text = "utf-16be", utf16Text(b[2:], true)
		return s, nil
	}
	if what := magic(b); what != "" {
		return nil, fmt.Errorf("not text: %s", what)
	}
	if big, ok := utf16Pattern(b); ok {
		s.Encoding, s.Text = "utf-16le", utf16Text(b, big)
		if big {
			s.Encoding = "utf-16be"
		}
		return s, nil
	}
	if err := notText(b); err != nil {
		return nil, err
	}
	s.Encoding, s.Text = decodeBytes(name, b)
	return s, nil
}

// decodeBytes finds the encoding of bytes that are text and carry no byte order mark.
func decodeBytes(name string, b []byte) (encoding, text string) {
	if utf8.Valid(b) {
		if isoJP(b) {
			return "iso-2022-jp", isoJPText(b)
		}
		return "utf-8", unsafe.String(unsafe.SliceData(b), len(b)) // a source is never changed: its text need not be a second copy
	}
	return guess(name, b)
}

// notText tells by the share of control characters whether bytes cannot be a text.
func notText(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	nul, control := 0, 0
	for _, c := range b {
		if c < 0x20 {
			switch {
			case c == 0:
				nul++
			case c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B:
				control++
			}
		}
	}
	if nul*50 > len(b) {
		return fmt.Errorf("not text: %d%% NUL bytes", (nul*100+len(b)/2)/len(b))
	}
	if control*25 > len(b) && len(b) > 64 {
		return fmt.Errorf("not text: %d%% control characters", (control*100+len(b)/2)/len(b))
	}
	return nil
}

// wellFormed returns the UTF-8 text of b with each ill-formed sequence (as Unicode counts them: the longest start of a
// character that could have been) as one U+FFFD.
func wellFormed(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var out strings.Builder
	out.Grow(len(b) + 64)
	from := 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		if r, n := utf8.DecodeRune(b[i:]); r != utf8.RuneError || n > 1 {
			i += n
			continue
		}
		out.Write(b[from:i])
		out.WriteString("\uFFFD")
		i += illFormed(b[i:])
		from = i
	}
	out.Write(b[from:])
	return out.String()
}

// illFormed returns the length of the ill-formed sequence at the start of b.
func illFormed(b []byte) int {
	lo, hi, need := byte(0x80), byte(0xBF), 0
	switch c := b[0]; {
	case c >= 0xC2 && c <= 0xDF:
		need = 1
	case c >= 0xE0 && c <= 0xEF:
		need = 2
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		need = 3
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	}
	n := 1
	for ; n <= need && n < len(b) && b[n] >= lo && b[n] <= hi; n++ {
		lo, hi = 0x80, 0xBF
	}
	return n
}
