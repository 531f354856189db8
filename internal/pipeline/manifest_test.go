package pipeline

import (
	"encoding/json"
	"maps"
	"testing"
)

// The manifest is written and read as encoding/json does it.
func TestManifestForm(t *testing.T) {
	for _, files := range []map[string]published{
		{},
		{"a.html": {"00ff", 0}},
		{"a.html": {"00ff", 12}, "b/c.html": {"", 1 << 40}, "b/a.html": {"x", 3}},
		{"a&b<c>.txt": {"00ff", 12}, "é/\u2028\t.html": {"\"", 9}},
	} {
		m := manifest{Generator: generator, Version: "v1.0", Files: files}
		want, err := json.MarshalIndent(m, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		got := string(m.format())
		if got != string(want)+"\n" {
			t.Errorf("got %s\nwant %s", got, want)
		}
		back, ok := scanManifest(got)
		plain := true
		for name, f := range files {
			plain = plain && plainJSON(name) && plainJSON(f.SHA256)
		}
		if ok != plain || ok && (!maps.Equal(back.Files, files) || back.Version != m.Version) {
			t.Errorf("%s is read as %v %v", got, ok, back)
		}
	}
}

// Whatever the scanner reads encoding/json reads likewise.
func FuzzManifest(f *testing.F) {
	f.Add(string(manifest{Generator: generator, Version: "1", Files: map[string]published{"a": {"b", 1}, "c": {"d", 2}}}.format()))
	f.Add(string(manifest{Generator: generator}.format()))
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := scanManifest(s)
		if !ok {
			return
		}
		var want manifest
		if err := json.Unmarshal([]byte(s), &want); err != nil || want.Version != m.Version || !maps.Equal(want.Files, m.Files) {
			t.Errorf("%q is read as %v, not %v; %v", s, m, want, err)
		}
	})
}
