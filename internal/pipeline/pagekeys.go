package pipeline

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"readout/internal/archive"
	"readout/internal/search"
)

// What each file of a published folder was made of is remembered as a key. A file whose key is the same, and which is
// there as the manifest says, is not made again. Keys are good for the very manifest of the build that made them, and are
// kept beside what is remembered of the collection (see memory).

const keysMark = "readout keys 1\n"

// pageKeys are the keys of the files of one published folder.
type pageKeys struct {
	at     string       // where they are remembered
	mark   string       // of the program and the lexicon
	common archive.Key  // of what all files have in common
	stale  *atomic.Bool // see memory

	old   map[string]archive.Key
	parts map[string][]section // of large files

	mu  sync.Mutex
	now map[string]archive.Key
	new map[string][]section
}

// keysOf takes up the keys of the folder that pub publishes into; nil where nothing is remembered.
func (f *Folder) keysOf(o Options, pub *publisher, common archive.Key) *pageKeys {
	if f.memory == nil {
		return nil
	}
	name := hashed(pub.at)[:32]
	if o.Preview != nil { // into a folder that has another name each time
		name = filepath.Base(f.memory.dir) + "-preview"
	}
	k := &pageKeys{
		at: filepath.Join(o.Cache, "sites", name), mark: keysMark + f.memory.mark, common: common, stale: &f.memory.stale,
		old: make(map[string]archive.Key, len(pub.owned)), now: make(map[string]archive.Key, len(pub.owned)), parts: map[string][]section{}, new: map[string][]section{},
	}
	if pub.trust && !pub.full {
		k.load(pub)
	}
	return k
}

func (k *pageKeys) load(pub *publisher) {
	text, ok := readCache(k.at, k.mark+pub.sum)
	if !ok || len(text) != len(archive.Key{})*len(pub.owned) {
		return
	}
	for _, name := range inOrder(pub.owned, pub.known) {
		var key archive.Key
		copy(key[:], text)
		text = text[len(key):]
		if key != (archive.Key{}) {
			k.old[name] = key
		}
	}
	text, ok = readCache(k.at+partsSuffix, k.mark+pub.sum)
	c := &cutting{s: text}
	if common := c.fixed(len(k.common)); !ok || common != string(k.common[:]) {
		return
	}
	for c.s != "" && !c.bad {
		name, list := c.text(), c.sections()
		k.parts[name] = list
	}
	if c.bad {
		clear(k.parts)
	}
}

// save remembers the keys for the site that pub published. What fails only costs time at the next build.
func (k *pageKeys) save(pub *publisher) {
	b := []byte(k.mark + pub.sum)
	for _, name := range inOrder(pub.made, pub.known) {
		key := k.now[name]
		b = append(b, key[:]...)
	}
	if writeCache(k.at, b) != nil {
		os.Remove(k.at)
	}
	k.saveParts(pub)
}

// saveParts remembers the sections of large files.
func (k *pageKeys) saveParts(pub *publisher) {
	b := append([]byte(k.mark+pub.sum), k.common[:]...)
	for _, name := range sortedKeys(k.new) {
		b = append(binary.AppendUvarint(b, uint64(len(name))), name...)
		b = appendSections(b, k.new[name])
	}
	if writeCache(k.at+partsSuffix, b) != nil {
		os.Remove(k.at + partsSuffix)
	}
}

// What is behind the names of the files that remember the words of releases and the sections of large files.
const (
	wordsSuffix = "-words"
	partsSuffix = "-parts"
)

// noteParts remembers of which sections a file is made.
func (k *pageKeys) noteParts(name string, list []section) {
	k.mu.Lock()
	k.new[name] = list
	k.mu.Unlock()
}

// stood says of a large file that was kept that its sections are what they were.
func (k *pageKeys) stood(name string) func() error {
	return func() error {
		k.noteParts(name, k.parts[name])
		return nil
	}
}

// search makes the search index and hands its pieces to put. What is remembered of the words of releases is used and
// brought up to date.
func (k *pageKeys) search(a *archive.Archive, pub *publisher, put func(path string, piece []byte) error) (err error) {
	if k == nil {
		for path, piece := range search.Write(a, search.Options{}) {
			if err := put(path, piece); err != nil {
				return err
			}
		}
		return nil
	}
	text, _ := readCache(k.at+wordsSuffix, k.mark)
	words := search.ReadMemory(text)
	keep := func(path string, key archive.Key) (string, bool) {
		kept, e := pub.keep(path, k, key)
		if err == nil {
			err = e
		}
		k.note(path, key)
		return pub.owned[path].SHA256, kept
	}
	for path, piece := range search.Write(a, search.Options{Memory: words, Keep: keep}) {
		if err == nil {
			err = put(path, piece)
		}
		if err != nil {
			return err
		}
	}
	if k.stale.Load() {
		return err // some words were taken from nothing
	}
	if now := string(words.Bytes()); err == nil && now != text && writeCache(k.at+wordsSuffix, append([]byte(k.mark), now...)) != nil {
		os.Remove(k.at + wordsSuffix)
	}
	return err
}

// key is what a file is made of, with what all have in common; false where that is not known before it is made.
func (k *pageKeys) key(h *archive.Hash, shows func(*archive.Hash) bool) (archive.Key, bool) {
	if k == nil || shows == nil {
		return archive.Key{}, false
	}
	h.Reset()
	h.Put(k.common)
	if !shows(h) {
		return archive.Key{}, false
	}
	return h.Key(), true
}

// note remembers the key of a file that was made, or is as it was.
func (k *pageKeys) note(name string, key archive.Key) {
	k.mu.Lock()
	k.now[name] = key
	k.mu.Unlock()
}

// keep claims a file that stands in the published folder as it would be made again, and reports whether it does.
func (p *publisher) keep(name string, k *pageKeys, key archive.Key) (bool, error) {
	d, owned := p.owned[name]
	if old, known := k.old[name]; !owned || !known || old != key || !p.same(name, d) {
		return false, nil
	}
	return true, p.claim(name, d)
}
