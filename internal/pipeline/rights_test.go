package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/sample"
)

// lockUp takes the right to write from a folder and all folders in it, for the length of a test.
func lockUp(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("permissions do not bind this user")
	}
	set := func(mode fs.FileMode) {
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			return os.Chmod(name, mode)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	set(0o555)
	t.Cleanup(func() { set(0o755) })
}

// A published folder that may not be written to stays as it is, and the build says why.
func TestReadOnlySite(t *testing.T) {
	dir := t.TempDir()
	o := building(t, filepath.Join(dir, "in"), filepath.Join(dir, "site", "out"))
	mustWrite(t, filepath.Join(o.Collection, sample.Name(0)), sample.Release(0))
	mustBuild(t, o)
	before := mustRead(t, filepath.Join(o.Out, ManifestFile))
	mustWrite(t, filepath.Join(o.Collection, sample.Name(1)), sample.Release(1))
	lockUp(t, o.Out)
	if _, err := Build(t.Context(), o); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("the build ends with %v", err)
	}
	if mustRead(t, filepath.Join(o.Out, ManifestFile)) != before {
		t.Error("another manifest")
	}
	if bad, err := Changed(o.Out); err != nil || len(bad) > 0 {
		t.Error(bad, err)
	}
}

// The site of a collection that may not be written to is made; that its addresses cannot be kept is told.
func TestReadOnlyCollection(t *testing.T) {
	dir := t.TempDir()
	o := building(t, filepath.Join(dir, "in"), filepath.Join(dir, "out"))
	o.Cache = filepath.Join(dir, "cache")
	mustWrite(t, filepath.Join(o.Collection, sample.Name(0)), sample.Release(0))
	lockUp(t, o.Collection)
	rep := mustBuild(t, o)
	if len(rep.Problems) != 1 || !strings.Contains(rep.Problems[0], "ids.lock: cannot be written") {
		t.Errorf("told is %q", rep.Problems)
	}
	if bad, err := Changed(o.Out); err != nil || len(bad) > 0 {
		t.Error(bad, err)
	}
}
