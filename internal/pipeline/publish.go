package pipeline

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
)

// The rules of publishing.
//
// A folder that does not exist yet is made beside its place and renamed, so that it is there as a whole or not at all.
//
// Into a folder that readout made before, only changed files go. They are first written to a staging folder inside it;
// nothing in view has changed then, and a build that ends here leaves the old site. Then they are renamed into place:
// new files first, so that no changed page links to one that is not there; then changed ones, index pages after the
// rest; then the manifest; and files that are no longer made are removed last. Each file is whole at every instant.
// A staging folder that is found at the start belongs to a build that was killed: the manifest cannot be trusted then,
// and files are compared by what they hold.
//
// A folder with files in it that readout did not make is never written to. Files that were added to a published folder
// by hand are left alone.

const stagingFolder = ".readout-next"

// publisher writes one site. put may be called from several goroutines.
type publisher struct {
	out     string // the published folder
	stage   string // where files are written first
	fresh   bool   // out does not exist yet; stage becomes it
	version string
	owned   map[string]published // files that earlier builds made, by path
	trust   bool                 // whether owned says what they hold

	mu      sync.Mutex
	made    map[string]published // all files of this build
	changed map[string]bool      // those that are in stage
	staged  bool                 // stage exists
}

// newPublisher looks at the folder to be published into. It writes nothing yet.
func newPublisher(out, version string) (*publisher, error) {
	p := &publisher{out: out, version: version, made: map[string]published{}, changed: map[string]bool{}}
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		p.fresh = true
		p.stage = filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".next")
		return p, os.RemoveAll(p.stage) // of a build that was killed
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", out, reason(err))
	}
	p.stage = filepath.Join(out, stagingFolder)
	m, own, err := readManifest(filepath.Join(out, ManifestFile))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(out, ManifestFile), reason(err))
	}
	p.owned, p.trust = m.Files, true
	if p.owned == nil {
		p.owned = map[string]published{}
	}
	if _, err := os.Lstat(p.stage); err == nil {
		p.trust = false
		if m, half, _ := readManifest(filepath.Join(p.stage, ManifestFile)); half {
			for name, d := range m.Files {
				p.owned[name] = d
			}
		}
		own = true
		if err := os.RemoveAll(p.stage); err != nil {
			return nil, fmt.Errorf("%s: %w", p.stage, reason(err))
		}
		// until this build is through, the next one must not trust the manifest either
		if err := p.openStage(); err != nil {
			return nil, err
		}
		if err := write(filepath.Join(p.stage, ManifestFile), manifest{generator, version, p.owned}.format()); err != nil {
			return nil, err
		}
	}
	if !own && len(entries) > 0 {
		return nil, fmt.Errorf("%s: holds files that readout did not make; choose another folder, or an empty one", out)
	}
	return p, nil
}

func (p *publisher) openStage() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.staged {
		return nil
	}
	if err := os.MkdirAll(p.stage, 0o755); err != nil {
		return fmt.Errorf("%s: %w", p.stage, reason(err))
	}
	p.staged = true
	return nil
}

// put takes a file of the site. Name is its path from the top of the site.
func (p *publisher) put(name string, b []byte) error {
	d := digestOf(b)
	if err := p.claim(name, d); err != nil {
		return err
	}
	if !p.fresh && p.same(name, d) {
		return nil
	}
	if err := p.openStage(); err != nil {
		return err
	}
	if err := write(filepath.Join(p.stage, filepath.FromSlash(name)), b); err != nil {
		return err
	}
	p.mu.Lock()
	p.changed[name] = true
	p.mu.Unlock()
	return nil
}

// claim notes a file of this build.
func (p *publisher) claim(name string, d published) error {
	if !fs.ValidPath(name) || name == ManifestFile {
		return fmt.Errorf("%q is no path for a page", name)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, twice := p.made[name]; twice {
		return fmt.Errorf("two files claim the address %q", name)
	}
	p.made[name] = d
	return nil
}

// same reports whether a published file holds the same already.
func (p *publisher) same(name string, d published) bool {
	at := filepath.Join(p.out, filepath.FromSlash(name))
	if !p.trust {
		return digestOfFile(at) == d
	}
	if p.owned[name] != d {
		return false
	}
	info, err := os.Lstat(at)
	return err == nil && info.Mode().IsRegular() && info.Size() == d.Bytes
}

// finish brings the new site into view.
func (p *publisher) finish() (s Written, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("publishing %s: %w", p.out, err)
		}
	}()
	m := manifest{generator, p.version, p.made}.format()
	var gone []string
	for name := range p.owned {
		if _, made := p.made[name]; !made {
			gone = append(gone, name)
		}
	}
	slices.Sort(gone)
	s = Written{New: len(p.changed), Unchanged: len(p.made) - len(p.changed)}
	if p.fresh {
		if err := p.openStage(); err != nil {
			return s, err
		}
		if err := write(filepath.Join(p.stage, ManifestFile), m); err != nil {
			return s, err
		}
		return s, os.Rename(p.stage, p.out)
	}
	at := filepath.Join(p.out, ManifestFile)
	if !p.staged && len(gone) == 0 && digestOfFile(at) == digestOf(m) {
		return s, nil
	}
	if err := p.openStage(); err != nil {
		return s, err
	}
	// what this build makes is readout's own, also if it is killed from here on
	all := maps.Clone(p.owned)
	maps.Copy(all, p.made)
	if err := write(filepath.Join(p.stage, ManifestFile), manifest{generator, p.version, all}.format()); err != nil {
		return s, err
	}
	p.trust = false // from here on only a build that comes to its end may clear the staging folder away
	for _, name := range p.order() {
		if err := p.place(name); err != nil {
			return s, err
		}
		if _, old := p.owned[name]; old {
			s.New--
			s.Changed++
		}
	}
	if digestOfFile(at) != digestOf(m) {
		beside := filepath.Join(p.stage, "new-"+ManifestFile)
		if err := write(beside, m); err != nil {
			return s, err
		}
		if err := os.Rename(beside, at); err != nil {
			return s, err
		}
	}
	for _, name := range gone {
		if err := os.Remove(filepath.Join(p.out, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return s, err
		}
		s.Removed++
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if os.Remove(filepath.Join(p.out, filepath.FromSlash(dir))) != nil {
				break // not empty
			}
		}
	}
	return s, os.RemoveAll(p.stage)
}

// order lists the staged files as they are to appear: new ones, changed ones, changed index pages.
func (p *publisher) order() []string {
	rank := func(name string) int {
		_, old := p.owned[name]
		switch {
		case !old:
			return 0
		case path.Base(name) == "index.html":
			return 2
		}
		return 1
	}
	return slices.SortedFunc(maps.Keys(p.changed), func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
}

// place renames a staged file to its place.
func (p *publisher) place(name string) error {
	to := filepath.Join(p.out, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Rename(filepath.Join(p.stage, filepath.FromSlash(name)), to)
}

// abandon throws away what is not in view yet. It is called when a build does not come to its end.
func (p *publisher) abandon() {
	if p.staged && (p.fresh || p.trust) {
		os.RemoveAll(p.stage)
	}
}

// write writes a whole file, and the folders it lies in.
func write(name string, b []byte) error {
	err := os.WriteFile(name, b, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
			err = os.WriteFile(name, b, 0o644)
		}
	}
	return err
}

// Written is what a build changed in the published folder: numbers of files.
type Written struct{ New, Changed, Unchanged, Removed int }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
