package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"readout/internal/archive"
	"readout/internal/collection"
	"readout/internal/lexicon"
)

// CheckOptions says what to check.
type CheckOptions struct {
	Collection string
	Out        string           // the published folder; "" for none
	Lexicon    *lexicon.Lexicon // the built-in one
	Jobs       int
	Cache      string // as in Options
}

// CheckReport is what a check found.
type CheckReport struct {
	Files, Releases, Doubts int
	Pages, Links            int      // of the published folder
	Faults                  []string // "file:line: what"
	Unstated                []string // as in Report
	Warnings                []string // what a host may not take; no faults
}

// Check looks for faults in a collection, its lexicon and its corrections, and in the folder it was published into. Doubts
// are no faults. An error says that the check could not go on.
func Check(ctx context.Context, o CheckOptions) (CheckReport, error) {
	var rep CheckReport
	f, err := OpenFolder(o.Collection, o.Out, o.Lexicon)
	var bad LexiconError
	if errors.As(err, &bad) {
		for _, x := range bad.Faults {
			rep.Faults = append(rep.Faults, join(bad.Folder, x.String()))
		}
		return rep, nil
	}
	if err != nil {
		return rep, err
	}
	defer f.Close()
	for _, x := range lexicon.Check() {
		rep.Faults = append(rep.Faults, "built-in lexicon: "+x.String())
	}
	defer collectLazily(len(f.Collection.Files))()
	var built Report
	a, err := f.archive(ctx, Options{Jobs: o.Jobs, Cache: o.Cache}, &built)
	if err != nil {
		return rep, err
	}
	rep.Files, rep.Releases, rep.Doubts, rep.Unstated = built.Files, built.Releases, built.Doubts, built.Unstated
	rep.Faults = append(append(rep.Faults, built.Problems...), built.front...)
	for _, x := range built.stale {
		rep.Faults = append(rep.Faults, join(f.Path, x.String()))
	}
	if o.Out == "" {
		return rep, nil
	}
	return rep, rep.site(o.Out, f, a)
}

// site checks the published folder.
func (rep *CheckReport) site(out string, f *Folder, a *archive.Archive) error {
	changed, err := Changed(out)
	if err != nil {
		return err
	}
	if m, _, err := readManifest(filepath.Join(out, ManifestFile)); err == nil {
		for _, line := range m.hostLimits() {
			rep.Warnings = append(rep.Warnings, out+": "+line)
		}
	}
	for _, line := range changed {
		rep.Faults = append(rep.Faults, join(out, line))
	}
	dir := os.DirFS(out)
	links, err := CheckLinks(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", out, reason(err))
	}
	rep.Pages, rep.Links = links.Pages, links.Count
	for _, line := range links.Faults {
		rep.Faults = append(rep.Faults, join(out, line))
	}
	// every address that was ever published still leads somewhere, and none is forgotten
	lock := join(f.Path, collection.LockFile)
	listed := map[string]bool{}
	for i, l := range f.Lock.Lines {
		for _, id := range append([]string{l.ID}, l.Former...) {
			listed[l.Kind.Path(id)] = true
			if _, err := fs.Stat(dir, l.Kind.Path(id)); err != nil {
				rep.Faults = append(rep.Faults, fmt.Sprintf("%s: %s was published and is gone (entry %d)", lock, l.Kind.Path(id), i+1))
			}
		}
	}
	made, _, err := readManifest(join(out, ManifestFile))
	if err != nil {
		return fmt.Errorf("%s: %w", join(out, ManifestFile), reason(err))
	}
	for _, name := range sortedKeys(made.Files) {
		if archive.IsAddress(name) && !listed[name] {
			rep.Faults = append(rep.Faults, fmt.Sprintf("%s: %s is published and not in it", lock, name))
		}
	}
	for _, l := range a.Lock.Lines {
		if p := l.Kind.Path(l.ID); !listed[p] && made.Files[p] == (published{}) {
			rep.Faults = append(rep.Faults, fmt.Sprintf("%s: %s is not in it; build the site and commit the file", lock, cmp.Or(p, l.ID)))
		}
	}
	return nil
}
