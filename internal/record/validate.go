package record

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/source"
	"readout/internal/words"
)

// The rules of evidence, which hold for every record:
//
//	decoded file[start:end] equals quote; no evidence is longer than its block
//	a person's evidence holds a word of the name or of the role
//	a country's evidence holds a form, a demonym, the capital or an office of it
//	a date's evidence holds a digit, a month, a weekday or a relative word
//	a topic's evidence is one sentence at most
//	a fact has evidence, unless a correction or front matter says it; that of a date may lie in its clues alone

// The rules whose facts may have no evidence.
const (
	ByCorrection  = "correction"
	ByFrontMatter = "front-matter"
)

// Against is what a record is held against beside its own text. Checks whose part is nil are passed over.
type Against struct {
	Country   func(code, words string) bool // whether words hold a form of the country
	Sentences []source.Span                 // of the document, in the file
}

// Validate holds the evidence of a record against its source and returns every fault in plain words, nil if there is
// none.
func Validate(r *Record, src *source.Source, against Against) []string {
	v := validator{r: r, src: src, against: against}
	for _, b := range r.Blocks {
		v.spans = append(v.spans, b.Span)
	}
	v.blocks()
	v.texts()
	v.date("date", r.Date)
	v.date("published", r.Published)
	for _, list := range []struct {
		field string
		facts []Fact[Person]
	}{{"participants", r.Participants}, {"mentioned", r.Mentioned}} {
		for _, p := range list.facts {
			v.person(list.field, p)
		}
	}
	for _, c := range r.Countries {
		v.fact("countries", c.Value.Code, c.Rule, c.Evidence)
		for _, e := range c.Evidence {
			if against.Country != nil && !against.Country(c.Value.Code, shown(e)) {
				v.fault("countries: %s: evidence %q holds no form of it", c.Value.Code, e.Quote)
			}
		}
	}
	for _, t := range r.Topics {
		v.fact("topics", t.Value.ID, t.Rule, t.Evidence)
		for _, e := range t.Evidence {
			if against.Sentences != nil && !inside(e.Span, against.Sentences) {
				v.fault("topics: %s: evidence %q is more than one sentence", t.Value.ID, e.Quote)
			}
		}
		if t.Value.Score < 0 || t.Value.Score > 1 {
			v.fault("topics: %s: score %v", t.Value.ID, t.Value.Score)
		}
	}
	v.occasions()
	for _, d := range r.Doubts {
		v.evidence("doubts: "+d.Field, d.Evidence)
	}
	return v.faults
}

type validator struct {
	r       *Record
	src     *source.Source
	against Against
	spans   []source.Span // of the blocks
	faults  []string
}

func (v *validator) fault(format string, args ...any) {
	v.faults = append(v.faults, fmt.Sprintf(format, args...))
}

// blocks checks that the blocks follow on each other without gap.
func (v *validator) blocks() {
	for i, b := range v.r.Blocks {
		if b.Start >= b.End && len(v.src.Text) > 0 {
			v.fault("blocks: block %d is empty", i)
		}
		if i > 0 && v.r.Blocks[i-1].End != b.Start {
			v.fault("blocks: block %d begins at %d, the one before ends at %d", i, b.Start, v.r.Blocks[i-1].End)
		}
	}
	if n := len(v.r.Blocks); n > 0 && v.r.Blocks[n-1].End > len(v.src.Text) {
		v.fault("blocks: the last ends at %d, the text at %d", v.r.Blocks[n-1].End, len(v.src.Text))
	}
	if !utf8.ValidString(v.r.Text) {
		v.fault("text: not UTF-8")
	}
}

// texts checks the facts whose value is text. They may stand without evidence: a record need not point at its language.
func (v *validator) texts() {
	for _, f := range []struct {
		name     string
		evidence []Evidence
	}{
		{"title", v.r.Title.Evidence}, {"language", v.r.Language.Evidence}, {"address", v.r.Address.Evidence},
		{"rights", v.r.Rights.Evidence}, {"kind", v.r.Kind.Evidence}, {"publisher", v.r.Publisher.Evidence},
	} {
		v.evidence(f.name, f.evidence)
	}
}

