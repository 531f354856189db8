package lexicon

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"gopkg.in/yaml.v3"
)

// A file of the lexicon is a mapping of shelves ("persons", "offices", "countries", "topics", "lists", "publishers",
// "events"), each a list of entries. Files are walked on yaml's nodes, so that every fault has its line; anchors and
// aliases, unknown keys and keys given twice are refused, and so are files over 16 MiB.

const maxFile = 16 << 20

// place is where an entry stands.
type place struct {
	file string
	line int
}

// entry is one entry of a file: a value, or a change to the value of that id.
type entry[T any] struct {
	place
	id      string
	value   T
	drop    bool     // take the entry of that id away
	aliases []string // add these names to the entry of that id, and nothing else
}

// person is a Person whose terms still name their offices.
type person struct {
	Person
	offices []string // by term
	lines   []int    // by term
}

// shelves is what files say, in the order in which they say it.
type shelves struct {
	countries  []entry[Country]
	persons    []entry[person]
	offices    []entry[Office]
	topics     []entry[Topic]
	lists      []entry[List]
	publishers []entry[Publisher]
	events     []entry[Event]
}

// reader reads files and collects what is wrong with them.
type reader struct {
	shelves
	file   string
	entry  string
	inFile int // faults of this file
	faults []Fault
}

// maxFaults is how many faults of one file are told: a file with more is mended from the top.
const maxFaults = 200

func (r *reader) fault(line int, format string, args ...any) {
	if r.inFile++; r.inFile > maxFaults {
		if r.inFile == maxFaults+1 {
			r.faults = append(r.faults, Fault{r.file, line, "", "and more faults; mend those above first"})
		}
		return
	}
	r.faults = append(r.faults, Fault{r.file, line, r.entry, fmt.Sprintf(format, args...)})
}

// readDir reads all files of a folder and of those in it, in order of path.
func (r *reader) readDir(fsys fs.FS, dir string) {
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") && name != dir {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if ext := path.Ext(name); d.Type().IsRegular() && (ext == ".yaml" || ext == ".yml") {
			r.readFile(fsys, name, strings.TrimPrefix(strings.TrimPrefix(name, dir), "/"))
		}
		return nil
	})
	if err != nil {
		r.file, r.entry = dir, ""
		r.fault(0, "%v", err)
	}
}

func (r *reader) readFile(fsys fs.FS, name, shown string) {
	r.file, r.entry, r.inFile = shown, "", 0
	f, err := fsys.Open(name)
	if err != nil {
		r.fault(0, "%v", err)
		return
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		r.fault(0, "%v", err)
	case len(data) > maxFile:
		r.fault(0, "larger than 16 MiB")
	default:
		r.readYAML(shown, data)
	}
}

// readYAML reads one file.
func (r *reader) readYAML(file string, data []byte) {
	r.file, r.entry = file, ""
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		line, what := yamlFault(err)
		r.fault(line, "%s", what)
		return
	}
	if len(doc.Content) == 0 {
		return // empty, or comments only
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		r.fault(top.Line, "want a mapping such as \"persons: [...]\" at the top")
		return
	}
	r.fields(top, func(key string, n *yaml.Node) bool {
		switch key {
		case "countries":
			shelve(r, n, &r.countries, "code", readCountry)
		case "persons":
			shelve(r, n, &r.persons, "id", readPerson)
		case "offices":
			shelve(r, n, &r.offices, "id", readOffice)
		case "topics":
			shelve(r, n, &r.topics, "id", readTopic)
		case "lists":
			shelve(r, n, &r.lists, "name", readList)
		case "publishers":
			shelve(r, n, &r.publishers, "id", readPublisher)
		case "events":
			shelve(r, n, &r.events, "id", readEvent)
		case "vocabulary":
			// read by itself
		default:
			return false
		}
		return true
	})
}

// yamlFault takes the line out of a message such as "yaml: line 3: did not find expected key".
func yamlFault(err error) (int, string) {
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	var line int
	if rest, ok := strings.CutPrefix(what, "line "); ok {
		if n, err := fmt.Sscanf(rest, "%d:", &line); n == 1 && err == nil {
			what = strings.TrimSpace(rest[strings.Index(rest, ":")+1:])
		}
	}
	return line, what
}

// shelve reads a list of entries whose id stands under the given key.
func shelve[T any](r *reader, list *yaml.Node, to *[]entry[T], idKey string, read func(r *reader, v *T, id, key string, n *yaml.Node) bool) {
	if list.Kind != yaml.SequenceNode {
		if list.Kind != yaml.ScalarNode || list.Value != "" {
			r.fault(list.Line, "want a list of entries")
		}
		return
	}
	for _, n := range list.Content {
		r.entry = ""
		if n.Kind == yaml.AliasNode || n.Anchor != "" {
			r.fault(n.Line, "anchors and aliases are not used here")
			continue
		}
		if n.Kind != yaml.MappingNode {
			r.fault(n.Line, "want an entry such as {%s: ..., ...}", idKey)
			continue
		}
		e := entry[T]{place: place{r.file, n.Line}}
		alias := false
		for i := 0; i+1 < len(n.Content); i += 2 {
			switch k := n.Content[i].Value; k {
			case idKey, "id":
				e.id = r.text(n.Content[i+1])
			case "alias_of":
				alias = true
				e.id = r.text(n.Content[i+1])
			}
		}
		r.entry = e.id
		r.fields(n, func(key string, v *yaml.Node) bool {
			switch {
			case key == idKey || key == "id" || key == "alias_of":
				if (key == "alias_of") != alias {
					r.fault(v.Line, "both %s and alias_of", idKey)
				}
				return true
			case key == "drop":
				e.drop = r.yes(v)
				return true
			case alias && key == "names":
				e.aliases = r.texts(v)
				return true
			case alias:
				r.fault(v.Line, "alias_of takes names and nothing else")
				return true
			}
			return read(r, &e.value, e.id, key, v)
		})
		if e.id == "" {
			r.fault(n.Line, "no %s", idKey)
			continue
		}
		if alias && len(e.aliases) == 0 {
			r.fault(n.Line, "alias_of without names")
			continue
		}
		*to = append(*to, e)
	}
	r.entry = ""
}
