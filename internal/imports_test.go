package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floor is a package's line in the plan of the house: its floor, which of our packages it may import, and which outside
// the standard library. The plan stands in README.md too, and a test there holds the two together.
type floor struct {
	number  int
	ours    []string // words, on the ground floor, is open to all
	outside []string
}

const (
	cobra      = "github.com/spf13/cobra"
	goldmark   = "github.com/yuin/goldmark"
	textFolder = "golang.org/x/text"
	htmlFolder = "golang.org/x/net/html"
	yamlV3     = "gopkg.in/yaml.v3"

	systemCalls  = "golang.org/x/sys/unix"
	fileWatching = "github.com/fsnotify/fsnotify"
)

var house = map[string]floor{
	"cmd/readout":         {6, []string{"pipeline", "preview", "export", "collection", "lexicon", "record", "document", "source", "date", "templates", "static"}, []string{cobra, yamlV3, textFolder}},
	"internal/score/cmd":  {6, []string{"score", "pipeline", "lexicon", "record"}, nil},
	"internal/browser":    {6, nil, []string{"github.com/chromedp"}},
	"internal/pipeline":   {5, []string{"site", "export", "search", "archive", "collection", "extract", "document", "record", "lexicon", "date", "source"}, []string{htmlFolder, textFolder, systemCalls}},
	"internal/preview":    {5, nil, []string{fileWatching}},
	"internal/search":     {4, []string{"archive", "record", "date"}, nil},
	"internal/site":       {4, []string{"archive", "record", "document", "source", "date", "markup"}, []string{goldmark, textFolder}},
	"internal/export":     {4, []string{"archive", "record", "date"}, nil},
	"internal/extract":    {3, []string{"document", "lexicon", "record", "source", "date"}, []string{textFolder}},
	"internal/archive":    {3, []string{"document", "lexicon", "record", "source", "date"}, nil},
	"internal/collection": {3, []string{"lexicon", "record", "date", "source"}, []string{yamlV3, textFolder}},
	"internal/score":      {3, []string{"record", "date"}, []string{textFolder}},
	"internal/document":   {2, []string{"source"}, []string{goldmark, htmlFolder, yamlV3, textFolder}},
	"internal/record":     {2, []string{"source", "date"}, nil},
	"internal/lexicon":    {2, []string{"date"}, []string{yamlV3}},
	"internal/source":     {1, nil, []string{textFolder, htmlFolder}},
	"internal/date":       {1, nil, nil},
	"internal/words":      {1, nil, []string{textFolder}},
	"internal/markup":     {1, nil, nil},
	"internal/sample":     {1, nil, nil},
	"internal/sample/cmd": {6, []string{"sample"}, nil},
	"templates":           {1, nil, nil},
	"static":              {1, nil, nil},
}

const module = "readout/"

// imports maps each package folder below the top of the module to what its files import, tests left out.
func imports(t *testing.T) map[string]map[string]string {
	t.Helper()
	found := map[string]map[string]string{}
	top := os.DirFS("..")
	err := fs.WalkDir(top, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "testdata") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(top, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		if found[dir] == nil {
			found[dir] = map[string]string{}
		}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			found[dir][p] = name
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestImportsFollowThePlan(t *testing.T) {
	found := imports(t)
	for dir, list := range found {
		plan, ok := house[dir]
		if !ok {
			t.Errorf("package %s has no line in the plan of the house", dir)
			continue
		}
		for p, file := range list {
			if ours, ok := strings.CutPrefix(p, module); ok {
				name := strings.TrimPrefix(ours, "internal/")
				if name != "words" && !slices.Contains(plan.ours, name) {
					t.Errorf("%s: imports %s, which is not in the plan for %s", file, p, dir)
				}
				continue
			}
			first, _, _ := strings.Cut(p, "/")
			if !strings.Contains(first, ".") {
				if p == "C" {
					t.Errorf("%s: no cgo", file)
				}
				continue // standard library
			}
			if !slices.ContainsFunc(plan.outside, func(o string) bool { return p == o || strings.HasPrefix(p, o+"/") }) {
				t.Errorf("%s: imports %s, which is not in the plan for %s", file, p, dir)
			}
		}
	}
	for dir := range house {
		if found[dir] == nil {
			t.Errorf("package %s is in the plan and not in the house", dir)
		}
	}
}

// Who may be imported stands on a lower floor, or beside for what is only embedded.
func TestPlanHasNoStairsUp(t *testing.T) {
	for dir, plan := range house {
		for _, name := range plan.ours {
			below, ok := house["internal/"+name]
			if !ok {
				below, ok = house[name]
			}
			if !ok || below.number >= plan.number {
				t.Errorf("%s on floor %d may import %s on floor %d", dir, plan.number, name, below.number)
			}
		}
	}
}

// Stages below the pipeline take values: they touch neither disk nor clock nor environment.
func TestDiskAndClockStayAbove(t *testing.T) {
	for dir, list := range imports(t) {
		if house[dir].number >= 5 {
			continue
		}
		for _, p := range []string{"os", "os/exec", "net", "net/http", "time", "log", "log/slog", "math/rand", "math/rand/v2"} {
			if file, ok := list[p]; ok {
				t.Errorf("%s: imports %s", file, p)
			}
		}
	}
}
