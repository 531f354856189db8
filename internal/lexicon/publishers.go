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
	"Ministry of Foreign Affairs and Cooperation", "Ministry of Foreign Affairs and Trade", "Foreign Ministry"}

// ministries returns a foreign ministry for each country that has none in the data.
func ministries(l *Lexicon) []Publisher {
	var out []Publisher
	for i := range l.Countries {
		c := &l.Countries[i]
		if c.Organisation || slices.ContainsFunc(l.Publishers, func(p Publisher) bool { return p.Country == c.Code && p.Body == foreignMinistry }) {
			continue
		}
		out = append(out, Publisher{ID: strings.ToLower(c.Code) + "-mfa", Name: "Ministry of Foreign Affairs of " + article(c.Name), Country: c.Code,
			Body: foreignMinistry, Titles: usualTitles[:1]})
	}
	return out
}

const foreignMinistry = "foreign-ministry"

// article sets the article before the names that take one inside a sentence.
func article(name string) string {
	switch name {
	case "Bahamas", "Central African Republic", "Comoros", "Cook Islands", "Democratic Republic of the Congo", "Dominican Republic", "Gambia",
		"Maldives", "Marshall Islands", "Netherlands", "Philippines", "Solomon Islands", "United Arab Emirates", "United Kingdom", "United States", "Holy See":
		return "the " + name
	}
	return name
}

// signLines returns the lines that show a publisher: those listed, and for a foreign ministry those that follow from its
// titles and the names of its country: "Ministry of Foreign Affairs of Japan", "Ministry of Foreign Affairs, Republic of
// Korea", "Arab Republic of Egypt, Ministry of Foreign Affairs", "Kazakh Foreign Ministry". All are folded.
func signLines(c *Country, p *Publisher) []string {
	var out []string
	add := func(parts ...string) {
		if k := words.Fold(strings.Join(parts, " ")); k != "" {
			out = append(out, k)
		}
	}
	for _, line := range p.Lines {
		add(line)
	}
	if p.Body != foreignMinistry || c == nil {
		return out
	}
	names := append([]string{c.Name, c.Official}, c.Forms...)
	for i, title := range append(slices.Clone(p.Titles), usualTitles...) {
		own := i < len(p.Titles)
		if !own && slices.Contains(p.Titles, title) {
			continue
		}
		for _, n := range names {
			n = strings.TrimPrefix(n, "the ")
			if n == "" || strings.ContainsAny(n, "*([|&") {
				continue
			}
			for _, to := range []string{"", "of", "of the", "for"} {
				if own || to != "for" {
					add(title, to, n)
				}
			}
			add(n, title)
			add("the", n, title)
		}
		for _, d := range c.Demonyms {
			add(d, title)
		}
	}
	for _, n := range names {
		if n != "" && !strings.ContainsAny(n, "*([|&") {
			add("MFA", n)
			add("MOFA", n)
			add("MFA of", n)
		}
	}
	return out
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
	return out
}

func publisherSigns(l *Lexicon, country func(code string) *Country) (lines, byHost, credits map[string]int32) {
	lines, byHost, credits = map[string]int32{}, map[string]int32{}, map[string]int32{}
	set := func(m map[string]int32, key string, i int) {
		if _, ok := m[key]; !ok && key != "" {
			m[key] = int32(i)
		}
	}
	for i := range l.Publishers { // what is listed goes before what follows
		for _, line := range l.Publishers[i].Lines {
			set(lines, words.Fold(line), i)
		}
		for _, h := range l.Publishers[i].Hosts {
			set(byHost, h, i)
		}
	}
	shared := map[string]int{} // how many publishers have a title
	for i := range l.Publishers {
		for _, title := range l.Publishers[i].Titles {
			shared[words.Fold(title)]++
		}
	}
	for _, title := range usualTitles {
		shared[words.Fold(title)]++
	}
	for i := range l.Publishers {
		p := &l.Publishers[i]
		for _, title := range p.Titles {
			if k := words.Fold(title); shared[k] == 1 {
				set(lines, k, i)
			}
		}
		for _, k := range signLines(country(p.Country), p) {
			set(lines, k, i)
		}
		for _, h := range hosts(p) {
			set(byHost, h, i)
		}
		for _, c := range p.Credits {
			set(credits, words.Fold(c), i)
		}
	}
	return lines, byHost, credits
}

// longest line that shows a publisher, in words.
const longestSign = 16

// PublisherOfLine returns the publisher whose sign stands at the beginning of a line, nil if none does, and the number of
// words that it takes: all of them, or up to a sign ("Xinhua | English | World"), never up to a
// space (but for the "and" before a second name). Of several the
// longest is taken. A name in two lines can be asked for as one: "Ministry of Foreign Affairs", "State of Qatar".
func (l *Lexicon) PublisherOfLine(line []words.Word) (*Publisher, int) {
	var room [160]byte
	buf := room[:0]
	best, n := -1, 0
	for i := range min(len(line), longestSign) {
		if i > 0 {
			buf = append(buf, ' ')
		}
		buf = append(buf, line[i].Text...)
		if i+1 < len(line) && line[i+1].Gap <= words.Space && !(i >= 2 && line[i+1].Text == "and") {
			continue
		}
		if p, ok := l.byLine[string(buf)]; ok {
			best, n = int(p), i+1
		}
	}
	if best < 0 {
		return nil, 0
	}
	return &l.Publishers[best], n
}

// PublisherOfHost returns the publisher of an address without its scheme, in lower case ("www.mofa.go.kr",
// "gob.mx/sre"), or of a host above it; nil if there is none.
func (l *Lexicon) PublisherOfHost(address string) *Publisher {
	host, path, _ := strings.Cut(address, "/")
	dir, _, _ := strings.Cut(path, "/")
	for host != "" {
		if dir != "" {
			if p, ok := l.byHost[host+"/"+dir]; ok {
				return &l.Publishers[p]
			}
		}
		if p, ok := l.byHost[host]; ok {
			return &l.Publishers[p]
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil
}

// PublisherOfCredit returns the agency that signs so ("yonhap", "xinhua"), nil if none does. The key is as words.Fold
// makes it.
func (l *Lexicon) PublisherOfCredit(folded string) *Publisher {
	if p, ok := l.byCredit[folded]; ok {
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

// PublisherSigns returns the lines of all publishers for the cutting of documents: names of sites, and furniture.
func (l *Lexicon) PublisherSigns() (sites, furniture []string) {
	for line := range l.byLine {
		sites = append(sites, line)
	}
	slices.Sort(sites)
	for i := range l.Publishers {
		furniture = append(furniture, l.Publishers[i].Furniture...)
	}
	return sites, furniture
}
