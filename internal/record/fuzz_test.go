package record

import (
	"bytes"
	"encoding/json"
	"testing"
)

// FuzzWire reads any JSON as a record: what can be read is written so that it reads back the same.
func FuzzWire(f *testing.F) {
	b, err := json.Marshal(full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	for _, s := range []string{`{}`, `{"version":1}`, `{"version":1,"date":{"edtf":"XXXX-06-18"}}`, `{"version":1,"facts":{"title":{"rule":"x"},"kind":{"rule":"y"}},"publisher":{}}`, `{"version":1,"occasions":[{"date":null},{}],"blocks":[{"start":-1}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var r Record
		if json.Unmarshal(b, &r) != nil {
			return
		}
		one, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var back Record
		if err := json.Unmarshal(one, &back); err != nil {
			t.Fatalf("%v in %s", err, one)
		}
		two, err := back.MarshalJSON()
		if err != nil || !bytes.Equal(one, two) {
			t.Fatalf("written\n%s\nand read back\n%s", one, two)
		}
		if want := asEncoded(t, one); string(one) != want {
			t.Fatalf("written\n%s\nand by encoding/json\n%s", one, want)
		}
	})
}

// FuzzCorrect applies any correction to a record: it must not fail, and the record can still be written and read back.
func FuzzCorrect(f *testing.F) {
	for i := range Fields {
		for _, s := range []string{"", "2018-06-18", "Kim Gunn", "KR", "call", "[2018-06-18,2019-06-18]"} {
			f.Add(uint8(i), uint8(i), 1, s, "KR", "party")
		}
	}
	f.Add(uint8(4), uint8(0), 999999999999, "2018", "", "")
	f.Fuzz(func(t *testing.T, field, sort uint8, occasion int, text, country, part string) {
		c := Correction{Where: "corrections.yaml:1", Release: "x", Field: Fields[int(field)%len(Fields)], Occasion: occasion, Why: "fuzz"}
		var v Value
		switch sort / 4 % 4 {
		case 0:
			v = Value{Text: text}
		case 1:
			v = Value{List: []Value{{Text: text}, {Text: country}}}
		case 2:
			v = Value{Keys: map[string]Value{"name": {Text: text}, "code": {Text: country}, "country": {Text: country}, "part": {Text: part}, "kind": {Text: part}, "date": {Text: text}}}
		case 3:
			v = Value{List: []Value{{Keys: map[string]Value{"name": {Text: text}, "country": {Text: country}}}, {Keys: map[string]Value{"code": {Text: country}, "part": {Text: part}}}}}
		}
		switch sort % 4 {
		case 0, 3:
			c.Set = &v
		case 1:
			c.Add = &v
		case 2:
			c.Remove = &v
		}
		if sort%4 == 3 {
			c.Was = &Value{Text: country}
		}
		r := full()
		out := Correct(&r, []Correction{c, c}, atlas())
		if len(out) != 2 || !out[0].Applied && out[0].Problem == "" {
			t.Fatalf("%+v", out)
		}
		if len(r.Occasions) == 0 {
			t.Fatal("a record without an occasion")
		}
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, new(Record)); err != nil {
			t.Fatalf("%v in %s", err, b)
		}
	})
}
