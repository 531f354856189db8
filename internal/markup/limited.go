package markup

import (
	"fmt"
	"io"
)

// maxPage is the size in bytes over which a page is given up: its template goes round for ever.
const maxPage = 1 << 30

// limited hands on what is written up to a limit.
type limited struct {
	to   io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, fmt.Errorf("the page is larger than %d MiB; look at its template", maxPage>>20)
	}
	return l.to.Write(p)
}
