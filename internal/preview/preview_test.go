package preview

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">`

// published makes a folder such as a build makes.
func published(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	for name, text := range map[string]string{
		"index.html": "<!doctype html><head>" + policy + "</head><body>home</body>", "404.html": "<!doctype html><body>lost</body>",
		"countries/index.html": "countries", "countries/japan.html": "japan", "data/releases.jsonl": "{}\n", "static/site.css": "a{}",
		"search/index.js": "1;", "lists/only.txt": "x", ".nojekyll": "", ".readout-next/index.html": "half", "manifest.json": "{}",
	} {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func get(s *Server, method, host, target string) (*http.Response, string) {
	r := httptest.NewRequest(method, "http://localhost"+target, nil)
	r.Host = host
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	res := w.Result()
	b, _ := io.ReadAll(res.Body)
	return res, string(b)
}

func TestFiles(t *testing.T) {
	dir := published(t)
	os.WriteFile(filepath.Join(filepath.Dir(dir), "secret.html"), []byte("secret"), 0o644)
	os.Symlink("../secret.html", filepath.Join(dir, "out.html"))
	s := &Server{Dir: dir}
	s.Built(true, nil)
	for _, c := range []struct {
		path   string
		status int
		kind   string
		says   string
	}{
		{"/", 200, "text/html; charset=utf-8", "home"},
		{"/index.html?x=1", 200, "text/html; charset=utf-8", "home"},
		{"/countries/", 200, "text/html; charset=utf-8", "countries"},
		{"/countries", 302, "text/html; charset=utf-8", ""},
		{"/countries/japan.html", 200, "text/html; charset=utf-8", "japan"},
		{"/data/releases.jsonl", 200, "application/jsonl", "{}"},
		{"/static/site.css", 200, "text/css; charset=utf-8", "a{}"},
		{"/search/index.js", 200, "text/javascript; charset=utf-8", "1;"},
		{"/manifest.json", 200, "application/json", "{}"},
		{"/nowhere.html", 404, "text/html; charset=utf-8", "lost"},
		{"/lists/", 404, "text/html; charset=utf-8", "lost"}, // no index: not listed
		{"/lists", 404, "text/html; charset=utf-8", "lost"},
		{"/.nojekyll", 404, "text/html; charset=utf-8", "lost"},
		{"/.readout-next/index.html", 404, "text/html; charset=utf-8", "lost"},
		{"/out.html", 404, "text/html; charset=utf-8", "lost"},
		{"/../secret.html", 404, "text/html; charset=utf-8", "lost"},
		{"/..%2fsecret.html", 404, "text/html; charset=utf-8", "lost"},
		{"/countries/%00", 404, "text/html; charset=utf-8", "lost"},
		{"/.readout/live.js", 200, "text/javascript; charset=utf-8", "readoutLive"},
	} {
		res, body := get(s, "GET", "localhost:8000", c.path)
		if res.StatusCode != c.status || res.Header.Get("Content-Type") != c.kind || !strings.Contains(body, c.says) || strings.Contains(body, "secret") && !strings.Contains(c.path, "live") {
			t.Errorf("%s: %d %s %q", c.path, res.StatusCode, res.Header.Get("Content-Type"), body)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the browser may guess its type", c.path)
		}
	}
}

// A page gets one script more, and its policy is the one that was published.
func TestScriptIsAddedByTheServerAlone(t *testing.T) {
	dir := published(t)
	s := &Server{Dir: dir}
	s.Built(true, nil)
	_, body := get(s, "GET", "127.0.0.1:8000", "/")
	if !strings.Contains(body, policy) || strings.Count(body, "<script") != 1 || !strings.Contains(body, `<script src="/.readout/live.js?site=1"></script></body>`) {
		t.Errorf("%s", body)
	}
	if _, body := get(s, "GET", "127.0.0.1", "/data/releases.jsonl"); strings.Contains(body, "script") {
		t.Errorf("%s", body)
	}
	b, _ := os.ReadFile(filepath.Join(dir, "index.html"))
	if strings.Contains(string(b), "<script") {
		t.Error("the published page was changed")
	}
}

// A page elsewhere may give this machine a name of its own, and would then be let in.
func TestHostsAndMethods(t *testing.T) {
	s := &Server{Dir: published(t), Name: "archive.lan"}
	for host, status := range map[string]int{
		"localhost": 200, "localhost:8000": 200, "LOCALHOST": 200, "127.0.0.1:8000": 200, "[::1]:8000": 200, "192.168.1.5:8000": 200, "archive.lan:8000": 200, "x.localhost": 200,
		"evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example:8000": 403, "": 403,
	} {
		if res, body := get(s, "GET", host, "/"); res.StatusCode != status {
			t.Errorf("host %q: %d %s", host, res.StatusCode, body)
		}
	}
	if res, _ := get(s, "POST", "localhost", "/"); res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", res.StatusCode)
	}
	if res, _ := get(s, "HEAD", "localhost", "/countries/japan.html"); res.StatusCode != 200 {
		t.Errorf("HEAD: %d", res.StatusCode)
	}
}

// Before the first build there is a page that says so, and what keeps it.
func TestNoSiteYet(t *testing.T) {
	s := &Server{Dir: filepath.Join(t.TempDir(), "public")}
	if res, body := get(s, "GET", "localhost", "/x"); res.StatusCode != 503 || !strings.Contains(body, "under way") || !strings.Contains(body, liveScript) {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	s.Built(false, []string{`templates/page/home.html:3: "<script>" is odd`})
	if _, body := get(s, "GET", "localhost", "/"); !strings.Contains(body, "templates/page/home.html:3: &#34;&lt;script&gt;&#34; is odd") {
		t.Errorf("%s", body)
	}
}

// A page that waits is told as soon as a build ends, and at once where it missed one.
func TestWait(t *testing.T) {
	s := &Server{Dir: published(t)}
	s.Built(true, nil)
	if _, body := get(s, "GET", "localhost", waitScript+"?news=0"); body != `readoutLive({"news":1,"site":1,"failed":false,"lines":[]});`+"\n" {
		t.Errorf("%s", body)
	}
	got := make(chan string)
	go func() {
		_, body := get(s, "GET", "localhost", waitScript+"?news=1")
		got <- body
	}()
	select {
	case body := <-got:
		t.Errorf("without news: %s", body)
	case <-time.After(50 * time.Millisecond):
	}
	s.Built(false, []string{"a.txt: </script><script>alert(1)"})
	if body := <-got; body != `readoutLive({"news":2,"site":1,"failed":true,"lines":["a.txt: \u003c/script\u003e\u003cscript\u003ealert(1)"]});`+"\n" {
		t.Errorf("%s", body)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	r := httptest.NewRequest("GET", "http://localhost"+waitScript+"?news=2", nil).WithContext(ctx)
	s.ServeHTTP(httptest.NewRecorder(), r) // ends when the page is gone
}
