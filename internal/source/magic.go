package source

import "bytes"

// kinds of files that are no text, by the bytes they begin with.
var magics = []struct{ head, what string }{
	{"\x89PNG\r\n\x1a\n", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF87a", "a GIF picture"},
	{"GIF89a", "a GIF picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"\x00\x00\x01\x00", "an icon"},
	{"%PDF-", "a PDF document"},
	{"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"},
	{"PK\x03\x04", "a ZIP archive or Office document"},
	{"PK\x05\x06", "a ZIP archive"},
	{"\x1f\x8b\x08", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"\xfd7zXZ\x00", "an xz archive"},
	{"(\xb5/\xfd", "a Zstandard archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\x7fELF", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"\xca\xfe\xba\xbe", "a program"},
	{"\x00asm", "a WebAssembly program"},
	{"SQLite format 3\x00", "a SQLite database"},
	{"ID3", "a sound file"},
	{"fLaC", "a sound file"},
	{"OggS", "a sound file"},
	{"\x1aE\xdf\xa3", "a video"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
	{"\xff\xfe\x00\x00", "UTF-32 text, which is not read"},
	{"\x00\x00\xfe\xff", "UTF-32 text, which is not read"},
}

// magic names the kind of file that b is by its first bytes, or returns "" if they could be a text.
func magic(b []byte) string {
	for _, m := range magics {
		if len(b) >= len(m.head) && string(b[:len(m.head)]) == m.head {
			if len(m.head) == 3 && m.head[0] < 0x80 && bytes.IndexByte(b[:min(len(b), 512)], 0) < 0 {
				continue // a text may begin with such letters
			}
			return m.what
		}
	}
	switch {
	case len(b) > 12 && string(b[4:8]) == "ftyp":
		return "a video"
	case len(b) > 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP":
		return "a WebP picture"
	case len(b) > 12 && string(b[:4]) == "RIFF" && bytes.IndexByte(b[:12], 0) >= 0:
		return "a sound or video file"
	case len(b) > 26 && b[0] == 'B' && b[1] == 'M' && b[6] == 0 && b[7] == 0 && b[8] == 0 && b[9] == 0:
		return "a BMP picture"
	case len(b) > 2 && b[0] == 'M' && b[1] == 'Z' && bytes.IndexByte(b[:min(len(b), 64)], 0) >= 0:
		return "a program"
	}
	return ""
}
