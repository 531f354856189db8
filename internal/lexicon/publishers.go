package lexicon

import (
	"slices"
	"strings"

	"readout/internal/words"
)

// Bodies are the kinds of publishers. A head is an office of a president, a king or a prime minister; a distributor
// hands on what others wrote and says so.
var bodies = []string{"foreign-ministry", "head", "government", "organisation", "paper", "agency", "broadcaster", "distributor"}

// usualTitles are what most countries call their foreign ministries.
var usualTitles = []string{"Ministry of Foreign Affairs", "Ministry for Foreign Affairs", "Ministry of Foreign Affairs and International Cooperation",
	"Ministry of Foreign Affairs and Cooperation", "Ministry of Foreign Affairs and Trade", "Foreign Ministry",
	"Ministerio de Relaciones Exteriores", "Ministère des Affaires étrangères", "Ministère des Affaires étrangères et de la Coopération", "Cancillería"}

// dependent are the countries and territories whose foreign affairs are another's, or nobody's.
var dependent = []string{"HK", "MO", "GI", "GL", "FO", "PR", "GU", "NC", "PF", "BM", "KY", "VG", "FK", "AW", "CW", "EH", "VA"}

// ministries returns a foreign ministry for each country that has none in the data.
func ministries(l *Lexicon) []Publisher {
	var out []Publisher
	for i := range l.Countries {
		c := &l.Countries[i]
		if c.Organisation || slices.Contains(dependent, c.Code) || slices.ContainsFunc(l.Publishers, func(p Publisher) bool { return p.Country == c.Code && p.Body == foreignMinistry }) {
			continue
		}
		out = append(out, Publisher{ID: strings.ToLower(c.Code) + "-mfa", Name: "Ministry of Foreign Affairs of " + article(c.Name), Country: c.Code,
			Body: foreignMinistry, Titles: usualTitles[:1]})
	}
	return out
}

const foreignMinistry = "foreign-ministry"

// stateOffice is an office of the state that every country has, or nearly so, and that issues releases.
type stateOffice struct {
	suffix, name, body string
	names              []string // words of the names of listed publishers that are such an office
	titles             []string // what it is called, without the name of its country
	hosts              []string // of its addresses, up to the code of the country
}

var stateOffices = []stateOffice{
	{"-president", "Presidency of ", "head", []string{"President", "Presidency", "White House"},
		[]string{"President", "The President", "Presidency", "The Presidency", "Office of the President", "Presidential Office", "Official website of the President", "State House", "Presidential Palace",
			"Presidencia de la República", "Présidence de la République", "Presidência da República"},
		[]string{"president.gov.", "presidency.gov.", "president.", "presidency."}},
	{"-pmo", "Office of the Prime Minister of ", "head", []string{"Prime Minister", "Taoiseach", "Moncloa"},
		[]string{"Prime Minister", "The Prime Minister", "Office of the Prime Minister", "Prime Minister's Office", "Official website of the Prime Minister", "Office of the Prime Minister and Cabinet",
			"Department of the Prime Minister and Cabinet"},
		[]string{"pmo.gov.", "pm.gov.", "opm.gov.", "primeminister.gov.", "pmo.go."}},
	{"-gov", "Government of ", "government", []string{"Government"},
		[]string{"Government", "The Government", "Royal Government", "Gobierno", "Gouvernement", "Governo", "Council of Ministers", "Presidency of the Council of Ministers"},
		[]string{"gov.", "gob.", "gouv.", "govt."}},
	{"-mod", "Ministry of Defence of ", "government", []string{"Defence", "Defense"},
		[]string{"Ministry of Defence", "Ministry of Defense", "Ministry of National Defence", "Ministry of National Defense", "Department of Defence", "Department of National Defence"},
		[]string{"mod.gov.", "mod.go.", "mindef.gov.", "mod."}},
}

// of reports whether a publisher is this office of its country.
func (o *stateOffice) of(p *Publisher) bool {
	if p.Body != "head" && p.Body != "government" {
		return false
	}
	return slices.ContainsFunc(o.names, func(n string) bool { return strings.Contains(p.Name, n) })
}

