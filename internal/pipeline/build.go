package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"readout/internal/archive"
	"readout/internal/collection"
	"readout/internal/export"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/site"
)

// Options says what to build.
type Options struct {
	Collection string           // the folder to read
	Out        string           // the folder to publish into
	BaseURL    string           // where the site will stand; "" for that of the collection, if it tells one
	Lexicon    *lexicon.Lexicon // the built-in one
	Templates  fs.FS            // the built-in ones
	Static     fs.FS            // the built-in ones
	Version    string           // of the program
	Jobs       int              // files read and pages made at a time; 0 for as many as there are cores
	Records    *RecordFile      // facts that were read elsewhere; nil to read all here
	Cache      string           // the folder of what is remembered between builds; "" to remember nothing
	Full       bool             // write every file anew and bring the site into view as a whole
	Preview    *Preview         // write no ids.lock; nil for a build that is to be published
	Progress   Progress         // nil tells nobody
	Patience   time.Duration    // that one page may take to be made; 0 for the usual
}

// Report tells what a build did.
type Report struct {
	Files      int             // that were read
	Remembered int             // of them, whose releases were read before
	Releases   int             // found in them
	Other      int             // files passed over for their suffix
	Doubts     int             // over all releases
	Problems   []string        // what could not be read, and faults in the curator's own files: a line each, beginning with the file
	Notices    []string        // what was passed over, and corrections that no longer apply; likewise
	Lock       bool            // whether ids.lock was written
	Unstated   []string        // files of news media of which nobody stated what may be shown, with the medium: "a.txt (The Tidings)"
	stale      []lexicon.Fault // corrections that no longer apply
	front      []string        // front matter that was not read; in Notices too
	Written
}

// Build reads a collection, puts its releases in order, makes the site and publishes it. An error says why there is no
// new site; the old one stands then. What is only a file's fault is in the report, and the rest is built.
func Build(ctx context.Context, o Options) (Report, error) {
	rep, err := build(ctx, o)
	if errors.Is(err, errStale) {
		o.Cache = ""
		return build(ctx, o)
	}
	return rep, err
}

// errStale says that a file changed while it was taken for what is remembered of it.
var errStale = errors.New("files changed while they were read")

func build(ctx context.Context, o Options) (Report, error) {
	var rep Report
	f, err := OpenFolder(o.Collection, o.Out, o.Lexicon)
	if err != nil {
		return rep, err
	}
	defer f.Close()
	defer collectLazily(len(f.Collection.Files))()
	o.Preview.before(f)
	unlock, err := lockOutput(filepath.Clean(o.Out))
	if err != nil {
		return rep, err
	}
	defer unlock()
	pub, err := newPublisher(filepath.Clean(o.Out), o.Version, o.Full)
	if err != nil {
		return rep, err
	}
	if o.Full && !pub.full {
		rep.Notices = append(rep.Notices, o.Out+": changed file by file, since the folder cannot be exchanged as a whole")
	}
	defer pub.abandon()
	a, err := f.archive(ctx, o, &rep)
	if err != nil {
		return rep, err
	}
	err = f.render(ctx, a, o, pub)
	if f.memory != nil && f.memory.stale.Load() {
		return rep, errStale
	}
	if err != nil {
		return rep, err
	}
	if o.Preview != nil {
		o.Preview.after(f, a.Lock)
	} else if err := f.saveLock(a.Lock, &rep); err != nil {
		rep.Problems = append(rep.Problems, join(f.Path, err.Error()))
	}
	if rep.Written, err = pub.finish(); err == nil && f.keys != nil {
		f.keys.save(pub)
	}
	return rep, err
}

