package record

import (
	"reflect"
	"testing"

	"readout/internal/date"
	"readout/internal/source"
)

// filled sets every field of a value to something that is not its zero, so that a field nobody stores is found.
func filled(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(rune('a'+*n%26)) + "é\x00")
	case reflect.Int:
		v.SetInt(int64(*n) - 40)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(1 / float64(*n))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+*n%3, 1+*n%3))
		for i := range v.Len() {
			filled(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			filled(v.Field(i), n)
		}
	default:
		panic(v.Kind())
	}
}

// What is stored is read back as it was, nil lists as nil and empty ones as empty, and cut short it is refused.
func TestStored(t *testing.T) {
	var full Record
	n := 0
	filled(reflect.ValueOf(&full).Elem(), &n)
	var store Store
	for _, r := range []*Record{{}, &full, {
		Participants: []Fact[Person]{}, Doubts: []Doubt{},
		Date: Fact[Dating]{Value: Dating{Date: date.Date{OneOf: []date.Day{}}}, Evidence: []Evidence{{Span: source.Span{Start: 1, End: 1 << 40}}}},
	}} {
		b := AppendStored([]byte("x"), r)[1:]
		got, err := store.Read(string(b))
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, got, r)
		}
		for i := range b {
			if _, err := store.Read(string(b[:i])); err == nil {
				t.Fatalf("%d of %d bytes are read as a record", i, len(b))
			}
		}
		if _, err := store.Read(string(b) + "\x00"); err == nil {
			t.Error("a byte too many is read as a record")
		}
	}
}

func FuzzStored(f *testing.F) {
	var full Record
	n := 0
	filled(reflect.ValueOf(&full).Elem(), &n)
	f.Add(AppendStored(nil, &full))
	f.Add(AppendStored(nil, &Record{}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var store Store
		r, err := store.Read(string(b))
		if err != nil {
			return
		}
		again, err := store.Read(string(AppendStored(nil, r)))
		if err != nil || AppendStored(nil, again) == nil || string(AppendStored(nil, again)) != string(AppendStored(nil, r)) {
			t.Fatal("a record that was read is not stored again as it is")
		}
	})
}