// governments returns the offices of states for each country where none such is in the data.
func governments(l *Lexicon) []Publisher {
	listed := map[string]bool{} // country and suffix of what the data have
	for i := range l.Publishers {
		p := &l.Publishers[i]
		for k := range stateOffices {
			if o := &stateOffices[k]; o.of(p) || strings.HasSuffix(p.ID, o.suffix) {
				listed[p.Country+o.suffix] = true
			}
		}
	}
	var out []Publisher
	for i := range l.Countries {
		c := &l.Countries[i]
		if c.Organisation || slices.Contains(dependent, c.Code) {
			continue
		}
		for k := range stateOffices {
			o := &stateOffices[k]
			id := strings.ToLower(c.Code) + o.suffix
			if listed[c.Code+o.suffix] {
				continue
			}
			out = append(out, Publisher{ID: id, Name: o.name + article(c.Name), Country: c.Code, Body: o.body})
		}
	}
	return out
}

// titles returns what a publisher of a state is called without the name of its country.
func titles(p *Publisher) []string {
	out := p.Titles
	for i := range stateOffices {
		if o := &stateOffices[i]; o.of(p) {
			out = slices.Concat(out, o.titles)
		}
	}
	return out
}

// article sets the article before the names that take one inside a sentence.
func article(name string) string {
	switch name {
	case "Bahamas", "Central African Republic", "Comoros", "Cook Islands", "Democratic Republic of the Congo", "Dominican Republic", "Gambia",
		"Maldives", "Marshall Islands", "Netherlands", "Philippines", "Solomon Islands", "United Arab Emirates", "United Kingdom", "United States", "Holy See":
		return "the " + name
	}
	return name
}

// hosts returns the hosts of a publisher: those listed, and for a foreign ministry those that most countries use.
func hosts(p *Publisher) []string {
	out := slices.Clone(p.Hosts)
	if p.Body == foreignMinistry && len(p.Country) == 2 {
		cc := strings.ToLower(p.Country)
		for _, label := range []string{"mfa.gov.", "mofa.gov.", "mofa.go.", "mfa.go.", "foreign.gov.", "mfa."} {
			out = append(out, label+cc)
		}
	}
	for i := range stateOffices {
		if o := &stateOffices[i]; len(p.Country) == 2 && o.of(p) {
			for _, label := range o.hosts {
				out = append(out, label+strings.ToLower(p.Country))
			}
		}
	}
	return out
}

// publisherSigns finds out which lines, hosts and credits show a publisher: what is listed before what follows, of two
// publishers the earlier. A title of a ministry that only one publisher has is a line by itself.
func (l *Lexicon) publisherSigns() {
	line, host, credit := map[string][]int32{}, map[string][]int32{}, map[string][]int32{}
	set := func(m map[string][]int32, key string, i int) {
		if _, ok := m[key]; !ok && key != "" {
			m[key] = []int32{int32(i)}
		}
	}
	for i := range l.Publishers {
		p := &l.Publishers[i]
		for _, s := range p.Lines {
			set(line, words.Fold(s), i)
		}
		for _, h := range p.Hosts {
			set(host, h, i)
		}
		for _, c := range p.Credits {
			set(credit, words.Fold(c), i)
		}
	}
	title := map[string][]int32{}
	for i := range l.Publishers {
		for _, t := range titles(&l.Publishers[i]) {
			addOnce(title, words.Fold(t), int32(i))
		}
	}
	for k, owners := range title {
		if len(owners) == 1 {
			set(line, k, int(owners[0]))
		}
	}
	for _, t := range usualTitles {
		title[words.Fold(t)] = nil // of any
		delete(line, words.Fold(t))
	}
	name := map[string][]int32{}
	for i := range l.Countries {
		c := &l.Countries[i]
		for _, list := range [][]string{{c.Name, c.Official}, c.Forms, c.Demonyms} {
			for _, n := range list {
				if !strings.ContainsAny(n, "*([|&") {
					set(name, strings.TrimPrefix(words.Fold(n), "the "), i)
				}
			}
		}
	}
	for i := range l.Publishers {
		for _, h := range hosts(&l.Publishers[i]) {
			set(host, h, i)
		}
	}
	l.byLine, l.byHost, l.byCredit = newLists(line), newLists(host), newLists(credit)
	l.byMinistry, l.byPlain = newLists(title), newLists(name)
}

// longest line that shows a publisher, in words.
const longestSign = 16

