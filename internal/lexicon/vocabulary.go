package lexicon

import (
	_ "embed"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"readout/internal/words"
)

// WordClass says what a word does in a title, a name or a sentence; a word may do several things.
type WordClass uint32

// The classes of words.
const (
	TitleHead     WordClass = 1 << iota // minister, president, ambassador
	TitleModifier                       // deputy, foreign, first
	OfficeWord                          // affairs, security, bureau: in the titles of offices
	Honorific                           // Mr, Dr, H.E., Sheikh
	Particle                            // de, bin, von
	Suffix                              // Jr, III
	NotName                             // capitalised words that are in no name of a person
	Background                          // since, after, because
	GivenName                           // first word of a listed person's name, given name first
	FamilyName                          // family name of a listed person
	Act                                 // verbs of an event that people take part in: met, signed, visited
	Contact                             // verbs of an event in which one meets another
	Say                                 // verbs of saying
	EventNoun                           // call, meeting, visit
	PaperSection                        // politics, world, asia: a part of a paper, behind its name
)

var classNames = map[string]WordClass{
	"title-head": TitleHead, "title-modifier": TitleModifier, "office-word": OfficeWord, "honorific": Honorific,
	"particle": Particle, "suffix": Suffix, "not-name": NotName, "background": Background,
	"act": Act, "contact": Contact, "say": Say, "event-noun": EventNoun, "paper-section": PaperSection,
}

// Vocabulary maps a folded word to its classes.
type Vocabulary map[string]WordClass

//go:embed data/vocabulary.yaml
var vocabularyYAML []byte

// BuiltinVocabulary reads the embedded lists of words.
func BuiltinVocabulary() (Vocabulary, error) {
	var file struct {
		Vocabulary map[string][]string `yaml:"vocabulary"`
	}
	if err := yaml.Unmarshal(vocabularyYAML, &file); err != nil {
		return nil, fmt.Errorf("vocabulary.yaml: %w", err)
	}
	v := Vocabulary{}
	for name, list := range file.Vocabulary {
		class, ok := classNames[name]
		if !ok {
			return nil, fmt.Errorf("vocabulary.yaml: unknown list %q", name)
		}
		for _, w := range list {
			for _, x := range strings.Fields(words.Fold(w)) {
				v[x] |= class
			}
		}
	}
	return v, nil
}

// learn adds the words of offices and persons of a lexicon: words of office titles, given and family names.
func (v Vocabulary) learn(l *Lexicon, offices, persons []int32) {
	for _, i := range offices {
		for _, w := range words.Cut(l.Offices[i].Title) {
			if w.Case != words.Lower && !w.Number {
				v[w.Text] |= OfficeWord
			}
		}
	}
	for _, i := range persons {
		p := &l.Persons[i]
		ws := words.Cut(p.Name)
		if len(ws) < 2 {
			continue
		}
		family := words.Fold(p.Family)
		if family != "" && words.Fold(ws[0].Text) != family && v[ws[0].Text]&(Honorific|Particle) == 0 {
			v[ws[0].Text] |= GivenName
		}
		v[family] |= FamilyName
	}
}

// ClassOf returns what a folded word does in titles, names and sentences; 0 for most words.
func (l *Lexicon) ClassOf(word string) WordClass {
	if n := l.words.find(word); n >= 0 {
		return l.words.classes[n]
	}
	return 0
}

// Look finds each of ws among the words that the lexicon knows: its number for MatchNumbered, -1 for other words, and its
// classes, as ClassOf tells them. The slices are as long as ws.
func (l *Lexicon) Look(ws []words.Word, numbers []int32, classes []WordClass) {
	for i := range ws {
		n := l.words.find(ws[i].Text)
		numbers[i] = int32(n)
		if n >= 0 {
			classes[i] = l.words.classes[n]
		} else {
			classes[i] = 0
		}
	}
}
