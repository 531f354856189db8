package collection

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What counts as a release: a regular file with one of the suffixes below, anywhere in the folder. Not read are the
// collection's own names at its root, the output folder and other sites that readout made, names that begin with a dot
// or an underscore, README and LICENSE. Links are followed to files inside the folder only.

var suffixes = []string{".txt", ".md", ".html", ".htm"}

func hidden(base string) bool { return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") }

// aboutFolder reports whether a file tells of the folder it lies in.
func aboutFolder(base string) bool {
	stem := strings.ToUpper(strings.TrimSuffix(base, path.Ext(base)))
	return stem == "README" || stem == "LICENSE" || stem == "LICENCE"
}

func hasSuffix(base string) bool { return slices.Contains(suffixes, strings.ToLower(path.Ext(base))) }

func (c *Collection) walk(fsys fs.FS, output string) error {
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case name == "." && err != nil:
			return reason(err)
		case name == ".":
			return nil
		case err != nil: // a folder that cannot be listed
			c.problem(name, "cannot be read: %v", reason(err))
			return fs.SkipDir
		case hidden(base) || !strings.Contains(name, "/") && slices.Contains(own, base) || name == output:
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !utf8.ValidString(name):
			c.problem(name, "its name is not UTF-8; rename it")
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if isPublished(fsys, name) {
				return fs.SkipDir
			}
			return nil
		case aboutFolder(base):
			return nil
		case !hasSuffix(base):
			if d.Type()&fs.ModeSymlink != 0 {
				if info, err := fs.Stat(fsys, name); err != nil || info.IsDir() {
					c.notice(name, "a link, not followed")
				}
				return nil
			}
			c.Other++
			return nil
		}
		c.add(fsys, name, d)
		return nil
	})
	slices.Sort(c.Files)
	return err
}

// isPublished reports whether a folder is a site that readout made, whose pages are not to be read as releases.
func isPublished(fsys fs.FS, dir string) bool {
	name := path.Join(dir, "manifest.json")
	if info, err := fs.Stat(fsys, name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(f, head)
	return bytes.Contains(head[:n], []byte(`"generator": "readout"`))
}

// add takes a file with the suffix of a release.
func (c *Collection) add(fsys fs.FS, name string, d fs.DirEntry) {
	mode := d.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := fs.Stat(fsys, name)
		if err != nil || !info.Mode().IsRegular() {
			c.notice(name, "a link, not followed")
			return
		}
		mode = info.Mode()
	}
	if !mode.IsRegular() {
		c.problem(name, "%s, not a file", kindOf(mode))
		return
	}
	c.Files = append(c.Files, name)
}

func (c *Collection) problem(name, format string, args ...any) {
	c.Problems = append(c.Problems, Problem{Printable(name), fmt.Sprintf(format, args...)})
}

func (c *Collection) notice(name, what string) {
	c.Notices = append(c.Notices, Problem{Printable(name), what})
}

// Printable is a path as it can stand in one line of a message: as it is, or quoted where it holds a line break, a
// control character or the like.
func Printable(name string) string {
	for _, r := range name {
		if r == utf8.RuneError || !strconv.IsPrint(r) && r != ' ' {
			return strconv.Quote(name)
		}
	}
	return name
}
