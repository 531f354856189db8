package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/source"
)

// What was read from a file is remembered in a folder of the user's (the cache), and not read again as long as the file,
// the program and the lexicon are the same. A file is taken for the same where size, times and number are those it had;
// where they differ, or are so young that a change might not show in them, its checksum tells. Whatever is missing,
// damaged or of another program or lexicon is passed over: it costs time, and never truth. See shard.go for the form.

// settled is how old a file's times must be for the next change to show in them: file systems count in steps.
const settled = 2 * time.Second

// memory is what is remembered of one collection. It may be used from several goroutines.
type memory struct {
	dir   string
	mark  string // opens each shard: of another form, program or lexicon nothing is taken
	began time.Time
	stale atomic.Bool // a file is no longer what is remembered of it, and was found to be so too late

	mu     sync.Mutex
	files  map[string]*remembered // by name
	dirty  [shards]bool           // shards to be written
	taken  int                    // files that were not read again
	stores sync.Pool              // of *record.Store
}

// remembered is what came of one file.
type remembered struct {
	stamp    stamp
	sum      string // SHA-256 of the bytes, in hex
	withheld bool   // see archive.Release
	parts    []rememberedPart
	seen     bool // whether the file is still there
}

// rememberedPart is what came of one release of a file.
type rememberedPart struct {
	key    string           // SHA-256 of the stored record
	faults []document.Fault // of its front matter
	record string           // stored
}

// stamp is by what a file is known without being read. The zero stamp is that of no file.
type stamp struct{ size, modified, changed, number int64 }

// remember opens what is remembered of a collection in a cache; nil where there is no cache, or the program cannot tell
// itself from others.
func (f *Folder) remember(cache string) *memory {
	if cache == "" {
		return nil
	}
	own, err := programSum()
	if err != nil {
		return nil
	}
	at, err := filepath.Abs(f.Path)
	if err != nil {
		return nil
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		at = real
	}
	m := &memory{dir: filepath.Join(cache, "readings", hashed(at)[:32]), began: time.Now(), files: map[string]*remembered{}}
	m.mark = shardMark + own + f.lexiconSum() + "\n"
	m.stores.New = func() any { return &record.Store{} }
	m.load()
	return m
}

// lexiconSum tells a collection's own lexicon from all others; "" for the built-in one, which is part of the program.
func (f *Folder) lexiconSum() string {
	if !f.Collection.Lexicon {
		return ""
	}
	return f.Lexicon.Sum()
}

// programSum is the checksum of the running program.
func programSum() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	d := digestOfFile(name)
	if d == (published{}) {
		return "", fs.ErrNotExist
	}
	return d.SHA256, nil
}

func hashed(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// recall returns what came of a file when it was last read, if it is the same still.
func (m *memory) recall(in Input, r *Reader) (Reading, bool) {
	now, err := in.stamp()
	m.mu.Lock()
	kept := m.files[in.Name]
	m.mu.Unlock()
	if err != nil || kept == nil {
		return Reading{}, false
	}
	if kept.stamp == (stamp{}) || kept.stamp != now {
		b, err := in.Load()
		if err != nil {
			return Reading{}, false
		}
		if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != kept.sum {
			return Reading{}, false
		}
		m.restamp(in.Name, kept, m.trusted(now))
	}
	out := Reading{Name: in.Name}
	store := m.stores.Get().(*record.Store)
	defer m.stores.Put(store)
	all := sync.OnceValue(func() []*document.Document { return m.cutAgain(in, kept.sum, r.signs) })
	for i, p := range kept.parts {
		rec, err := store.Read(p.record)
		if err != nil || rec.File != in.Name || rec.SHA256 != kept.sum {
			return Reading{}, false
		}
		out.Parts = append(out.Parts, Part{
			Record: rec, key: p.key, faults: p.faults, Withheld: kept.withheld,
			Document: func() *document.Document {
				if docs := all(); i < len(docs) {
					return docs[i]
				}
				m.stale.Store(true)
				return nothing(in.Name)
			},
		})
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	kept.seen = true
	m.taken++
	return out, true
}

// cutAgain makes the documents of a remembered file; nil where it is no longer the file that is remembered.
func (m *memory) cutAgain(in Input, sum string, signs document.Signs) []*document.Document {
	b, err := in.Load()
	if err != nil {
		return nil
	}
	src, err := source.Decode(in.Name, b)
	if err != nil || src.SHA256 != sum {
		return nil
	}
	docs := document.Cut(src, signs)
	for _, d := range docs {
		d.View.Words = nil
	}
	return docs
}

// nothing stands for a document that cannot be had any more. What is made of it is thrown away.
func nothing(name string) *document.Document {
	src, _ := source.Decode(name, nil) // nothing can be wrong with nothing
	return document.Cut(src, document.Signs{})[0]
}

// trusted is a stamp as it may be relied on: none for a file so young that its next change might not show.
func (m *memory) trusted(s stamp) stamp {
	if young := m.began.Add(-settled).UnixNano(); s.modified >= young || s.changed >= young {
		return stamp{}
	}
	return s
}

func (m *memory) restamp(name string, kept *remembered, s stamp) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if kept.stamp != s {
		kept.stamp = s
		m.dirty[shardOf(name)] = true
	}
}

// note remembers what came of a file that had a stamp before it was read.
func (m *memory) note(r *Reading, s stamp) {
	if r.Err != nil || len(r.Parts) == 0 {
		return
	}
	kept := &remembered{stamp: m.trusted(s), sum: r.Parts[0].Record.SHA256, withheld: r.Parts[0].Withheld, seen: true}
	for i := range r.Parts {
		p := &r.Parts[i]
		stored := string(record.AppendStored(nil, p.Record))
		p.key = hashed(stored)
		kept.parts = append(kept.parts, rememberedPart{p.key, p.faults, stored})
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[r.Name] = kept
	m.dirty[shardOf(r.Name)] = true
}

// save writes what changed, and lets go of it: pages need none of it, and the collector would look through it again and
// again. What fails only costs time when the collection is read again.
func (m *memory) save() error {
	defer func() { m.files = nil }()
	of := [shards][]string{}
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		n := shardOf(name)
		if !m.files[name].seen {
			delete(m.files, name)
			m.dirty[n] = true
			continue
		}
		of[n] = append(of[n], name)
	}
	for n, dirty := range m.dirty {
		if !dirty {
			continue
		}
		if err := m.saveShard(n, of[n]); err != nil {
			return err
		}
	}
	return nil
}

// load reads all shards, several at a time.
func (m *memory) load() {
	var todo atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for n := int(todo.Add(1)) - 1; n < shards; n = int(todo.Add(1)) - 1 {
				files := m.loadShard(n)
				m.mu.Lock()
				maps.Copy(m.files, files)
				m.mu.Unlock()
			}
		})
	}
	workers.Wait()
}
