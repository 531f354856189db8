package export

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

func parseJSON(t testing.TB, name, text string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, text)
	}
	return v
}

// schemaNamed compiles one of our schemas, and fails where it is no schema of 2020-12.
func schemaNamed(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	text, err := schemaFiles.ReadFile("schema/" + name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource(name, parseJSON(t, name, string(text))); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSchemas(t *testing.T) {
	files := everything(t, sample(t))
	release := schemaNamed(t, "release")
	n := 0
	for path, text := range files {
		if !strings.HasPrefix(path, "releases/") || strings.HasSuffix(path, ".csl.json") {
			continue
		}
		n++
		if err := release.Validate(parseJSON(t, path, text)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		if !strings.Contains(files["data/releases.jsonl"], text) {
			t.Errorf("%s is not the line of releases.jsonl", path)
		}
	}
	if n != 5 || strings.Count(files["data/releases.jsonl"], "\n") != 5 {
		t.Errorf("%d records beside pages", n)
	}
	for _, name := range []string{"countries", "officials", "topics", "events"} {
		v := parseJSON(t, name, files["data/"+name+".json"])
		if err := schemaNamed(t, name).Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(v.([]any)) < 2 {
			t.Errorf("%s: %v", name, v)
		}
	}
}

// The schemas hold what is wrong to be wrong.
func TestSchemasRefuse(t *testing.T) {
	text := everything(t, sample(t))["releases/2018-06-18-ministers-of-aland-and-beland-speak-by-telephone.json"]
	release := schemaNamed(t, "release")
	for what, change := range map[string]func(m map[string]any){
		"an unknown key":        func(m map[string]any) { m["colour"] = "red" },
		"no events":             func(m map[string]any) { delete(m, "events") },
		"a kind that is none":   func(m map[string]any) { m["kind"] = "party" },
		"a date as people do":   func(m map[string]any) { m["date"].(map[string]any)["edtf"] = "18 June 2018" },
		"a score over one":      func(m map[string]any) { m["topics"].([]any)[0].(map[string]any)["score"] = json.Number("2") },
		"a confidence in words": func(m map[string]any) { m["date"].(map[string]any)["confidence"] = "quite sure" },
	} {
		m := parseJSON(t, "release", text).(map[string]any)
		if err := release.Validate(m); err != nil {
			t.Fatal(err)
		}
		change(m)
		if release.Validate(m) == nil {
			t.Errorf("%s is valid", what)
		}
	}
}

// Each key that the Go types can write stands in the schema, and each key of the schema can be written. Records with
// every field filled hold every key.
func TestSchemaHoldsTheTypes(t *testing.T) {
	var r record.Record
	fill(reflect.ValueOf(&r).Elem())
	r.ID, r.SHA256, r.Kind.Value, r.Part = "an-id", strings.Repeat("0", 64), record.Call, 1
	span := date.Span(date.Day{Year: 2018, Month: 1, Day: 1}, date.Day{Year: 2018, Month: 1, Day: 2})
	for _, f := range []*record.Fact[record.Dating]{&r.Date, &r.Published, &r.Occasions[0].Date} {
		f.Value = record.Dating{Date: span, Time: "08:28", Alternatives: []date.Date{span}, Clues: f.Value.Clues}
		f.Value.Clues[0].Says = span
	}
	r.Published.Value.Date = date.Date{From: date.Day{Month: 1, Day: 1}, OneOf: []date.Day{{Month: 1, Day: 1}, {Month: 1, Day: 2}}}
	r.Topics[0].Value.Score = 0.5
	a := build(t, archive.Options{}, archive.Release{Record: &r})
	text := everything(t, a)["data/releases.jsonl"]
	v := parseJSON(t, "record", text)
	if err := schemaNamed(t, "release").Validate(v); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
	written := map[string]bool{}
	keys(v, "", written)
	b, _ := schemaFiles.ReadFile("schema/release.schema.json")
	for _, name := range []string{"", "evidence", "publisher", "date", "clue", "person", "country", "topic", "occasion", "doubt", "correction", "block"} {
		s := parseJSON(t, "schema", string(b)).(map[string]any)
		if name != "" {
			s = s["$defs"].(map[string]any)[name].(map[string]any)
		}
		for key := range s["properties"].(map[string]any) {
			if !written[key] {
				t.Errorf("no record can hold %s of %s, which the schema tells of", key, name)
			}
		}
	}
}

// The other schemas have the keys of their types, no more and no fewer, and ask for all of them.
func TestSchemasHoldTheirTypes(t *testing.T) {
	for name, typ := range map[string]reflect.Type{
		"countries": reflect.TypeFor[jsonCountry](), "officials": reflect.TypeFor[jsonOfficial](), "topics": reflect.TypeFor[jsonTopic](), "events": reflect.TypeFor[jsonEvent](),
	} {
		var want []string
		for i := range typ.NumField() {
			want = append(want, typ.Field(i).Tag.Get("json"))
		}
		b, err := schemaFiles.ReadFile("schema/" + name + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		var s struct {
			Items struct {
				Properties map[string]any
				Required   []string
			}
		}
		if err := json.Unmarshal(b, &s); err != nil {
			t.Fatal(err)
		}
		slices.Sort(want)
		slices.Sort(s.Items.Required)
		if got := slices.Sorted(maps.Keys(s.Items.Properties)); !slices.Equal(got, want) || !slices.Equal(s.Items.Required, want) {
			t.Errorf("%s: the schema has %q and asks for %q, the type has %q", name, got, s.Items.Required, want)
		}
	}
}

// keys lists all keys of a value.
func keys(v any, path string, found map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			found[k] = true
			keys(v[k], path+"."+k, found)
		}
	case []any:
		for _, x := range v {
			keys(x, path, found)
		}
	}
}

// fill gives every field of a value something that is not zero, and every slice one element.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		switch v.Type() {
		case reflect.TypeFor[record.Confidence]():
			v.SetString(string(record.Certain))
		case reflect.TypeFor[record.Kind]():
			v.SetString(string(record.Call))
		case reflect.TypeFor[record.Part]():
			v.SetString(string(record.Party))
		default:
			v.SetString("x")
		}
	case reflect.Int:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	}
}

// What was released reads back as the record that it was.
func TestRecordsReadBack(t *testing.T) {
	a := sample(t)
	for _, e := range a.Releases {
		if e.Excerpt {
			continue
		}
		text := everything(t, a)[strings.TrimSuffix(e.Path(), ".html")+".json"]
		var r record.Record
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			t.Fatal(err)
		}
		if r.Title.Value != e.Record.Title.Value || !reflect.DeepEqual(r.Date, e.Record.Date) || !reflect.DeepEqual(r.Participants, e.Record.Participants) || !reflect.DeepEqual(r.Blocks, e.Record.Blocks) {
			t.Errorf("%s reads back as %+v", e.ID, r)
		}
		for i, m := range r.Mentioned {
			for k, ev := range m.Evidence {
				if ev.Span != e.Record.Mentioned[i].Evidence[k].Span || len(ev.Quote) != ev.Len() {
					t.Errorf("%s: the place of %q has moved", e.ID, ev.Quote)
				}
			}
		}
	}
}
