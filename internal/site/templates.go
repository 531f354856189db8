package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"readout/internal/markup"
)

// views are the parsed pages by name. Each is laid out by layout.html, which calls for "main"; parts are at hand in
// all of them.
type views struct {
	pages map[string]*markup.Template
	files map[string]string // what they were parsed from
}

// pageNames are the templates that the program fills. A collection may replace them, not add to them.
var pageNames = [...]string{"home", "release", "event", "events", "pair", "pairs", "releases", "country", "countries", "official", "officials", "topic", "topics",
	"year", "years", "kind", "kinds", "publisher", "publishers", "about", "search", "doubts", "part", "notfound", "moved", "gone"}

// alone are the pages that layout.html does not lay out.
var alone = [...]string{"notfound", "moved"}

func parseTemplates(layers []fs.FS) (*views, error) {
	files, err := gather(layers)
	if err != nil {
		return nil, err
	}
	funcs := template.FuncMap{"count": count, "number": number, "upper": upper, "long": long, "total": total}
	base := template.New("").Option("missingkey=error").Funcs(funcs)
	parse := func(t *template.Template, name string) error {
		_, err := t.New(name).Parse(files[name])
		if err != nil { // "template: page/x.html:3: what"
			return fmt.Errorf("templates/%s", strings.TrimPrefix(err.Error(), "template: "))
		}
		return nil
	}
	for _, name := range sorted(files) {
		if !strings.HasPrefix(name, "page/") {
			if err := parse(base, name); err != nil {
				return nil, err
			}
		}
	}
	ts := &views{pages: map[string]*markup.Template{}, files: files}
	for _, page := range pageNames {
		name := "page/" + page + ".html"
		t, err := base.Clone()
		if err != nil {
			return nil, fmt.Errorf("templates/%s: %w", name, err)
		}
		if err := parse(t, name); err != nil {
			return nil, err
		}
		root := "layout.html"
		if slices.Contains(alone[:], page) {
			root = name
		}
		if t = t.Lookup(root); t == nil {
			return nil, fmt.Errorf("templates/%s is missing", root)
		}
		ts.pages[page] = markup.New(t, funcs)
	}
	return ts, nil
}

// gather reads the templates of all layers, the first that holds a file winning, and refuses what would never be used.
func gather(layers []fs.FS) (map[string]string, error) {
	files := map[string]string{}
	for _, layer := range layers {
		err := fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".html" {
				return err
			}
			if _, ok := files[name]; ok {
				return nil
			}
			if dir, file := path.Split(name); dir == "page/" && !slices.Contains(pageNames[:], strings.TrimSuffix(file, ".html")) || dir == "" && name != "layout.html" {
				return fmt.Errorf("templates/%s replaces nothing; the pages are %s", name, strings.Join(pageNames[:], ", "))
			}
			text, err := fs.ReadFile(layer, name)
			files[name] = string(text)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, page := range pageNames {
		if _, ok := files["page/"+page+".html"]; !ok {
			return nil, fmt.Errorf("templates/page/%s.html is missing", page)
		}
	}
	return files, nil
}

func (t *views) execute(b *bytes.Buffer, page string, data any) error {
	if err := t.pages[page].Execute(b, data); err != nil {
		return fmt.Errorf("templates/%s", strings.TrimPrefix(err.Error(), "template: "))
	}
	return nil
}

func sorted(files map[string]string) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
