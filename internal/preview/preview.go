// Package preview shows a published folder in a browser on this machine, and anew when it changes.
package preview

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The rules of showing.
//
// Pages are sent as they are published, with one script more, which the server alone adds: it waits for the next build
// and shows the page anew, or says what went wrong. The policy of the pages allows scripts of the same address and no
// other connection; so the script waits by asking for a script that comes when there is news, and the policy that a
// reader's browser will heed is the one that is seen here, to the letter.
//
// The server answers only to a number or to localhost, so that no page elsewhere can read the archive by giving this
// machine a name of its own. It lists no folders, follows no link out of the published folder, and shows no hidden files.

// Server serves one published folder. The zero Server serves none until Built is called.
type Server struct {
	Dir  string // the published folder; it may be exchanged for another while the server runs
	Name string // a host name, beside numbers and localhost, to which the server answers; "" for none

	mu    sync.Mutex
	state state
	news  chan struct{} // closed at the next news
}

// state is what the script of a page is told.
type state struct {
	News   int      `json:"news"`   // how many builds have ended
	Site   int      `json:"site"`   // how many of them made a site
	Failed bool     `json:"failed"` // the last one made none
	Lines  []string `json:"lines"`  // what it said
}

// Built tells of a build that has ended: whether it made a site, and what it said of files that it could not read, or of
// why there is none.
func (s *Server) Built(made bool, lines []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state.News++
	if made {
		s.state.Site++
	}
	s.state.Failed, s.state.Lines = !made, append([]string{}, lines...)
	if s.news != nil {
		close(s.news)
		s.news = nil
	}
}

// now is the state and a channel that is closed when it is no longer true.
func (s *Server) now() (state, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.news == nil {
		s.news = make(chan struct{})
	}
	return s.state, s.news
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !s.answersTo(r.Host):
		http.Error(w, "this server answers to localhost only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "pages can be read, and nothing else", http.StatusMethodNotAllowed)
	case r.URL.Path == liveScript:
		w.Header().Set("Content-Type", typeOf(".js"))
		io.WriteString(w, live)
	case r.URL.Path == waitScript:
		s.wait(w, r)
	default:
		s.file(w, r)
	}
}

// answersTo reports whether a request may name this host. A number cannot be claimed by anybody else.
func (s *Server) answersTo(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || s.Name != "" && host == strings.ToLower(s.Name)
}

// file answers with a file of the published folder.
func (s *Server) file(w http.ResponseWriter, r *http.Request) {
	root, err := os.OpenRoot(s.Dir)
	if err != nil {
		s.nothing(w)
		return
	}
	defer root.Close()
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	if info, err := root.Stat(name); err == nil && info.IsDir() {
		if _, err := root.Stat(path.Join(name, "index.html")); err == nil && !hidden(name) {
			http.Redirect(w, r, "/"+name+"/", http.StatusFound)
			return
		}
	}
	status := http.StatusOK
	data, err := read(root, name)
	if err != nil {
		status, name = http.StatusNotFound, "404.html"
		if data, err = read(root, name); err != nil {
			if st, _ := s.now(); st.Site == 0 {
				s.nothing(w)
				return
			}
			data = []byte("<!doctype html><title>Not found</title><p>There is no such page.</p>")
		}
	}
	s.send(w, r, status, name, data)
}

func (s *Server) send(w http.ResponseWriter, r *http.Request, status int, name string, data []byte) {
	w.Header().Set("Content-Type", typeOf(path.Ext(name)))
	if path.Ext(name) == ".html" {
		data = s.withScript(data)
	}
	if status == http.StatusOK { // knows of parts of files, which long downloads ask for
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
		return
	}
	w.WriteHeader(status)
	w.Write(data)
}

// withScript adds the script of the server at the end of a page.
func (s *Server) withScript(page []byte) []byte {
	st, _ := s.now()
	script := fmt.Sprintf(`<script src="%s?site=%d"></script>`, liveScript, st.Site)
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	return bytes.Join([][]byte{page[:at], []byte(script), page[at:]}, nil)
}

// nothing answers while there is no site.
func (s *Server) nothing(w http.ResponseWriter) {
	var b bytes.Buffer
	st, _ := s.now()
	if err := noSite.Execute(&b, st); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", typeOf(".html"))
	w.WriteHeader(http.StatusServiceUnavailable)
	w.Write(s.withScript(b.Bytes()))
}

var noSite = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>No site yet</title></head>
<body><h1>There is no site yet</h1>
{{if .Lines}}<ul>{{range .Lines}}<li><code>{{.}}</code></li>{{end}}</ul>{{else}}<p>The first build is under way.</p>{{end}}
</body></html>
`))

// hidden reports whether a path leads to what is not shown: staging folders, and what others put beside pages.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return true
		}
	}
	return false
}

func read(root *os.Root, name string) ([]byte, error) {
	if hidden(name) {
		return nil, fs.ErrNotExist
	}
	info, err := root.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // a pipe would keep the reader waiting
		return nil, errors.New("not a file")
	}
	return root.ReadFile(name)
}

// wait answers with a script when a build has ended that the page does not know of, or after a while.
func (s *Server) wait(w http.ResponseWriter, r *http.Request) {
	seen, _ := strconv.Atoi(r.URL.Query().Get("news"))
	st, news := s.now()
	if st.News == seen {
		select {
		case <-news:
			st, _ = s.now()
		case <-r.Context().Done():
			return
		case <-time.After(patience):
		}
	}
	w.Header().Set("Content-Type", typeOf(".js"))
	fmt.Fprintf(w, "readoutLive(%s);\n", asJSON(st))
}