// readAll reads and corrects all releases. Of the options it heeds Jobs, Records, Cache and Progress.
func (f *Folder) readAll(ctx context.Context, o Options, rep *Report) (parts []Part, err error) {
	rep.Problems = append(rep.Problems, f.FaultLines()...)
	rep.Problems = append(rep.Problems, f.problems(f.Collection.Problems)...)
	rep.Notices = append(rep.Notices, f.problems(f.Collection.Notices)...)
	rep.Other = f.Collection.Other
	records := o.Records
	reader := NewReader(f.Lexicon, o.Jobs)
	reader.records = records
	if records == nil {
		f.memory = f.remember(o.Cache)
		reader.memory = f.memory
		if n := len(f.Collection.Files); f.memory != nil && n > 0 && len(f.memory.files)*10 >= n*9 {
			collectSeldom(n)
		}
	}
	inputs := f.Inputs("")
	step := o.Progress.step(StepRead, len(inputs))
	err = reader.All(ctx, inputs, func(r Reading) error {
		step()
		if r.Err != nil {
			rep.Problems = append(rep.Problems, join(f.Path, collection.Printable(r.Name))+": "+r.Err.Error())
			return nil
		}
		rep.Files++
		rep.front = append(rep.front, r.frontMatter(f.Path)...)
		parts = append(parts, r.Parts...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	recs := make([]*record.Record, len(parts))
	for i, p := range parts {
		recs[i] = p.Record
	}
	if m := f.memory; m != nil {
		rep.Remembered = m.taken
		if err := m.save(); err != nil {
			rep.Notices = append(rep.Notices, fmt.Sprintf("%s: cannot be written, so nothing is remembered: %v", o.Cache, reason(err)))
		}
	}
	left := allCorrections
	if records != nil {
		if err := records.finish(recs); err != nil {
			return nil, err
		}
		if n := records.notice(); n != "" {
			rep.Notices = append(rep.Notices, n)
		}
		left = records.corrections
	}
	rep.stale = f.correct(recs, "", left)
	if records != nil {
		if err := records.Err(); err != nil {
			return nil, err
		}
	}
	rep.Notices = append(rep.Notices, rep.front...)
	for _, x := range rep.stale {
		rep.Notices = append(rep.Notices, join(f.Path, x.String()))
	}
	for _, r := range recs {
		rep.Doubts += len(r.Doubts)
	}
	rep.Releases = len(recs)
	return parts, nil
}

// archive puts all releases of the folder in order.
func (f *Folder) archive(ctx context.Context, o Options, rep *Report) (*archive.Archive, error) {
	parts, err := f.readAll(ctx, o, rep)
	if err != nil {
		return nil, err
	}
	releases := make([]archive.Release, len(parts))
	for i, p := range parts {
		releases[i] = archive.Release{Record: p.Record, Open: p.Document, Withheld: p.Withheld, Key: p.key}
		if p.key != "" && len(p.Record.Corrections) > 0 {
			releases[i].Key = hashed(string(record.AppendStored(nil, p.Record)))
		}
	}
	c := f.Collection.Config
	settings := archive.Options{
		Title: c.Title, Description: c.Description, BaseURL: c.BaseURL, Rights: c.Rights, Notes: f.Collection.Notes, Lock: f.Lock,
	}
	if o.BaseURL != "" {
		settings.BaseURL = o.BaseURL
	}
	if settings.BaseURL != "" {
		settings.BaseURL += "/"
	}
	if len(c.Languages) > 0 {
		settings.Language = c.Languages[0]
	}
	for _, e := range f.Collection.Events {
		settings.Rulings = append(settings.Rulings, archive.Ruling{Where: e.Where, Releases: e.Releases, Same: e.Same, Why: e.Why})
	}
	for _, m := range f.Collection.Moves {
		settings.Moves = append(settings.Moves, archive.Move{Where: m.Where, From: m.From, To: m.To})
	}
	a, err := archive.New(releases, f.Lexicon, settings)
	if err != nil {
		return nil, err
	}
	stale := func(where, what string) {
		fault := faultAt(where, what)
		rep.stale = append(rep.stale, fault)
		rep.Notices = append(rep.Notices, join(f.Path, fault.String()))
	}
	for _, e := range a.Releases {
		if e.Unstated {
			rep.Unstated = append(rep.Unstated, fmt.Sprintf("%s (%s)", collection.Printable(e.Record.File), record.Mask(e.Record.Publisher.Value.Name)))
		}
	}
	for _, r := range a.StaleRulings {
		stale(r.Ruling.Where, r.What)
	}
	for _, m := range a.StaleMoves {
		stale(m.Move.Where, m.What)
	}
	return a, nil
}

func (f *Folder) problems(ps []collection.Problem) []string {
	var lines []string
	for _, p := range ps {
		lines = append(lines, join(f.Path, p.String()))
	}
	return lines
}

// layers puts a folder of the collection, if it is there, before the built-in files.
func (f *Folder) layers(have bool, name string, builtin fs.FS) ([]fs.FS, error) {
	if !have {
		return []fs.FS{builtin}, nil
	}
	own, err := fs.Sub(f.root.FS(), name)
	if err != nil {
		return nil, err
	}
	return []fs.FS{own, builtin}, nil
}

// render makes all pages and data files, several at a time, and the search index, and hands them to the publisher.
func (f *Folder) render(ctx context.Context, a *archive.Archive, o Options, pub *publisher) error {
	templates, err := f.layers(f.Collection.Templates, collection.TemplatesFolder, o.Templates)
	if err != nil {
		return err
	}
	static, err := f.layers(f.Collection.Static, collection.StaticFolder, o.Static)
	if err != nil {
		return err
	}
	ready := make(chan *export.Prepared, 1)
	go func() { ready <- export.Prepare(a) }()
	s, err := site.New(a, site.Options{
		Templates: templates, Static: static, Heads: heads{export.NewHeads(a)}, Cite: citer(a), Data: dataFiles(),
	})
	if err != nil {
		return err
	}
	files := (<-ready).Files(listed(s.Pages()))
	f.keys = f.keysOf(o, pub, s.Common())
	return f.make(ctx, a, o, pub, files, s.Pages())
}

// saveLock writes ids.lock into the collection if it changed.
func (f *Folder) saveLock(lock archive.Lock, rep *Report) error {
	text := lock.Format()
	if bytes.Equal(text, f.Collection.Lock) || f.Collection.Lock == nil && len(lock.Lines) == 0 {
		return nil
	}
	// A name with a dot before it is passed over by whoever reads the collection meanwhile.
	const beside = "." + collection.LockFile + ".next"
	if err := f.root.WriteFile(beside, text, 0o644); err != nil {
		return fmt.Errorf("%s: cannot be written: %w", collection.LockFile, reason(err))
	}
	if err := f.root.Rename(beside, collection.LockFile); err != nil {
		f.root.Remove(beside)
		return fmt.Errorf("%s: cannot be written: %w", collection.LockFile, reason(err))
	}
	rep.Lock = true
	return nil
}
