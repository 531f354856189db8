package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout/internal/pipeline"
)

// A build that is killed leaves no broken site. READOUT_KILLS says how many builds are killed (make kill: 200), half of
// them edits and half full builds. Of each half every second kill comes at any moment of the build, and every other one
// is aimed at the moments in which the site changes, which are few.
func TestKills(t *testing.T) {
	kills, releases := 10, 15
	if s := os.Getenv("READOUT_KILLS"); s != "" {
		var err error
		if kills, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
		releases = 150
	} else if testing.Short() {
		t.Skip("kills builds")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	k := &killer{t: t, rng: rand.New(rand.NewPCG(seed, 1)), dir: t.TempDir()}
	k.collect(releases)
	k.build("--out", k.path("public"))
	for i := range kills {
		k.round(i%2 == 1, i%4 >= 2)
		if t.Failed() {
			t.Fatalf("round %d", i)
		}
	}
	for state, n := range k.found {
		t.Logf("%d of %d kills left a site that is %s", n, kills, killState(state))
	}
}

// killer keeps a collection and its site.
type killer struct {
	t     *testing.T
	rng   *rand.Rand
	dir   string
	count int
	found [3]int // kills by what they left
}

func (k *killer) path(names ...string) string {
	return filepath.Join(append([]string{k.dir}, names...)...)
}

func (k *killer) write(name, text string) {
	k.t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		k.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		k.t.Fatal(err)
	}
}

// collect makes a collection of releases that name each other's countries and people.
func (k *killer) collect(n int) {
	if err := os.CopyFS(k.path("releases"), os.DirFS(fiveReleases)); err != nil {
		k.t.Fatal(err)
	}
	for range n {
		k.add()
	}
}

var killCountries = []string{"France", "Norway", "Japan", "Chile", "Kenya", "India", "Peru"}

// add writes one more release.
func (k *killer) add() {
	k.count++
	country := killCountries[k.rng.IntN(len(killCountries))]
	k.write(k.path("releases", fmt.Sprintf("r%04d.txt", k.count)), fmt.Sprintf(
		"Foreign Minister meets Ambassador of %s, number %d\n\nForeign Minister Kang Kyung-wha met the Ambassador of %s in Seoul on %d %s %d. They spoke of trade, sanctions and case %d.\n",
		country, k.count, country, 1+k.rng.IntN(28), time.Month(1+k.rng.IntN(12)), 2017+k.rng.IntN(3), k.rng.IntN(1000)))
}

func (k *killer) build(flags ...string) {
	k.t.Helper()
	out, err := exec.Command("readout", append([]string{"build", k.path("releases")}, flags...)...).CombinedOutput()
	if err != nil {
		k.t.Fatalf("readout build: %v\n%s", err, out)
	}
}

