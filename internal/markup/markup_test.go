package markup

import (
	"bytes"
	"html/template"
	"strings"
	"testing"
)

type item struct {
	Name  string
	Ready template.HTML
	N     int
	Kids  []item
}

func (i item) Loud() string { return strings.ToUpper(i.Name) }

type frame struct{ Root, Title string }

type kind string

type page struct {
	frame
	Frame frame
	Kind  kind
	Items []item
	One   *item
	Any   any
	Map   map[string]string
	Data  template.JS
	Mark  template.HTML
	Flag  bool
}

func funcs() template.FuncMap {
	return template.FuncMap{
		"upper": strings.ToUpper,
		"twice": func(n int) string { return strings.Repeat("<", 2*n) },
		"join":  func(n int, a, b string) string { return strings.Repeat(a, n) + b },
	}
}

const pageText = `{{define "kid"}}<li title="{{.Name}}">{{.Name}}{{range .Kids}}{{template "kid" .}}{{end}}</li>{{end -}}
<title>{{.Frame.Title}}</title><a href="{{.Frame.Root}}x.html">{{.Kind}}</a><a href="x?q={{.Frame.Title}}">q</a><a href="/{{.Frame.Title}}">p</a>
{{with .Mark}}{{.}}{{else}}none{{end}} {{if and .Flag (gt (len .Items) 1)}}several{{else if eq .Kind "one"}}one{{else}}no{{end}}
{{$title := .Frame.Title}}{{range .Items}}{{template "kid" .}}{{upper .Name}} {{.Name | upper}} {{twice .N}} {{join .N "+" $.Frame.Title}} {{$title}} {{.Loud}}
{{if or .Ready (not .Kids)}}<b class="{{.Name}}">{{.Ready}}</b>{{.N}}{{end}}{{else}}empty{{end}}
<script type="application/ld+json">{{.Data}}</script>{{with .One}}{{.Name}}{{end}}`

func parsed(t testing.TB, text string) *template.Template {
	t.Helper()
	p, err := template.New("page").Funcs(funcs()).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// both fills a template here and by html/template, and returns what html/template makes of it.
func both(t *testing.T, text string, data any) string {
	t.Helper()
	var got, want bytes.Buffer
	gotErr := New(parsed(t, text), funcs()).Execute(&got, data)
	wantErr := parsed(t, text).Execute(&want, data)
	if (gotErr == nil) != (wantErr == nil) || gotErr != nil && gotErr.Error() != wantErr.Error() {
		t.Fatalf("%s\nerror %v, want %v", text, gotErr, wantErr)
	}
	if gotErr == nil && got.String() != want.String() {
		t.Fatalf("%s\n got %s\nwant %s", text, got.String(), want.String())
	}
	return want.String()
}

func FuzzSameAsHTMLTemplate(f *testing.F) {
	for _, s := range []string{"", "plain", `<script>"'&+` + "\x00\xff", "javascript:alert(1)", "a b/é?x=1#y%2f%zz", "releases/2018-06-18.html", "＠\uFFFD\uFFFE"} {
		f.Add(s, "<b>"+s, 2)
	}
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		n &= 3
		data := page{Frame: frame{a, b}, Kind: kind(b), Mark: template.HTML(a), Data: template.JS(`{"a":1}`), Flag: n > 1, One: &item{Name: a}}
		for range n {
			data.Items = append(data.Items, item{Name: a, Ready: template.HTML(b), N: n, Kids: []item{{Name: b}}})
		}
		both(t, pageText, data)
	})
}

func TestNothingLeft(t *testing.T) {
	p := New(parsed(t, pageText), funcs())
	if err := p.Execute(&bytes.Buffer{}, page{}); err != nil {
		t.Fatal(err)
	}
	if left := p.Left(); len(left) > 0 {
		t.Error(left)
	}
}

// What is not known here is left to html/template, with its results and its errors.
func TestLeftToHTMLTemplate(t *testing.T) {
	for _, text := range []string{
		`{{.Any}}`, `{{.Map.key}}`, `{{range $i, $x := .Items}}{{$i}}{{$x.Name}}{{end}}`, `{{with $x := .Title}}{{$x}}{{end}}`,
		`<p style="color:{{.Frame.Title}}">`, `<a onclick="f({{.Frame.Title}})">`, `<p class={{.Frame.Title}}>`, `<!-- {{.Frame.Title}} -->x`,
		`{{printf "%q" .Frame.Title}}`, `<title>{{.Mark}}</title>`, `<p title="{{.Mark}}">`, `{{.Flag}}`, `{{.Items}}`, `{{html .Frame.Title}}`,
		`{{range .Items}}{{if .N}}{{break}}{{end}}{{.Name}}{{end}}`, `{{$x := 1}}{{$x = 2}}{{$x}}`, `{{range 3}}x{{end}}`, `{{index .Items 0}}`,
		`<textarea>{{.Frame.Title}}</textarea>`, `{{block "b" .}}{{.Kind}}{{end}}`, `{{define "n"}}x{{end}}{{template "n"}}`,
	} {
		out := both(t, text, page{
			Frame: frame{"../", "</textarea><b onclick='x'>"}, Any: "<any>", Map: map[string]string{"key": "<key>"}, Mark: "<i>&amp;'</i>", Items: []item{{Name: "a", N: 1}},
		})
		if strings.Contains(out, "<b onclick") {
			t.Errorf("%s\n%s", text, out)
		}
	}
	for _, text := range []string{`{{.One.Name}}`, `{{.Missing}}`, `<a href="{{.Frame.Title}}`, `{{range .One.Kids}}{{end}}`, `{{template "missing" .}}`} {
		both(t, text, page{})
	}
}

func BenchmarkExecute(b *testing.B) {
	data := page{Frame: frame{"../", "A title of some length"}, Mark: "<p>x</p>", Flag: true}
	for range 20 {
		data.Items = append(data.Items, item{Name: "Kim Gunn", Ready: "<a>1</a>", N: 1, Kids: []item{{Name: "Noh"}}})
	}
	var out bytes.Buffer
	ours := New(parsed(b, pageText), funcs())
	for _, c := range []struct {
		name string
		fill func() error
	}{
		{"markup", func() error { return ours.Execute(&out, data) }},
		{"html-template", func() error { return ours.page.Execute(&out, data) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				out.Reset()
				if err := c.fill(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
