package record

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"readout/internal/date"
)

// AppendJSON appends the record as one JSON object to b, in the order of the format's keys: the bytes are those that
// package encoding/json makes of wire, without the values in between, since every site holds each record twice.
func (r *Record) AppendJSON(b []byte) []byte {
	w := writer{slices.Grow(b, 2*len(r.Text)+8192)}
	w.int(`{"version":`, FormatVersion)
	w.text(`,"file":`, r.File)
	w.int(`,"part":`, r.Part)
	w.text(`,"id":`, r.ID)
	w.text(`,"sha256":`, r.SHA256)
	w.text(`,"encoding":`, r.Encoding)
	w.text(`,"title":`, r.Title.Value)
	w.text(`,"language":`, r.Language.Value)
	w.publisher(r.Publisher)
	w.text(`,"kind":`, string(r.Kind.Value))
	w.date(`,"date":`, r.Date)
	w.date(`,"published":`, r.Published)
	list(&w, `,"participants":[`, r.Participants, (*writer).person)
	list(&w, `,"mentioned":[`, r.Mentioned, (*writer).person)
	list(&w, `,"countries":[`, r.Countries, (*writer).country)
	list(&w, `,"topics":[`, r.Topics, (*writer).topic)
	list(&w, `,"occasions":[`, r.Occasions, (*writer).occasion)
	w.some(`,"address":`, r.Address.Value)
	w.some(`,"rights":`, r.Rights.Value)
	w.facts(r)
	list(&w, `,"doubts":[`, r.Doubts, (*writer).doubt)
	if len(r.Corrections) > 0 {
		list(&w, `,"corrections":[`, r.Corrections, (*writer).applied)
	}
	w.text(`,"text":`, r.Text)
	list(&w, `,"blocks":[`, r.Blocks, (*writer).block)
	w.raw(`}`)
	return w.b
}

// writer appends values of a record. Keys are written with all signs before their value.
type writer struct{ b []byte }

func (w *writer) raw(s string) { w.b = append(w.b, s...) }

func (w *writer) int(key string, n int) {
	w.raw(key)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

func (w *writer) text(key, s string) {
	w.raw(key)
	w.string(s)
}

// some writes a text that is left out where it is empty.
func (w *writer) some(key, s string) {
	if s != "" {
		w.text(key, s)
	}
}

// optional writes a text that is null where it is empty.
func (w *writer) optional(key, s string) {
	if s == "" {
		w.raw(key)
		w.raw("null")
		return
	}
	w.text(key, s)
}

// string writes a text in quotes. What is neither plain nor a line feed is left to encoding/json.
func (w *writer) string(s string) {
	from := len(w.b)
	w.b = append(w.b, '"')
	last := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if plainJSON[c] {
			continue
		}
		if c >= utf8.RuneSelf {
			if r, n := utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError && r != '\u2028' && r != '\u2029' {
				i += n - 1
				continue
			}
		}
		var escaped string
		switch c {
		case '\n':
			escaped = `\n`
		case '"':
			escaped = `\"`
		case '\\':
			escaped = `\\`
		default:
			w.b = appendQuoted(w.b[:from], s)
			return
		}
		w.b = append(append(w.b, s[last:i]...), escaped...)
		last = i + 1
	}
	w.b = append(append(w.b, s[last:]...), '"')
}

