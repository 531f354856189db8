// Package record says what one release tells us, and where it says so.
package record

import (
	"readout/internal/date"
	"readout/internal/source"
)

// Confidence tells how a fact is known.
type Confidence string

// The confidences, from the firmest.
const (
	Certain   Confidence = "certain"   // the text says it
	Inferred  Confidence = "inferred"  // it follows from evidence that leaves one answer
	Uncertain Confidence = "uncertain" // the likeliest of several
)

// Evidence is a place in the decoded file and the rule that read it.
type Evidence struct {
	source.Span
	Quote string // exactly the bytes of the span
	Text  string // what a reader sees there; "" where it equals Quote
	Rule  string // speaking name: "held-telephone-conversation", "surname", "date-line"
}

// Fact is a value with how it is known.
type Fact[T any] struct {
	Value      T
	Rule       string // the rule that decided; "correction" and "front-matter" may have no evidence
	Confidence Confidence
	Evidence   []Evidence
}

// Known reports whether the fact was read at all.
func (f Fact[T]) Known() bool { return f.Rule != "" }

// Kind is what sort of event or text a release is about.
type Kind string

// The kinds.
const (
	Call        Kind = "call"
	Meeting     Kind = "meeting"
	Conference  Kind = "conference"
	Visit       Kind = "visit"
	Statement   Kind = "statement"
	Signing     Kind = "signing"
	Appointment Kind = "appointment"
	OtherKind   Kind = "other"
)

// Kinds lists all kinds in the order in which pages show them.
var Kinds = []Kind{Call, Meeting, Conference, Visit, Statement, Signing, Appointment, OtherKind}

// Part tells whether a country took part.
type Part string

// The parts of a country.
const (
	Party     Part = "party"
	Mentioned Part = "mentioned"
)

// Record is what one release tells. Slices are in the order of the text.
type Record struct {
	File     string // path as given
	Part     int    // from 1; of a file that holds several releases
	ID       string // proposed id: a pure function of the release
	SHA256   string // of the file's bytes
	Encoding string

	Title     Fact[string]
	Text      string // the release without page furniture, original wording, order and numbering
	Language  Fact[string]
	Publisher Fact[Publisher]
	Kind      Fact[Kind]
	Date      Fact[Dating] // of the event; derived: first occasion
	Published Fact[Dating]
	Address   Fact[string] // original address on the web, if the file tells it
	Rights    Fact[string] // "full" or "excerpt"; unknown where nobody has stated it

	Participants []Fact[Person] // union over occasions
	Mentioned    []Fact[Person]
	Countries    []Fact[Country]
	Topics       []Fact[Topic]
	Occasions    []Occasion // at least one
	Blocks       []Block
	Doubts       []Doubt
	Corrections  []Applied // what a curator set right, in order
}

// Publisher is who issued a release. The zero Publisher is unknown.
type Publisher struct {
	ID      string // permanent id: "kr-mofa"
	Name    string
	Country string // ISO 3166-1 alpha-2, or an organisation's code
	Medium  bool   // a news medium, not a government body
}

// Person is a person as one release shows him or her.
type Person struct {
	Name    string // as fully as the text gives it, without honorifics
	ID      string // of the authority record where the lexicon knows the person; else country and name as a slug
	Listed  bool   // whether ID is the lexicon's
	Role    string // the text's words, without the country; "" if none
	Office  string // lexicon id of the office held on the day; "" if unknown
	Country string // that the person acts for; "" if unknown
}

// Country is a country or an organisation.
type Country struct {
	Code string // ISO 3166-1 alpha-2, XK, or a short name in capitals: EU, UN, AFU
	Name string
	Part Part
}

// Topic is a topic on which the release says something.
type Topic struct {
	ID    string
	Label string
	Score float64 // share of the body's sentences that bear the topic, 0 to 1
}

// Dating is a date and the clues it was read from.
type Dating struct {
	Date         date.Date
	Time         string      // "08:28", 24 hours, as the text gives it; "" if none
	Alternatives []date.Date // other readings, likeliest first
	Clues        []Clue
}

// Clue is one thing that bounds a date.
type Clue struct {
	Rule     string    // "term-of-office", "named-event", "weekday", ...
	Says     date.Date // what it allows
	Entry    string    // lexicon id, "" if none
	Evidence []Evidence
}

// Occasion is one event that a release tells of.
type Occasion struct {
	Kind         Kind
	Date         Fact[Dating]
	Place        string   // city, if told; "" otherwise
	Participants []string // names, as in Record.Participants
	Parties      []string // country codes
	Evidence     []Evidence
}

// Block is a piece of the file; the blocks of a record cover its text with no gap and no overlap.
type Block struct {
	Kind string // see package document
	source.Span
}

// Doubt is something unsure, where it is, and what would settle it.
type Doubt struct {
	Field    string // key of the record: "date", "participants", ...
	Message  string // one plain sentence
	Evidence []Evidence
	Settle   string // a line for corrections.yaml that would settle it; "" if none
}

// Applied is a correction that was applied to a record.
type Applied struct {
	Field string
	Was   string // the value it replaced, as shown to readers
	Now   string
	Why   string
}
