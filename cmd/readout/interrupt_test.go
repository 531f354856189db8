package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Ctrl-C ends a build with code 130, and leaves the old site with nothing beside it.
func TestInterrupt(t *testing.T) {
	k := &killer{t: t, rng: rand.New(rand.NewPCG(2, 2)), dir: t.TempDir()}
	k.collect(25)
	began := time.Now()
	k.build("--out", k.path("public"))
	took := time.Since(began)
	stopped := 0
	for i := range 6 {
		before := files(t, k.path("public"))
		k.add()
		args := []string{"build", k.path("releases"), "--out", k.path("public")}
		if i%2 == 1 {
			args = append(args, "--full")
		}
		cmd := exec.Command("readout", args...)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(took * time.Duration(i+1) / 8)
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
		code := cmd.ProcessState.ExitCode()
		if code == -1 {
			continue // the signal came before the program was ready for it
		}
		if code == 0 {
			continue // it was through
		}
		stopped++
		if code != exitInterrupted || !strings.HasSuffix(said.String(), "interrupted\n") {
			t.Errorf("exit %d, said %q", code, said.String())
		}
		if d := differences(before, files(t, k.path("public"))); len(d) > 0 {
			t.Errorf("the site changed: %v", d)
		}
		if left, _ := filepath.Glob(k.path(".*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
	t.Logf("%d of 6 builds were stopped", stopped)
}

// serve builds, shows, builds again after a change, shows what is wrong, publishes nothing, and ends when it is told to.
func TestServe(t *testing.T) {
	k := &killer{t: t, rng: rand.New(rand.NewPCG(3, 3)), dir: t.TempDir()}
	k.collect(1)
	before := files(t, k.path("releases"))
	temp := k.path("temp")
	os.Mkdir(temp, 0o755)
	cmd := exec.Command("readout", "serve", k.path("releases"), "--port", "0")
	cmd.Env = append(os.Environ(), "TMPDIR="+temp)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	head := make([]byte, 512)
	n, _ := out.Read(head)
	go io.Copy(io.Discard, out)
	at := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(string(head[:n]))
	if at == "" {
		t.Fatalf("said %q", head[:n])
	}
	// until reads a page until it says something
	until := func(page, says string) string {
		t.Helper()
		var body string
		for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			res, err := http.Get(at + page)
			if err != nil {
				continue
			}
			b, _ := io.ReadAll(res.Body)
			res.Body.Close()
			if body = string(b); strings.Contains(body, says) {
				return body
			}
		}
		t.Fatalf("%s never says %q; it says %.300q", page, says, body)
		return ""
	}
	until("index.html", "number 1")
	k.add()
	until("index.html", "number 2")
	os.Mkdir(k.path("releases", "lexicon"), 0o755)
	k.write(k.path("releases", "lexicon", "x.yaml"), "persons:\n  - {id: x, nmae: X}\n")
	until(".readout/wait.js?news=-1", "unknown key")
	until("index.html", "number 2") // the last site stands
	os.RemoveAll(k.path("releases", "lexicon"))
	until(".readout/wait.js?news=-1", `"failed":false`)

	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	os.Remove(k.path("releases", "r0002.txt"))
	if d := differences(before, files(t, k.path("releases"))); len(d) > 0 {
		t.Errorf("the collection changed: %v", d)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := os.Stat("public"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was published")
	}
}