// plainJSON are the bytes that stand in a JSON text as they are.
var plainJSON = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// appendQuoted appends any text in quotes, as encoding/json writes it.
func appendQuoted(b []byte, s string) []byte {
	out := bytes.NewBuffer(b)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return append(b, `""`...) // strings never fail
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// list writes a list, the key with its opening bracket before it.
func list[T any](w *writer, key string, all []T, one func(*writer, *T)) {
	w.raw(key)
	for i := range all {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		one(w, &all[i])
	}
	w.b = append(w.b, ']')
}

func (w *writer) evidence(e *Evidence) {
	w.int(`{"start":`, e.Start)
	w.int(`,"end":`, e.End)
	w.text(`,"quote":`, e.Quote)
	w.some(`,"text":`, e.Text)
	w.text(`,"rule":`, e.Rule)
	w.raw(`}`)
}

// known writes how a fact is known, and closes it.
func (w *writer) known(rule string, c Confidence, evidence []Evidence) {
	w.text(`"rule":`, rule)
	w.text(`,"confidence":`, string(c))
	list(w, `,"evidence":[`, evidence, (*writer).evidence)
	w.raw(`}`)
}

func (w *writer) publisher(f Fact[Publisher]) {
	w.raw(`,"publisher":`)
	if !f.Known() {
		w.raw(`null`)
		return
	}
	w.text(`{"id":`, f.Value.ID)
	w.text(`,"name":`, f.Value.Name)
	w.text(`,"country":`, f.Value.Country)
	if f.Value.Medium {
		w.raw(`,"medium":true`)
	}
	w.raw(`,`)
	w.known(f.Rule, f.Confidence, f.Evidence)
}

func (w *writer) person(f *Fact[Person]) {
	w.text(`{"name":`, f.Value.Name)
	w.text(`,"id":`, f.Value.ID)
	if f.Value.Listed {
		w.raw(`,"listed":true`)
	}
	w.text(`,"role":`, f.Value.Role)
	w.optional(`,"office":`, f.Value.Office)
	w.text(`,"country":`, f.Value.Country)
	w.raw(`,`)
	w.known(f.Rule, f.Confidence, f.Evidence)
}

func (w *writer) country(f *Fact[Country]) {
	w.text(`{"code":`, f.Value.Code)
	w.text(`,"name":`, f.Value.Name)
	w.text(`,"part":`, string(f.Value.Part))
	w.raw(`,`)
	w.known(f.Rule, f.Confidence, f.Evidence)
}

func (w *writer) topic(f *Fact[Topic]) {
	w.text(`{"id":`, f.Value.ID)
	w.text(`,"label":`, f.Value.Label)
	w.raw(`,"score":`)
	w.float(f.Value.Score)
	w.raw(`,`)
	w.known(f.Rule, f.Confidence, f.Evidence)
}

// float writes a share as encoding/json does. Numbers of other sizes do not come up, and are left to it.
func (w *writer) float(v float64) {
	if a := math.Abs(v); a == 0 || a >= 1e-6 && a < 1e21 {
		w.b = strconv.AppendFloat(w.b, v, 'f', -1, 64)
		return
	}
	if s, err := json.Marshal(v); err == nil {
		w.b = append(w.b, s...)
		return
	}
	w.raw("0") // no number at all, which no share is
}

func (w *writer) occasion(o *Occasion) {
	w.text(`{"kind":`, string(o.Kind))
	w.date(`,"date":`, o.Date)
	w.some(`,"place":`, o.Place)
	text := func(w *writer, s *string) { w.string(*s) }
	list(w, `,"participants":[`, o.Participants, text)
	list(w, `,"parties":[`, o.Parties, text)
	list(w, `,"evidence":[`, o.Evidence, (*writer).evidence)
	w.raw(`}`)
}

// date writes a date, null for one that nobody read.
func (w *writer) date(key string, f Fact[Dating]) {
	w.raw(key)
	if !f.Known() {
		w.raw(`null`)
		return
	}
	d := f.Value
	iso := d.Date.From.ISO()
	w.optional(`{"value":`, iso)
	w.optional(`,"end":`, d.Date.To.ISO())
	w.text(`,"edtf":`, d.Date.EDTF(f.Confidence == Uncertain))
	if len(d.Date.OneOf) > 0 && iso == "" {
		w.some(`,"likeliest":`, d.Date.From.String())
	}
	w.some(`,"time":`, d.Time)
	w.text(`,"confidence":`, string(f.Confidence))
	w.text(`,"basis":`, f.Rule)
	list(w, `,"alternatives":[`, d.Alternatives, func(w *writer, d *date.Date) { w.string(d.String()) })
	list(w, `,"clues":[`, d.Clues, (*writer).clue)
	list(w, `,"evidence":[`, f.Evidence, (*writer).evidence)
	w.raw(`}`)
}

func (w *writer) clue(c *Clue) {
	w.text(`{"rule":`, c.Rule)
	w.text(`,"says":`, c.Says.String())
	w.optional(`,"entry":`, c.Entry)
	list(w, `,"evidence":[`, c.Evidence, (*writer).evidence)
	w.raw(`}`)
}

// facts writes how the plain texts of the record are known, by key.
func (w *writer) facts(r *Record) {
	w.raw(`,"facts":{`)
	comma := ""
	one := func(key, rule string, c Confidence, evidence []Evidence) {
		if rule != "" {
			w.raw(comma)
			w.raw(key)
			w.known(rule, c, evidence)
			comma = ","
		}
	}
	one(`"address":{`, r.Address.Rule, r.Address.Confidence, r.Address.Evidence)
	one(`"kind":{`, r.Kind.Rule, r.Kind.Confidence, r.Kind.Evidence)
	one(`"language":{`, r.Language.Rule, r.Language.Confidence, r.Language.Evidence)
	one(`"rights":{`, r.Rights.Rule, r.Rights.Confidence, r.Rights.Evidence)
	one(`"title":{`, r.Title.Rule, r.Title.Confidence, r.Title.Evidence)
	w.raw(`}`)
}

func (w *writer) doubt(d *Doubt) {
	w.text(`{"field":`, d.Field)
	w.text(`,"message":`, d.Message)
	list(w, `,"evidence":[`, d.Evidence, (*writer).evidence)
	w.some(`,"settle":`, d.Settle)
	w.raw(`}`)
}

func (w *writer) applied(a *Applied) {
	w.text(`{"field":`, a.Field)
	w.text(`,"was":`, a.Was)
	w.text(`,"now":`, a.Now)
	w.text(`,"why":`, a.Why)
	w.raw(`}`)
}

func (w *writer) block(x *Block) {
	w.text(`{"kind":`, x.Kind)
	w.int(`,"start":`, x.Start)
	w.int(`,"end":`, x.End)
	w.raw(`}`)
}
