// Package browser opens pages of a site in a headless Chromium, as a reader would. It is for tests alone.
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take for whatever it is asked: much more than it needs on a busy machine.
const patience = time.Minute

// Must is the environment variable that makes a missing Chromium a failure when it is "must".
const Must = "READOUT_BROWSER"

// find returns the browser's path. Where there is none the test is skipped, but never where all must pass.
func find(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv(Must) == "must" {
		t.Fatal("no Chromium: apt-get install chromium")
	}
	t.Skip("not tested in a browser: there is no Chromium here (apt-get install chromium)")
	return ""
}

// Browser is a running Chromium, which ends with the test that started it.
type Browser struct{ ctx context.Context }

// Start starts a Chromium. Where there is none the test is skipped, or fails if READOUT_BROWSER is "must".
func Start(t testing.TB) *Browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(find(t)), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("hide-scrollbars", true))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(func() { cancel(); stop() })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	return &Browser{ctx}
}

// Page is one tab. It is used by one test at a time.
type Page struct {
	t   testing.TB
	ctx context.Context

	mu         sync.Mutex
	complaints []string
	asked      []string
	urls       map[network.RequestID]string
}

// Open opens an empty tab, which closes with the test.
func (b *Browser) Open(t testing.TB) *Page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx, urls: map[network.RequestID]string{}}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	call(p, network.Enable, network.EnableParams{})
	call(p, log.Enable, cdp.Empty{})
	return p
}

// hear keeps what the browser complains of: errors and warnings of scripts, what a policy refused, what did not load.
func (p *Page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, "exception: "+e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			p.complaints = append(p.complaints, fmt.Sprintf("console: %s", e.Type))
		}
	case *log.EventEntryAdded:
		p.complaints = append(p.complaints, fmt.Sprintf("%s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL))
	case *network.EventRequestWillBeSent:
		p.urls[e.RequestID] = e.Request.URL
		p.asked = append(p.asked, e.Request.URL)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			p.complaints = append(p.complaints, fmt.Sprintf("answered %d: %s", e.Response.Status, e.Response.URL))
		}
	case *network.EventLoadingFailed:
		p.complaints = append(p.complaints, fmt.Sprintf("not loaded: %s: %s", p.urls[e.RequestID], e.ErrorText))
	}
}

// Complaints returns what the browser complained of since it was last asked.
func (p *Page) Complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.complaints
	p.complaints = nil
	return c
}

// Asked returns the addresses that were requested since it was last asked.
func (p *Page) Asked() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	a := p.asked
	p.asked = nil
	return a
}

// Go opens an address and waits until the page and all that it asks for has loaded.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.do("open "+address, chromedp.Navigate(address))
}

// Scheme asks pages for their light or dark colours.
func (p *Page) Scheme(name string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
}

// Size makes the window so many CSS pixels wide and high.
func (p *Page) Size(width, height int64) {
	p.t.Helper()
	p.do("size", chromedp.EmulateViewport(width, height))
}

// NoScript keeps scripts of pages from running. Eval works still.
func (p *Page) NoScript() {
	p.t.Helper()
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// Paper shows pages as they are printed.
func (p *Page) Paper() {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
}

// BeforeScripts runs a script in every page that is opened from now on, before any of the page's own.
func (p *Page) BeforeScripts(script string) {
	p.t.Helper()
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// PDF prints the page.
func (p *Page) PDF() []byte {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	b, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		p.t.Fatalf("print: %v", err)
	}
	return b
}

// Picture takes a picture of the whole page as a PNG.
func (p *Page) Picture() []byte {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	b, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		p.t.Fatalf("picture: %v", err)
	}
	return b
}

// Eval evaluates an expression in the page, waits for it if it is a promise, and returns its value, which goes by JSON. The
// page's policy does not bind it.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string]("(async () => JSON.stringify((await ("+expression+")) ?? null))()", chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("evaluate %.200s: %v", expression, err)
	}
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		p.t.Fatalf("evaluate %.200s: %v in %.200s", expression, err, text)
	}
	return v
}

// Run runs a script's text in the page, as the page's own.
func (p *Page) Run(script string) {
	p.t.Helper()
	Eval[any](p, "(() => {"+script+"\n})()")
}

// Wait waits until an expression is true in the page.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	ok := Eval[bool](p, `new Promise(done => {
		const end = Date.now() + 20000, look = () => (`+expression+`) ? done(true) : Date.now() > end ? done(false) : setTimeout(look, 10);
		look();
	})`)
	if !ok {
		p.t.Fatalf("never so: %s", expression)
	}
}

// Press presses a key, named as in KeyboardEvent.key, or types a text letter by letter, wherever the focus is.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.do("press "+strings.TrimSpace(keys), chromedp.KeyEvent(keys))
}

func (p *Page) do(what string, a chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, a); err != nil {
		p.t.Fatalf("%s: %v", what, err)
	}
}
