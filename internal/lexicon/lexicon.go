// Package lexicon is what we know before reading: officials, offices, countries, topics, publishers, events, phrases.
package lexicon

import "readout/internal/date"

// Class is what sort of entry a Ref points at.
type Class uint8

// The classes of entries that have patterns in the text.
const (
	CountryName     Class = iota // Country.Name (Form 0), Official (1), Forms, Local: "South Korea", "ROK"
	Demonym                      // Country.Demonyms: "Korean"
	Capital                      // Country.Capital (Form 0) and Country.Cities: "Seoul", "Tel Aviv"
	CountryTrap                  // Country.Rejects: words that hold a form and do not mean it ("Korea Strait")
	PersonName                   // Person.Names
	TopicPhrase                  // Topic.Phrases
	KindPhrase                   // Phrases.Kinds
	EventPhrase                  // Event.Phrases
	PhraseClass                  // any other list of phrases.yaml
	LooseName                    // Country.Loose: "the North", "AU"; only the context tells
	Metonym                      // Country.Metonyms: "Kremlin", "White House"
	PublisherPhrase              // Publisher.Phrases: "DFAT Media Liaison"
)

// Lexicon is everything known before reading. It is never changed once made.
type Lexicon struct {
	Countries  []Country
	Persons    []Person
	Offices    []Office
	Topics     []Topic
	Publishers []Publisher
	Events     []Event
	Lists      []List // phrases.yaml: kinds, title words and the rest, by name

	finders []finder // over all classes above; one, and another for each layer laid over it
	digest  string
	index
}

// Country is a country or an organisation.
type Country struct {
	Code         string // permanent: ISO 3166-1 alpha-2, XK, or a short name in capitals (EU, UN, AFU)
	Slug         string // of its page: "south-korea"
	Name         string // "South Korea"
	Official     string // "Republic of Korea"
	Organisation bool
	Forms        []string // further names and short forms, as patterns
	Loose        []string // forms that mean it only in some contexts, as patterns: "the North", "AU"
	Demonyms     []string // as patterns
	Capital      string   // the capital; of an organisation its seat
	Cities       []string // other spellings of the capital, and cities that stand for its government: "Kiev", "Tel Aviv"
	Metonyms     []string // buildings, streets and bodies that stand for its government: "Kremlin", "Whitehall"
	Rejects      []string // phrases that hold a form and do not mean the country
	Local        []string // names in its own and other scripts, as patterns
	Numeric      string   // order of numeric dates there: "mdy", "ymd"; "" day, month, year
}

// Person is an official, living or dead.
type Person struct {
	ID     string   // permanent slug
	Name   string   // usual English form
	Names  []string // all forms, Name first: as listed, then those that follow from them (see names.go)
	Family string   // the family name as people are called by it after a title: "Kang", "von der Leyen"
	Called []string // other single names used after a title: "Phuc", "Prince Faisal"'s "Faisal"
	Terms  []Term   // by start
	Was    []string // former ids
}

// Term is a term of office.
type Term struct {
	Office int32    // index in Lexicon.Offices
	From   date.Day // as precise as known
	To     date.Day // zero: in office, or the end unknown
	Source string
	About  bool // one of the days may be off by weeks or months
}

// Office is an office of a country or an organisation.
type Office struct {
	ID      string // permanent: "kr-minister-of-foreign-affairs"
	Country string
	Title   string
	Kind    string   // head-of-state, head-of-government, foreign-minister, ...
	Many    bool     // held by several people at a time: spokespersons, deputies
	Words   []string // of the title, folded: it is compared with many a title in a text
}

// Topic is a topic of the archive's vocabulary.
type Topic struct {
	ID, Label, Scope string
	Phrases          []Phrase
}

// Phrase is a pattern (see Matcher) with sentences that prove it.
type Phrase struct {
	Name    string // speaking name of the rule, printed with each fact: "held-telephone-conversation"
	Pattern string
	Weight  float64  // 1 unless told
	Matches []string // sentences in which it must be found
	Rejects []string // sentences in which it must not
	line    int      // where it stands
}

// List is a named list of phrases: "kind-call", "reject-participant".
type List struct {
	Name    string
	Phrases []Phrase
}

// Publisher is a ministry, an office or a paper that issues releases.
type Publisher struct {
	ID        string
	Name      string
	Country   string
	Body      string   // what it is: one of Bodies
	Medium    bool     // a news medium (paper, agency, broadcaster)
	Agency    bool     // a news agency that others reprint
	Titles    []string // of a foreign ministry: its names without that of the country
	Lines     []string // whole lines of its own pages, or their beginnings: the name of the site
	Phrases   []string // words that show it in page furniture, contact lines or notes
	Hosts     []string // of its addresses: "mofa.go.kr"; also of those below them
	Credits   []string // how an agency signs what others reprint: "(Yonhap)"
	Furniture []string // lines of its pages that are no text
	Numeric   string   // order of its numeric dates: "mdy", "dmy", "ymd"; "" unknown
	Language  string
	Rights    string // "full", "excerpt" or "" where nobody stated it
	Was       []string
}

// Event is an event whose day is known.
type Event struct {
	ID, Label   string
	Phrases     []string
	From, To    date.Day
	Anniversary bool // a base year for anniversaries
}

// Holding is one person's term in one office.
type Holding struct {
	Person int32
	Term   Term
}
