//go:build !linux && !darwin

package pipeline

import "io/fs"

// stampOf is the stamp of a file, as far as the system tells.
func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
}