func (v *validator) date(field string, f Fact[Dating]) {
	if !f.Known() {
		return
	}
	told := f.Evidence
	for _, c := range f.Value.Clues {
		if len(told) == 0 {
			told = c.Evidence // a day that follows from an office alone has no words of its own
		}
	}
	v.fact(field, f.Value.Date.String(), f.Rule, told)
	for _, e := range f.Evidence {
		if !dated(shown(e)) {
			v.fault("%s: evidence %q holds no digit, month, weekday or relative word", field, e.Quote)
		}
	}
	if f.Value.Date.Known() && !f.Value.Date.Valid() {
		v.fault("%s: %v is no valid date", field, f.Value.Date)
	}
	for _, c := range f.Value.Clues {
		v.fact(field+": clue "+c.Rule, c.Says.String(), c.Rule, c.Evidence)
	}
}

func (v *validator) person(field string, f Fact[Person]) {
	v.fact(field, f.Value.Name, f.Rule, f.Evidence)
	for _, e := range f.Evidence {
		if !shareWord(shown(e), f.Value.Name) && !shareWord(shown(e), f.Value.Role) {
			v.fault("%s: %s: evidence %q holds no word of the name or the role %q", field, f.Value.Name, e.Quote, f.Value.Role)
		}
	}
}

func (v *validator) occasions() {
	if len(v.r.Occasions) == 0 {
		v.fault("occasions: none")
	}
	names := map[string]bool{}
	for _, p := range v.r.Participants {
		names[p.Value.Name] = true
	}
	codes := map[string]bool{}
	for _, c := range v.r.Countries {
		codes[c.Value.Code] = true
	}
	for i, o := range v.r.Occasions {
		v.date(fmt.Sprintf("occasions: %d: date", i+1), o.Date)
		v.evidence(fmt.Sprintf("occasions: %d", i+1), o.Evidence)
		for _, n := range o.Participants {
			if !names[n] {
				v.fault("occasions: %d: %q is no participant of the record", i+1, n)
			}
		}
		for _, c := range o.Parties {
			if !codes[c] {
				v.fault("occasions: %d: %q is no country of the record", i+1, c)
			}
		}
	}
}

// fact checks what holds for every fact.
func (v *validator) fact(field, value, rule string, es []Evidence) {
	if rule == "" {
		v.fault("%s: %s: no rule", field, value)
	}
	if len(es) == 0 && rule != ByCorrection && rule != ByFrontMatter {
		v.fault("%s: %s: no evidence by rule %q", field, value, rule)
	}
	v.evidence(field, es)
}

func (v *validator) evidence(field string, es []Evidence) {
	for _, e := range es {
		switch {
		case e.Start < 0 || e.End > len(v.src.Text) || e.Empty():
			v.fault("%s: evidence %d to %d is no place in a text of %d bytes", field, e.Start, e.End, len(v.src.Text))
		case v.src.Slice(e.Span) != e.Quote:
			v.fault("%s: evidence at %d quotes %q, the text has %q", field, e.Start, e.Quote, v.src.Slice(e.Span))
		case !inside(e.Span, v.spans):
			v.fault("%s: evidence %q lies in no single block", field, e.Quote)
		case !utf8.ValidString(e.Quote):
			v.fault("%s: evidence %q cuts a character", field, e.Quote)
		}
		if e.Rule == "" {
			v.fault("%s: evidence %q has no rule", field, e.Quote)
		}
	}
}

// shown is what a reader sees of evidence.
func shown(e Evidence) string {
	if e.Text != "" {
		return e.Text
	}
	return e.Quote
}

func inside(s source.Span, outer []source.Span) bool {
	for _, o := range outer {
		if o.Contains(s) {
			return true
		}
	}
	return false
}

func shareWord(a, b string) bool {
	have := map[string]bool{}
	for _, w := range words.Cut(a) {
		have[w.Text] = true
	}
	for _, w := range words.Cut(b) {
		if have[w.Text] {
			return true
		}
	}
	return false
}

// dated reports whether a text holds a digit, a month, a weekday or a relative word, in any of the languages read.
func dated(s string) bool {
	if strings.ContainsFunc(s, unicode.IsDigit) {
		return true
	}
	for _, w := range words.Cut(s) {
		if slices.Contains(dayWords, strings.TrimSuffix(w.Text, "s")) {
			return true
		}
	}
	return false
}

// dayWords are the words that say when, without a plural s: months and weekdays, then relative words.
var dayWords = strings.Fields(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec
	monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
	today yesterday tomorrow tonight day week weekend month year eve morning noon afternoon evening night last next
	오늘 어제 내일 今日 昨日 明日 今天 昨天 明天 本日
	hoy ayer heute gestern aujourd hier`)
