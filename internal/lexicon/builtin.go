package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
)

//go:embed data/*.yaml data/officials/*.yaml
var data embed.FS

// Builtin returns the lexicon that comes with the program. An error lists every fault of its data. The phrases have no
// Matches and Rejects; Read has them.
func Builtin() (*Lexicon, error) {
	l, ok, err := unpack(snapshot, checksum(data, "data"))
	if ok || err != nil {
		return l, err
	}
	return Read()
}

// Read returns the lexicon that comes with the program, read from its YAML files.
func Read() (*Lexicon, error) {
	l, _, faults := readAll(data, "data")
	if len(faults) > 0 {
		return nil, faultsError(faults)
	}
	return l, nil
}

// readAll reads a folder that is a lexicon by itself, and gives its entries too.
func readAll(fsys fs.FS, dir string) (*Lexicon, *shelves, []Fault) {
	var r reader
	r.readDir(fsys, dir)
	v, err := BuiltinVocabulary()
	if err != nil {
		r.file, r.entry = "vocabulary.yaml", ""
		r.fault(0, "%v", err)
	}
	l, faults := lay(&Lexicon{}, &r.shelves, v)
	faults = append(r.faults, faults...)
	sortFaults(faults)
	l.digest = digest(fsys, dir)
	return l, &r.shelves, faults
}

func digest(fsys fs.FS, dir string) string {
	h := sha256.New()
	fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b, _ := fs.ReadFile(fsys, name)
			fmt.Fprintf(h, "%s %d\n", name, len(b))
			h.Write(b)
		}
		return nil
	})
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func faultsError(faults []Fault) error {
	s := ""
	for i, f := range faults {
		if i > 0 {
			s += "\n"
		}
		s += f.String()
	}
	return fmt.Errorf("lexicon: %s", s)
}
