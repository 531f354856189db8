package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// The rules of publishing.
//
// A site that is made in full is made beside the folder and takes its place by one exchange of names (see swap.go): the
// folder holds the old site or the new one, whenever the build ends. So it is with a folder that does not exist yet, or
// is empty; where a full build is asked for; and where most files would change.
//
// Otherwise only changed files go into a folder that readout made before. They are first written to a staging folder
// inside it; nothing in view has changed then, and a build that ends here leaves the old site. Then they are renamed into
// place (see place.go): new files first, so that no page in view leads to one that is not there; then changed ones, index
// pages after the rest; then the manifest; and files that are no longer made are removed last. Each file is whole at
// every instant. A staging folder that is found at the start belongs to a build that was killed: the manifest cannot be
// trusted then, and files are compared by what they hold.
//
// A folder with files in it that readout did not make is never written to. Files that were added to a published folder
// by hand are left alone, also where a page would take their name: the build says so and ends.

const (
	stagingFolder = ".readout-next" // inside the published folder
	besideFolder  = ".readout-next" // after a dot and the name of the published folder, beside it
	asideFolder   = ".readout-old"  // likewise; only where two folders cannot be exchanged at once
)

// publisher writes one site. put may be called from several goroutines.
type publisher struct {
	out     string // the published folder, as the user calls it
	at      string // where it really lies
	beside  string // the folder beside it in which a full site is made
	stage   string // where files are written first
	fresh   bool   // nothing stands at out yet; beside becomes it
	full    bool   // every file is written anew, beside
	version string
	owned   map[string]published // files that earlier builds made, by path
	trust   bool                 // whether owned says what they hold
	sum     string               // SHA-256 of the manifest in view
	known   []string             // paths of owned in order, as far as they are known

	mu      sync.Mutex
	made    map[string]published // all files of this build
	changed map[string]bool      // those that are in stage
	staged  bool                 // stage exists
	folders map[string]bool      // those in which files of earlier builds lie; made when asked for
}

// newPublisher looks at the folder to be published into, and heals what a killed build left. Full asks for every file to
// be written anew. Nothing in view changes yet.
func newPublisher(out, version string, full bool) (*publisher, error) {
	at, err := place(out)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", out, reason(err))
	}
	p := &publisher{out: out, at: at, version: version, made: map[string]published{}, changed: map[string]bool{}, owned: map[string]published{}}
	p.beside = sibling(at, besideFolder)
	if err := p.heal(); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(at)
	if errors.Is(err, fs.ErrNotExist) {
		p.fresh, p.full, p.stage = true, true, p.beside
		return p, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", out, reason(err))
	}
	p.stage = filepath.Join(at, stagingFolder)
	if err := p.own(len(entries) == 0); err != nil {
		return nil, err
	}
	if (full || len(entries) == 0) && p.swappable() {
		p.full, p.stage, p.staged = true, p.beside, false
	}
	return p, nil
}

// own reads what earlier builds made of the folder, and refuses one that readout did not make.
func (p *publisher) own(empty bool) error {
	m, own, err := readManifest(filepath.Join(p.at, ManifestFile))
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Join(p.out, ManifestFile), reason(err))
	}
	p.trust, p.sum, p.known = true, m.sum, m.order
	maps.Copy(p.owned, m.Files)
	p.made = make(map[string]published, len(p.owned))
	if _, err := os.Lstat(p.stage); err == nil {
		p.trust = false
		if m, half, _ := readManifest(filepath.Join(p.stage, ManifestFile)); half {
			maps.Copy(p.owned, m.Files)
		}
		own = true
		if err := os.RemoveAll(p.stage); err != nil {
			return fmt.Errorf("%s: %w", p.stage, reason(err))
		}
		// until this build is through, the next one must not trust the manifest either
		if err := p.openStage(); err != nil {
			return err
		}
		if err := write(filepath.Join(p.stage, ManifestFile), manifest{Generator: generator, Version: p.version, Files: p.owned}.format()); err != nil {
			return fmt.Errorf("%s: %w", p.stage, reason(err))
		}
	}
	if !own && !empty {
		return fmt.Errorf("%s: holds files that readout did not make; choose another folder, or an empty one", p.out)
	}
	return nil
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
	if !p.full && p.same(name, d) {
		return nil
	}
	if err := p.openStage(); err != nil {
		return err
	}
	if err := write(filepath.Join(p.stage, filepath.FromSlash(name)), b); err != nil {
		return fmt.Errorf("%s: %s cannot be written: %w", p.out, name, reason(err))
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
	at := filepath.Join(p.at, filepath.FromSlash(name))
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
func (p *publisher) finish() (w Written, err error) {
	m := manifest{Generator: generator, Version: p.version, Files: p.made, order: p.known}.format()
	defer func() {
		if err == nil {
			p.sum = digestOf(m).SHA256
		}
	}()
	gone := p.gone()
	for name := range p.made {
		_, old := p.owned[name]
		switch {
		case !old:
			w.New++
		case p.changed[name] && !(p.full && p.same(name, p.made[name])):
			w.Changed++
		default:
			w.Unchanged++
		}
	}
	w.Removed = len(gone)
	at := filepath.Join(p.at, ManifestFile)
	if !p.full && !p.staged && len(gone) == 0 && digestOfFile(at) == digestOf(m) {
		return w, nil
	}
	if err := p.strangers(); err != nil {
		return Written{}, err
	}
	if err := p.openStage(); err != nil {
		return Written{}, err
	}
	if p.full || len(p.changed) > len(p.made)/2 {
		if swapped, err := p.swap(m); swapped || err != nil {
			return w, p.failed(err)
		}
	}
	return w, p.failed(p.edit(m, gone))
}

func (p *publisher) failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("publishing %s: %w", p.out, err)
}

// gone lists files of earlier builds that this one does not make.
func (p *publisher) gone() []string {
	var gone []string
	for name := range p.owned {
		if _, made := p.made[name]; !made {
			gone = append(gone, name)
		}
	}
	slices.Sort(gone)
	return gone
}

// strangers refuses to write over what somebody else put into the published folder.
func (p *publisher) strangers() error {
	for _, name := range sortedKeys(p.changed) {
		if _, own := p.owned[name]; own || p.fresh {
			continue
		}
		at := filepath.Join(p.at, filepath.FromSlash(name))
		if _, err := os.Lstat(at); err == nil && digestOfFile(at) != p.made[name] {
			return fmt.Errorf("%s: stands there and readout did not make it; move it away, or choose another folder", filepath.Join(p.out, filepath.FromSlash(name)))
		}
	}
	return nil
}

// abandon throws away what is not in view yet. It is called when a build does not come to its end.
func (p *publisher) abandon() {
	if p.staged && (p.full || p.trust) {
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