// PublisherOfLine returns the publisher whose sign stands at the beginning of a line, nil if none does, and the number of
// words that it takes: all of them, or up to a sign ("Xinhua | English | World"), never up to a space (but for the "and"
// before a second name). Of several the longest is taken. A sign is a listed line, or the title of a foreign ministry
// with a name of its country: "Ministry of Foreign Affairs of Japan", "Arab Republic of Egypt, Ministry of Foreign
// Affairs". A name in two lines can be asked for as one: "Ministry of Foreign Affairs", "State of Qatar".
func (l *Lexicon) PublisherOfLine(line []words.Word) (*Publisher, int) {
	var room [160]byte
	var ends [longestSign]int
	buf := room[:0]
	best, n := -1, 0
	if len(line) == 0 || !l.signs.first.mayHold(line[0].Text) {
		return nil, 0
	}
	for i := range min(len(line), longestSign) {
		if i > 0 {
			buf = append(buf, ' ')
		}
		buf = append(buf, line[i].Text...)
		ends[i] = len(buf)
		if i+1 < len(line) && line[i+1].Gap <= words.Space && !(i >= 2 && line[i+1].Text == "and") && !(line[i].Case == words.NoCase && !line[i].Number && line[i+1].Case != words.NoCase) {
			continue
		}
		if i+1 < len(line) && line[i+1].Gap == words.Stop && line[i+1].Start == line[i].End+1 { // an address: gouvernement.lu
			continue
		}
		if !l.signs.last.mayHold(line[i].Text) {
			continue
		}
		whole := string(buf)
		p := l.byLine.first(whole)
		if p < 0 {
			p = l.ministryOf(whole, ends[:i+1])
		}
		if p >= 0 {
			best, n = p, i+1
		}
	}
	if best < 0 {
		return nil, 0
	}
	return &l.Publishers[best], n
}

// ministryOf reads a folded line, whose words end at ends, as title and country or the other way round; -1 if it is not.
func (l *Lexicon) ministryOf(line string, ends []int) int {
	for _, at := range ends[:len(ends)-1] {
		before, after := line[:at], line[at+1:]
		if p := l.ministry(before, bare(after)); p >= 0 {
			return p
		}
		if p := l.ministry(after, bare(before)); p >= 0 {
			return p
		}
	}
	return -1
}

// ministry returns the foreign ministry of a country that has this title, -1 if there is none.
func (l *Lexicon) ministry(title, country string) int {
	t := l.byMinistry.find(title)
	if t < 0 && title != "mfa" && title != "mofa" {
		return -1
	}
	c := l.byPlain.first(country)
	if c < 0 {
		return -1
	}
	code := l.Countries[c].Code
	if t >= 0 {
		if owners := l.byMinistry.of(title); len(owners) > 0 { // not one of the usual titles
			for _, p := range owners {
				if l.Publishers[p].Country == code {
					return int(p)
				}
			}
			return -1
		}
	}
	for i := range l.Publishers {
		if p := &l.Publishers[i]; p.Country == code && p.Body == foreignMinistry {
			return i
		}
	}
	return -1
}

// bare takes the words away that join a country's name to a title.
func bare(name string) string {
	for _, w := range []string{"of ", "for ", "the ", "de la ", "del ", "de ", "du ", "do ", "da ", "republica de ", "republica del ", "republique du ", "republique de "} {
		name = strings.TrimPrefix(name, w)
	}
	return name
}

// PublisherOfHost returns the publisher of an address without its scheme, in lower case ("www.mofa.go.kr",
// "gob.mx/sre"), or of a host above it; nil if there is none.
func (l *Lexicon) PublisherOfHost(address string) *Publisher {
	host, path, _ := strings.Cut(address, "/")
	dir, _, _ := strings.Cut(path, "/")
	for host != "" {
		if dir != "" {
			if p := l.byHost.first(host + "/" + dir); p >= 0 {
				return &l.Publishers[p]
			}
		}
		if p := l.byHost.first(host); p >= 0 {
			return &l.Publishers[p]
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

// PublisherOfCredit returns the agency that signs so ("yonhap", "xinhua"), nil if none does. The key is as words.Fold
// makes it.
func (l *Lexicon) PublisherOfCredit(folded string) *Publisher {
	if p := l.byCredit.first(folded); p >= 0 {
		return &l.Publishers[p]
	}
	return nil
}

// ForeignMinistry returns the publisher that is the foreign ministry of a country, nil if there is none.
func (l *Lexicon) ForeignMinistry(country string) *Publisher {
	for i := range l.Publishers {
		if p := &l.Publishers[i]; p.Country == country && p.Body == foreignMinistry {
			return p
		}
	}
	return nil
}

// PublisherSigns returns the listed lines of all publishers for the cutting of documents: names of sites, folded, and
// furniture. The lines of foreign ministries that follow from the names of countries are not among them.
func (l *Lexicon) PublisherSigns() (sites, furniture []string) {
	sites = l.byLine.keys()
	for i := range l.Publishers {
		furniture = append(furniture, l.Publishers[i].Furniture...)
	}
	return sites, furniture
}