// round changes the collection, kills a build of it, looks at what stands, and lets the next build end.
func (k *killer) round(full, aimed bool) {
	t := k.t
	t.Helper()
	before := files(t, k.path("public"))
	all, err := filepath.Glob(k.path("releases", "r*.txt"))
	if err != nil || len(all) < 3 {
		t.Fatal(all, err)
	}
	os.Remove(all[k.rng.IntN(len(all))])
	changed := all[k.rng.IntN(len(all))]
	k.write(changed, "Minister speaks of case "+fmt.Sprint(k.rng.IntN(1e6))+"\n\nForeign Minister Kang Kyung-wha spoke with the Ambassador of "+killCountries[k.rng.IntN(len(killCountries))]+" on 3 May 2019.\n")
	k.add()

	// the site as it will be, and how long a build of that sort takes
	want := k.path("want")
	defer os.RemoveAll(want)
	defer os.RemoveAll(k.path("same"))
	if err := errors.Join(os.CopyFS(want, os.DirFS(k.path("public"))), os.CopyFS(k.path("same"), os.DirFS(k.path("releases")))); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	args := []string{"build", k.path("releases"), "--out", k.path("public")}
	reference := []string{"build", k.path("same"), "--out", want}
	if full {
		args, reference = append(args, "--full"), append(reference, "--full")
	}
	if out, err := exec.Command("readout", reference...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took := time.Since(began)
	after := files(t, want)

	cmd := exec.Command("readout", args...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if aimed {
		k.await(full, cmd, 2*took)
		time.Sleep(time.Duration(k.rng.Int64N(int64(took/20) + 1)))
	} else {
		time.Sleep(time.Duration(k.rng.Int64N(int64(took))))
	}
	cmd.Process.Kill()
	err = cmd.Wait()

	got := files(t, k.path("public"))
	state := k.judge(before, after, got, full)
	if err == nil && state != allNew {
		t.Errorf("a build came to its end and the site is %s:\n%s", state, said.String())
	}
	k.found[state]++
	k.build("--out", k.path("public"))
	if d := differences(after, files(t, k.path("public"))); len(d) > 0 {
		t.Errorf("after the next build: %v", d)
	}
	if left, _ := filepath.Glob(k.path(".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// await waits until a build begins to bring its files into view.
func (k *killer) await(full bool, cmd *exec.Cmd, most time.Duration) {
	sign := k.path("public", ".readout-next", pipeline.ManifestFile)
	if full {
		sign = k.path(".public.readout-next", pipeline.ManifestFile)
	}
	for end := time.Now().Add(most); time.Now().Before(end) && cmd.ProcessState == nil; {
		if _, err := os.Stat(sign); err == nil {
			return
		}
		time.Sleep(50 * time.Microsecond)
	}
}

// What a killed build leaves.
type killState int

const (
	allOld killState = iota
	allNew
	mixed
)

func (s killState) String() string {
	return [...]string{"the old one", "the new one", "part old, part new"}[s]
}

// judge looks at a published folder after a kill.
func (k *killer) judge(before, after, got map[string]string, full bool) killState {
	t := k.t
	t.Helper()
	staged := false
	for name := range got {
		if strings.HasPrefix(name, ".readout-next/") {
			delete(got, name)
			staged = true
		}
	}
	old, new := len(differences(before, got)) == 0, len(differences(after, got)) == 0
	switch {
	case old && !staged:
		return allOld
	case new && !staged:
		return allNew
	case full:
		t.Errorf("after a full build the folder is neither the old site nor the new one: %v", differences(after, got))
	}
	for name, text := range got {
		was, hadBefore := before[name]
		is, hasAfter := after[name]
		if !(hadBefore && text == was || hasAfter && text == is) {
			t.Errorf("%s is neither as it was nor as it will be", name)
		}
	}
	for name := range before {
		if _, stays := after[name]; stays && got[name] == "" && before[name] != "" {
			t.Errorf("%s was and will be, and is not there", name)
		}
	}
	k.follow(got)
	switch {
	case old:
		return allOld
	case new:
		return allNew
	}
	return mixed
}

// follow walks from the home page as a reader does: every link of every page that can be reached lands.
func (k *killer) follow(site map[string]string) {
	seen := map[string]bool{"index.html": true}
	todo := []string{"index.html"}
	for len(todo) > 0 {
		page := todo[0]
		todo = todo[1:]
		z := html.NewTokenizer(strings.NewReader(site[page]))
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			_, more := z.TagName()
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				to := string(value)
				if n := string(key); n != "href" && n != "src" || strings.Contains(to, ":") {
					continue
				}
				to, _, _ = strings.Cut(to, "#")
				to, _, _ = strings.Cut(to, "?")
				if to = path.Join(path.Dir(page), to); to == path.Dir(page) || seen[to] {
					continue
				}
				seen[to] = true
				if _, ok := site[to]; !ok {
					k.t.Errorf("%s links to %s, which is not there", page, to)
				} else if path.Ext(to) == ".html" {
					todo = append(todo, to)
				}
			}
		}
	}
	if len(seen) < 50 {
		k.t.Errorf("only %d files are reached from the home page", len(seen))
	}
}

// Two builds into one folder at once: one is made, the other says why it is not.
func TestTwoBuildsAtOnce(t *testing.T) {
	k := &killer{t: t, rng: rand.New(rand.NewPCG(1, 1)), dir: t.TempDir()}
	k.collect(20)
	type outcome struct {
		code int
		said string
	}
	results := make(chan outcome)
	for range 4 {
		go func() {
			cmd := exec.Command("readout", "build", k.path("releases"), "--out", k.path("public"))
			out, _ := cmd.CombinedOutput()
			results <- outcome{cmd.ProcessState.ExitCode(), string(out)}
		}()
	}
	made := 0
	for range 4 {
		switch r := <-results; {
		case r.code == 0:
			made++
		case r.code != 2 || !strings.Contains(r.said, "public: another build") || !strings.Contains(r.said, "is writing there; wait for it to end"):
			t.Errorf("exit %d: %s", r.code, r.said)
		}
	}
	if made == 0 {
		t.Error("no build was made")
	}
	if v, err := pipeline.Verify(k.path("public")); err != nil || len(v.Differences) > 0 {
		t.Error(v, err)
	}
	if _, err := os.Lstat(k.path(".public.lock")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the lock stays: %v", err)
	}
}
