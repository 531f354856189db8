// Package search writes an archive as a search index that a browser reads in small pieces.
//
// The pieces are classic scripts, for a page opened from a disk can load nothing else: each calls
//
//	readoutSearch.piece("NAME","DATA");
//
// and lies at search/NAME.js. DATA is bytes in 91 printable characters (see pack): of titles and texts codes of symbols, up
// to the symbol 0, and of the others raw deflate. static/search.js reads them. In what follows a number is a base-128
// varint, the lowest seven bits first, and a string is its length in bytes and UTF-8.
// Releases are numbered from 0 in the order of the archive, so that a new release changes few pieces.
//
//	index     JSON: how the rest is cut (see index)
//	symbols   what titles/ and texts/ are written in (see symbols)
//	words/N   words from index.Words[N] on: their count; of each the length it shares with the word before, the rest as a
//	          string, and the count of its releases; then, word for word, each release as (step from the one before)*4 + weight
//	titles/N  some releases that follow each other (see part), a line each: path, language, day, how the day is known,
//	          headline, line under it; separated by tabs
//	texts/N   some releases that follow each other, separated by empty lines; a sentence a line: the bytes of the file
//	          between it and the sentence before ("-" where the page has no such sentence), a space, its text
//	facets/K  of a facet: the count of its values; of each its id, its name, the count of its releases and the steps between
//
// Of a release of which only an excerpt may be shown, headline, facts and twelve words go in, and nothing else.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"iter"
	"strconv"

	"readout/internal/archive"
)

// Options says how the index is cut. The zero Options is what search.js is made for.
type Options struct {
	Titles int // releases in a piece of titles; 0 for the usual
	Texts  int // releases in a piece of texts; 0 for the usual
	Few    int // releases that are one part; 0 for the usual
	Words  int // bytes of a piece of words, before it is deflated; 0 for the usual

	Memory *Memory // what is known already, and what will be; nil for nothing
	// Keep is asked for each piece, with the key of what it is made of, whether it stands already: it returns the SHA-256 of
	// the file in hex, or false to have it made. Nil has all made.
	Keep func(path string, key archive.Key) (sum string, ok bool)
}

// Folder is where all files lie, from the top of the site.
const Folder = "search/"

// index is the piece that search.js reads first.
type index struct {
	Stamp  string   `json:"stamp"`  // of all other pieces; asked for with each, so that no browser mixes two builds
	Count  int      `json:"count"`  // releases
	Dated  int      `json:"dated"`  // the first so many have a year
	Titles int      `json:"titles"` // releases in a piece
	Texts  int      `json:"texts"`
	Parts  []part   `json:"parts"` // by number of their first release
	Words  []string `json:"words"` // the first word of each piece of words
	Skip   []string `json:"skip"`  // words that are not looked for
}

// part is a run of releases that are cut into pieces by themselves, so that a release more or less leaves the pieces of
// other parts as they are. Its pieces are called Name0, Name1 and so on.
type part struct {
	From int    `json:"from"`
	Name string `json:"name"`
}

// fewReleases is how many are one part. More are parted by years.
const fewReleases = 2000

func partsOf(a *archive.Archive, few int) []part {
	if len(a.Releases) <= few {
		return []part{{}}
	}
	var list []part
	var last *archive.Year
	for i, e := range a.Releases {
		if i == 0 || e.Year != last {
			list = append(list, part{i, strconv.Itoa(len(list)) + "-"})
			if e.Year != nil {
				list[len(list)-1].Name = e.Year.ID + "-"
			}
		}
		last = e.Year
	}
	return list
}

// Write makes the files of the index one by one: paths from the top of the site, and bytes that the caller may keep. The
// same archive gives the same bytes. The first piece comes last, for it is right only when all others stand.
func Write(a *archive.Archive, o Options) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		w := &writer{yield: yield, keep: o.Keep, deflate: newDeflater(), sum: sha256.New()}
		m := o.Memory
		if m == nil || !a.Keyed {
			m = &Memory{}
		}
		if !a.Keyed {
			w.keep = nil
		}
		x := index{Count: len(a.Releases), Dated: dated(a), Titles: or(o.Titles, 16), Texts: or(o.Texts, 4), Parts: partsOf(a, or(o.Few, fewReleases)), Skip: skipped()}
		docs := docsOf(a)
		s := m.learn(docs)
		w.piece("symbols", m.symbols)
		w.batches("titles", docs, x.Parts, x.Titles, s, appendTitle)
		w.batches("texts", docs, x.Parts, x.Texts, s, appendText)
		for _, f := range facets(a) {
			w.piece("facets/"+f.key, string(f.encode()))
		}
		var pieces [][]byte
		x.Words, pieces = m.invert(docs, wordKeys(a)).cut(or(o.Words, 12<<10))
		for i, p := range pieces {
			w.piece(numbered("words", i), string(p))
		}
		x.Stamp = hex.EncodeToString(w.sum.Sum(nil))[:8]
		text, _ := json.Marshal(x) // strings and numbers never fail
		w.piece("index", string(text))
	}
}

