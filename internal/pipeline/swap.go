package pipeline

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A full site is made beside the published folder, and the two exchange their names in one step of the file system. Where
// the system has no such step, the old folder is put aside first; a build that is killed between the two renamings leaves
// no published folder, and the next build puts the old one back before it does anything else.

// place is where the folder called out really lies: absolute, links followed.
func place(out string) (string, error) {
	at, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		return real, nil
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(at)); err == nil {
		return filepath.Join(real, filepath.Base(at)), nil
	}
	return at, nil
}

// sibling is a hidden folder beside another.
func sibling(at, suffix string) string {
	return filepath.Join(filepath.Dir(at), "."+filepath.Base(at)+suffix)
}

// heal puts right what a full build left that was killed.
func (p *publisher) heal() error {
	old := sibling(p.at, asideFolder)
	if _, err := os.Lstat(p.at); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(old, p.at); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: the old site cannot be put back: %w", p.out, reason(err))
		}
	}
	for _, left := range []string{p.beside, old} {
		if err := os.RemoveAll(left); err != nil {
			return fmt.Errorf("%s: %w", left, reason(err))
		}
	}
	return nil
}

// swappable reports whether what is made beside the folder can come into its place by renaming, which is not so where the
// folder is a file system of its own or the one around it may not be written to.
func (p *publisher) swappable() bool {
	probe := filepath.Join(p.at, stagingFolder+"-probe")
	defer os.Remove(p.beside)
	defer os.Remove(probe)
	return os.Mkdir(p.beside, 0o755) == nil && os.Rename(p.beside, probe) == nil && os.Rename(probe, p.beside) == nil
}

// swap makes the staged files, with all others that stay, the published folder. It reports false, and has changed
// nothing, where the folder cannot be exchanged as a whole.
func (p *publisher) swap(m []byte) (bool, error) {
	if !p.full {
		// after a killed build the staging folder stays where it is, as a sign, until all is put right
		if !p.trust || os.Rename(p.stage, p.beside) != nil {
			return false, nil
		}
		p.stage, p.full = p.beside, true // from here on it is no staging folder of the published one
	}
	if err := p.carry(); err != nil {
		return false, err
	}
	if err := write(filepath.Join(p.stage, ManifestFile), m); err != nil {
		return false, err
	}
	if err := p.exchange(); err != nil {
		return false, err
	}
	p.staged = false // it has become the old site
	return true, os.RemoveAll(p.stage)
}

func (p *publisher) exchange() error {
	if p.fresh {
		return os.Rename(p.stage, p.at)
	}
	if info, err := os.Stat(p.at); err == nil {
		if err := os.Chmod(p.stage, info.Mode().Perm()); err != nil {
			return err
		}
	}
	if exchangeNames(p.stage, p.at) == nil {
		return nil
	}
	old := sibling(p.at, asideFolder)
	if err := os.Rename(p.at, old); err != nil {
		return err
	}
	if err := os.Rename(p.stage, p.at); err != nil {
		return errors.Join(err, os.Rename(old, p.at))
	}
	return os.Rename(old, p.stage)
}

// carry brings the files that stay into the folder beside: those that did not change, and those that were added by hand.
func (p *publisher) carry() error {
	if p.fresh {
		return nil
	}
	return filepath.WalkDir(p.at, func(from string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(p.at, from)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		_, own := p.owned[name]
		_, made := p.made[name]
		to := filepath.Join(p.stage, rel)
		switch {
		case name == stagingFolder:
			return fs.SkipDir
		case name == "." || name == ManifestFile || p.changed[name] || own && !made:
			return nil
		case d.IsDir():
			return p.carryFolder(name, to)
		}
		return bringOver(from, to, d.Type())
	})
}

// carryFolder makes a folder that is not there yet, unless only pages lay in it that are gone.
func (p *publisher) carryFolder(name, to string) error {
	if p.folders == nil {
		p.folders = map[string]bool{}
		for own := range p.owned {
			for dir := filepath.ToSlash(filepath.Dir(own)); dir != "." && !p.folders[dir]; dir = filepath.ToSlash(filepath.Dir(dir)) {
				p.folders[dir] = true
			}
		}
	}
	if p.folders[name] {
		return nil // made with the first file in it
	}
	return os.MkdirAll(to, 0o755)
}

// bringOver makes a file known under a second name, or copies it where that cannot be.
func bringOver(from, to string, mode fs.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if mode&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	if !mode.IsRegular() || os.Link(from, to) == nil {
		return nil // a pipe or a socket of somebody else is not carried over
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
