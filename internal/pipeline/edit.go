package pipeline

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// edit brings the staged files into view one by one, takes away those that are gone, and ends with the manifest m in
// place and no staging folder.
func (p *publisher) edit(m []byte, gone []string) error {
	// what this build makes is readout's own, also if it is killed from here on
	all := maps.Clone(p.owned)
	maps.Copy(all, p.made)
	if err := write(filepath.Join(p.stage, ManifestFile), manifest{Generator: generator, Version: p.version, Files: all, order: p.known}.format()); err != nil {
		return err
	}
	p.trust = false // from here on only a build that comes to its end may clear the staging folder away
	for _, name := range p.order() {
		if err := p.bring(name); err != nil {
			return err
		}
	}
	at := filepath.Join(p.at, ManifestFile)
	if digestOfFile(at) != digestOf(m) {
		beside := filepath.Join(p.stage, "new-"+ManifestFile)
		if err := write(beside, m); err != nil {
			return err
		}
		if err := os.Rename(beside, at); err != nil {
			return err
		}
	}
	for _, name := range gone {
		if err := os.Remove(filepath.Join(p.at, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if os.Remove(filepath.Join(p.at, filepath.FromSlash(dir))) != nil {
				break // not empty
			}
		}
	}
	return os.RemoveAll(p.stage)
}

// order lists the staged files as they are to appear: new ones, those that lead nowhere before pages; changed ones; the
// pieces of the search index together, its first piece last; changed index pages.
func (p *publisher) order() []string {
	rank := func(name string) int {
		_, old := p.owned[name]
		switch {
		case !old && path.Ext(name) != ".html":
			return 0
		case !old:
			return 1
		case name == "search/index.js":
			return 4
		case strings.HasPrefix(name, "search/"):
			return 3
		case path.Base(name) == "index.html":
			return 5
		}
		return 2
	}
	return slices.SortedFunc(maps.Keys(p.changed), func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
}

// bring renames a staged file to its place.
func (p *publisher) bring(name string) error {
	to := filepath.Join(p.at, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Rename(filepath.Join(p.stage, filepath.FromSlash(name)), to)
}
