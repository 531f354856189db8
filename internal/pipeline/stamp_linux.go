package pipeline

import (
	"io/fs"
	"syscall"
)

// stampOf is the stamp of a file.
func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		s.changed, s.number = st.Ctim.Nano(), int64(st.Ino)
	}
	return s
}
