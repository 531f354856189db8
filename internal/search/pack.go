package search

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"strconv"
)

// pack appends bytes as printable characters that stand in a string of JavaScript as they are: all from # to ~ but the
// backslash, 91 in number. Thirteen bits make two of them, the lowest bits first; up to six left over make one.
func pack(to, data []byte) []byte {
	bits, n := uint(0), 0
	for _, c := range data {
		bits |= uint(c) << n
		if n += 8; n >= 13 {
			v := bits & 0x1FFF
			to = append(to, sign(v%91), sign(v/91))
			bits >>= 13
			n -= 13
		}
	}
	switch {
	case n > 6:
		to = append(to, sign(bits%91), sign(bits/91))
	case n > 0:
		to = append(to, sign(bits))
	}
	return to
}

func sign(v uint) byte {
	c := byte(v) + '#'
	if c >= '\\' {
		c++
	}
	return c
}

// deflater compresses what a browser's DecompressionStream("deflate-raw") reads.
type deflater struct {
	w   *flate.Writer
	out bytes.Buffer
}

func newDeflater() *deflater {
	d := &deflater{}
	d.w, _ = flate.NewWriter(&d.out, flate.BestCompression) // the level is a valid one
	return d
}

// deflate returns bytes that are good until the next call.
func (d *deflater) deflate(data []byte) []byte {
	d.out.Reset()
	d.w.Reset(&d.out)
	d.w.Write(data) // a buffer never fails
	d.w.Close()
	return d.out.Bytes()
}

func appendNumber(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

func appendString(b []byte, s string) []byte { return append(appendNumber(b, len(s)), s...) }

func numbered(folder string, i int) string { return folder + "/" + strconv.Itoa(i) }