// learn finds the symbols of an archive, or remembers them.
func (m *Memory) learn(docs *docs) *symbols {
	from := sampleOf(docs.a)
	var h archive.Hash
	for _, i := range from {
		h.Entries(docs.a.Releases[i])
	}
	key := h.Key()
	if docs.a.Keyed && key == m.symbolsKey {
		if s := readSymbols(m.symbols); s != nil {
			return s
		}
	}
	var sample [][]byte
	for _, i := range from {
		sample = append(sample, appendTitle(nil, docs.get(i)), appendText(nil, docs.get(i)))
	}
	s := learn(sample)
	m.symbols, m.symbolsKey = string(s.encode()), key
	return s
}

// wordKeys are what the words of each release are made of; nil where that is not known.
func wordKeys(a *archive.Archive) []archive.Key {
	if !a.Keyed {
		return nil
	}
	keys := make([]archive.Key, len(a.Releases))
	var h archive.Hash
	for i, e := range a.Releases {
		h.Reset()
		h.Entries(e)
		h.Text(names(a, e)...)
		keys[i] = h.Key()
	}
	return keys
}

// dated counts the releases that have a year; they come first.
func dated(a *archive.Archive) int {
	n := len(a.Releases)
	for n > 0 && (a.Releases[n-1].Year == nil || a.Releases[n-1].Year.Number == 0) {
		n--
	}
	return n
}

func or(n, usual int) int {
	if n > 0 {
		return n
	}
	return usual
}

// writer hands pieces out until the caller has enough.
type writer struct {
	yield   func(string, []byte) bool
	keep    func(string, archive.Key) (string, bool)
	deflate *deflater
	hash    archive.Hash
	sum     hash.Hash // of the checksums of all pieces
	done    bool
}

// piece hands out what is to be deflated, unless the piece stands already.
func (w *writer) piece(name, data string) {
	w.hash.Reset()
	w.hash.Text(data)
	w.give(name, func() []byte { return w.deflate.deflate([]byte(data)) })
}

// give hands out a piece of what was put into the hash, unless it stands already.
func (w *writer) give(name string, data func() []byte) {
	if w.done {
		return
	}
	path := Folder + name + ".js"
	if w.keep != nil {
		w.hash.Text(path)
		if sum, ok := w.keep(path, w.hash.Key()); ok {
			io.WriteString(w.sum, sum)
			return
		}
	}
	packed := data()
	b := make([]byte, 0, len(packed)*16/13+len(name)+40)
	b = append(b, `readoutSearch.piece("`...)
	b = append(b, name...)
	b = append(b, `","`...)
	b = pack(b, packed)
	b = append(b, "\");\n"...)
	io.WriteString(w.sum, sumOf(b))
	w.done = !w.yield(path, b)
}

// sumOf is the SHA-256 of a file in hex.
func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// batches writes releases in symbols, part by part, n to a piece.
func (w *writer) batches(folder string, docs *docs, parts []part, n int, s *symbols, add func([]byte, *doc) []byte) {
	var text, codes []byte
	var cut []symbol
	of := sha256.Sum256(s.encode())
	at := 0
	for i := 0; i < docs.count() && !w.done; {
		until := docs.count()
		if at+1 < len(parts) {
			until = parts[at+1].From
		}
		next := min(i+n, until)
		name := folder + "/" + parts[at].Name + strconv.Itoa((i-parts[at].From)/n)
		w.hash.Reset()
		w.hash.Put(archive.Key(of[:]))
		w.hash.Entries(docs.a.Releases[i:next]...)
		w.give(name, func() []byte {
			text = text[:0]
			for k := i; k < next; k++ {
				text = add(text, docs.get(k))
			}
			cut = append(s.cut(cut[:0], text), end)
			codes = s.write(codes[:0], cut)
			return codes
		})
		if i = next; i == until {
			at++
		}
	}
}
