package pipeline

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// tenPages is a site of which an edit changes a small part.
func tenPages(text string) map[string]string {
	site := map[string]string{"index.html": "home"}
	for i := range 9 {
		site[fmt.Sprintf("a/%d.html", i)] = text
	}
	return site
}

// folderOf identifies a folder, not its name.
func folderOf(t *testing.T, name string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// A small edit goes into the folder as it stands; where most files change, the folder is exchanged for another.
func TestManyChangesSwapTheFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publishFiles(t, out, tenPages("one"))
	os.WriteFile(filepath.Join(out, "CNAME"), []byte("example.org"), 0o600)
	os.MkdirAll(filepath.Join(out, "mine", "empty"), 0o755)
	os.Symlink("nowhere", filepath.Join(out, "mine", "link"))
	os.Chmod(out, 0o750)
	first := folderOf(t, out)

	small := tenPages("one")
	small["index.html"], small["a/0.html"] = "home 2", "zero"
	if w := publishFiles(t, out, small); w != (Written{Changed: 2, Unchanged: 8}) {
		t.Errorf("%+v", w)
	}
	if !os.SameFile(first, folderOf(t, out)) {
		t.Error("a small edit exchanges the folder")
	}
	large := tenPages("two")
	delete(large, "a/8.html")
	large["b/new.html"] = "new"
	large["index.html"] = "home 2"
	if w := publishFiles(t, out, large); w != (Written{New: 1, Changed: 8, Unchanged: 1, Removed: 1}) {
		t.Errorf("%+v", w)
	}
	second := folderOf(t, out)
	if os.SameFile(first, second) {
		t.Error("the folder is the same, though nearly all of it changed")
	}
	if second.Mode().Perm() != 0o750 {
		t.Errorf("its mode has become %o", second.Mode().Perm())
	}
	if target, _ := os.Readlink(filepath.Join(out, "mine", "link")); target != "nowhere" {
		t.Errorf("a link of the user's leads to %q", target)
	}
	if _, err := os.Stat(filepath.Join(out, "mine", "empty")); err != nil {
		t.Error(err)
	}
	os.Remove(filepath.Join(out, "mine", "link"))
	large["CNAME"] = "example.org"
	equal(t, out, large)
}

func TestFullBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publishFiles(t, out, tenPages("one"))
	first := folderOf(t, out)
	p, err := newPublisher(out, "test", true)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range tenPages("one") {
		if err := p.put(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if got := held(t, out); !maps.Equal(got, tenPages("one")) {
		t.Errorf("a full build that has not ended shows: %q", got)
	}
	if w, err := p.finish(); err != nil || w != (Written{Unchanged: 10}) {
		t.Errorf("%+v %v", w, err)
	}
	equal(t, out, tenPages("one"))
	if os.SameFile(first, folderOf(t, out)) {
		t.Error("the folder was not made anew")
	}
}

// Whatever a full build left that was killed, the next one begins from a whole site.
func TestHealAfterKilledFullBuild(t *testing.T) {
	for name, leave := range map[string]func(out string){
		"before the exchange":  func(out string) { write(filepath.Join(sibling(out, besideFolder), "a", "0.html"), []byte("half")) },
		"after the exchange":   func(out string) { write(filepath.Join(sibling(out, besideFolder), ManifestFile), []byte("{}")) },
		"between two renames":  func(out string) { os.Rename(out, sibling(out, asideFolder)) },
		"after two renames":    func(out string) { write(filepath.Join(sibling(out, asideFolder), "a", "0.html"), []byte("old")) },
		"in an edit before it": func(out string) { write(filepath.Join(out, stagingFolder, ManifestFile), []byte("{")) },
	} {
		for _, full := range []bool{false, true} {
			out := filepath.Join(t.TempDir(), "public")
			publishFiles(t, out, tenPages("one"))
			leave(out)
			p, err := newPublisher(out, "test", full)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got := held(t, out); got["a/0.html"] != "one" {
				t.Errorf("%s: the next build begins from %q", name, got)
			}
			for name, text := range tenPages("two") {
				if err := p.put(name, []byte(text)); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := p.finish(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			equal(t, out, tenPages("two"))
		}
	}
}

// Where the folder is a link, what it leads to is published into, and the link stays.
func TestPublishThroughALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "public")
	os.Mkdir(real, 0o755)
	os.Symlink("real", link)
	publishFiles(t, link, tenPages("one"))
	publishFiles(t, link, tenPages("two"))
	equal(t, real, tenPages("two"))
	if target, _ := os.Readlink(link); target != "real" {
		t.Errorf("the link leads to %q", target)
	}
}

// A file that somebody put where a page would stand is not written over.
func TestPublishDoesNotWriteOverStrangers(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publishFiles(t, out, tenPages("one"))
	mine := filepath.Join(out, "robots.txt")
	os.WriteFile(mine, []byte("mine"), 0o644)
	site := tenPages("one")
	site["robots.txt"] = "theirs"
	p, err := newPublisher(out, "test", false)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range site {
		p.put(name, []byte(text))
	}
	if _, err := p.finish(); err == nil || !strings.Contains(err.Error(), "robots.txt: stands there and readout did not make it") {
		t.Errorf("%v", err)
	}
	p.abandon()
	site["robots.txt"] = "mine"
	if got := held(t, out); !maps.Equal(got, site) {
		t.Errorf("holds %q", got)
	}
}

// small mounts a file system of some KiB, which only root may do.
func small(t *testing.T, kib int) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system to fill")
	}
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dk", kib), "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no small file system can be mounted here: %s", out)
	}
	t.Cleanup(func() { exec.Command("umount", dir).Run() })
	return dir
}

// On a full disk the build ends with a clear message, the old site stands, and with room made the next build is through.
func TestFullDisk(t *testing.T) {
	disk := small(t, 256)
	for _, where := range []string{filepath.Join(disk, "public"), disk} { // a folder on the disk, and the disk itself
		for _, full := range []bool{false, true} {
			publishFiles(t, where, tenPages("one"))
			p, err := newPublisher(where, "test", full)
			if err != nil {
				t.Fatal(err)
			}
			big := strings.Repeat("x", 40<<10)
			for i := 0; i < 9 && err == nil; i++ {
				err = p.put(fmt.Sprintf("a/%d.html", i), []byte(big))
			}
			if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), where+": a/") {
				t.Fatalf("on a full disk: %v", err)
			}
			p.abandon()
			if got := held(t, where); !maps.Equal(got, tenPages("one")) {
				t.Errorf("after the disk was full: %d files", len(got))
			}
			publishFiles(t, where, tenPages("two"))
			if got := held(t, where); !maps.Equal(got, tenPages("two")) {
				t.Errorf("with room made: %d files", len(got))
			}
			os.RemoveAll(filepath.Join(disk, "public"))
			for name := range held(t, disk) {
				os.Remove(filepath.Join(disk, name))
			}
			os.Remove(filepath.Join(disk, ManifestFile))
			os.Remove(filepath.Join(disk, "a"))
		}
	}
}

// A folder that is a file system of its own cannot be exchanged; it is changed file by file.
func TestFullBuildOntoAMount(t *testing.T) {
	disk := small(t, 256)
	publishFiles(t, disk, tenPages("one"))
	p, err := newPublisher(disk, "test", true)
	if err != nil {
		t.Fatal(err)
	}
	if p.full {
		t.Error("a mounted folder is to be exchanged")
	}
	for name, text := range tenPages("two") {
		if err := p.put(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if w, err := p.finish(); err != nil || w.Changed != 9 {
		t.Errorf("%+v %v", w, err)
	}
	if got := held(t, disk); !maps.Equal(got, tenPages("two")) {
		t.Errorf("%q", got)
	}
}
