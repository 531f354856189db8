package pipeline

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Difference is a file of a published folder that is not as the manifest says.
type Difference struct {
	File string // from the top of the site, with forward slashes
	What string // "changed", "added" or "removed"
}

// Verified is what came of holding a published folder against its manifest.
type Verified struct {
	Files       int    // that the manifest lists
	Manifest    string // SHA-256 of the manifest itself: whoever noted it down knows that the list is the one that was published
	Version     string // of the program that built the site
	Differences []Difference
}

// Verify reads every file of a published folder and names those that differ from the manifest, in order. An error says
// that the folder holds no site of readout, or cannot be read.
func Verify(out string) (Verified, error) {
	name := filepath.Join(out, ManifestFile)
	m, own, err := readManifest(name)
	if err != nil {
		return Verified{}, fmt.Errorf("%s: %w", join(out, ManifestFile), reason(err))
	}
	if !own {
		return Verified{}, notPublished(out)
	}
	v := Verified{Files: len(m.Files), Manifest: digestOfFile(name).SHA256, Version: m.Version}
	seen := map[string]bool{}
	err = fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() || name == ManifestFile:
			return nil
		}
		want, listed := m.Files[name]
		seen[name] = listed
		switch {
		case !listed:
			v.Differences = append(v.Differences, Difference{name, "added"})
		case !d.Type().IsRegular() || digestOfFile(filepath.Join(out, filepath.FromSlash(name))) != want:
			v.Differences = append(v.Differences, Difference{name, "changed"})
		}
		return nil
	})
	if err != nil {
		return Verified{}, fmt.Errorf("%s: %w", out, reason(err))
	}
	for name := range m.Files {
		if !seen[name] {
			v.Differences = append(v.Differences, Difference{name, "removed"})
		}
	}
	slices.SortFunc(v.Differences, func(a, b Difference) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.What, b.What))
	})
	return v, nil
}

// notPublished says that a folder holds no site of readout.
func notPublished(out string) error {
	return fmt.Errorf("%s: no %s of readout: not built yet, or not by readout", out, ManifestFile)
}
