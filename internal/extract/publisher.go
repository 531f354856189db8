package extract

import (
	"strings"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// How strongly a sign shows the publisher, by where it stands. A distributor or an agency that is only credited yields
// to anybody else.
const (
	canonicalSign   = 100
	siteNameSign    = 90
	aboveHeadline   = 80
	underHeadline   = 70
	phraseSign      = 60
	addressSign     = 50
	footerSign      = 40
	officeSign      = 30 // only the offices of the people who speak tell it
	creditSign      = 20
	distributorLess = 60
)

// readPublisher finds who issued the release: the name of the site over the text, lines of its furniture, addresses,
// wording that only one publisher has; and last the office of whoever speaks in the headline. A paper that prints an
// agency's text is the publisher.
func (r *reading) readPublisher() record.Fact[record.Publisher] {
	var f record.Fact[record.Publisher]
	best := 0
	take := func(p *lexicon.Publisher, strength int, rule string, start, end int) bool {
		if p.Body == "distributor" {
			strength -= distributorLess
		}
		if strength <= best {
			return false
		}
		best = strength
		f.Value = record.Publisher{ID: p.ID, Name: p.Name, Country: p.Country, Medium: p.Medium || p.Agency}
		f.Rule, f.Confidence = rule, record.Certain
		if strength <= officeSign {
			f.Confidence = record.Inferred
		}
		f.Evidence = []record.Evidence{evidenceAt(r.doc, start, end, rule)}
		return true
	}
	v := &r.doc.View
	headline := len(r.doc.Blocks)
	if r.head >= 0 {
		headline = v.Sentences[r.head].Block
	}
	var last document.Sentence
	for s, sent := range v.Sentences {
		b := r.doc.Blocks[sent.Block]
		ws := v.Words[sent.From:sent.To]
		for _, h := range r.hits[s] {
			if h.Class == lexicon.PublisherPhrase {
				take(&r.lex.Publishers[h.Index], phraseSign, "publisher-phrase", v.Words[h.From].Start, v.Words[h.To-1].End)
			}
		}
		if b.Kind == document.Headline || len(ws) == 0 {
			continue
		}
		if !b.Kind.Body() {
			strength := footerSign
			switch {
			case b.Kind == document.SiteName && sent.Block < headline:
				strength = siteNameSign
			case sent.Block < headline:
				strength = aboveHeadline
			case b.Kind == document.DateLine || b.Kind == document.Byline || sent.Block < headline+8 && b.Kind != document.Contact:
				strength = underHeadline
			}
			if len(ws) > 1 && (ws[0].Text == "from" || ws[0].Text == "source") { // From: Global Affairs Canada
				if p, n := r.lex.PublisherOfLine(ws[1:]); p != nil {
					take(p, siteNameSign+8, "from-line", ws[1].Start, ws[n].End)
				} else if p, n := r.lex.PublisherOfLine(ws); p != nil { // From: National Defence
					take(p, siteNameSign+8, "from-line", ws[0].Start, ws[n-1].End)
				}
			}
			if p, n := r.lex.PublisherOfLine(ws); p != nil {
				if m := r.ministryBelow(s, p); m != nil {
					p = m
				}
				sign := strength + 2
				switch {
				case b.Kind == document.Byline && p.Body == "head": // who signed it
					sign = officeSign - 1
				case p.Body == "foreign-ministry": // under the name of its government
					sign++
				}
				take(p, sign, "site-name", ws[0].Start, ws[n-1].End)
			} else if p, from, n := r.insideLine(ws, sent.Block < headline); p != nil {
				take(p, strength, "site-name", ws[from].Start, ws[from+n-1].End)
			} else if sent.Block < headline {
				if p, n := r.paperSection(ws); p != nil {
					take(p, strength, "site-name", ws[0].Start, ws[n-1].End)
				} else if p, n := r.mission(sent); p != nil {
					take(p, strength-1, "embassy", ws[0].Start, ws[n-1].End)
				}
			}
			if last.To == sent.From && last.To > last.From { // a name in two lines
				two := v.Words[last.From:sent.To]
				if p, n := r.lex.PublisherOfLine(two); p != nil && n > last.To-last.From {
					if take(p, strength+4, "site-name", two[0].Start, v.Words[last.To-1].End) {
						f.Evidence = append(f.Evidence, evidenceAt(r.doc, ws[0].Start, two[n-1].End, "site-name"))
					}
				}
			}
			last = sent
			r.addresses(sent, strength, take)
			continue
		}
		last = document.Sentence{}
		r.credits(s, take)
	}
	if best < officeSign {
		r.byOffice(take)
	}
	return f
}

// insideLine finds a publisher's sign behind the beginning of a line: behind its abbreviation ("AA ANADOLU AGENCY") or its
// name in another script, behind a sign over the headline ("Jane Doe, Prime Minister of Canada"), and behind words that
// lead to it anywhere: "Published in Dawn", "About Kuna", "© 2024 The Daily Star". It returns the first word and how many.
func (r *reading) insideLine(ws []words.Word, over bool) (p *lexicon.Publisher, from, n int) {
	if len(ws) > 24 {
		return nil, 0, 0
	}
	owned := strings.Contains(r.doc.View.Text[max(0, ws[0].Start-4):ws[0].End], "©")
	for i := 1; i < len(ws) && i < 12; i++ {
		before := &ws[i-1]
		led := owned
		switch before.Text {
		case "copyright", "©", "c":
			owned, led = owned || before.Text != "c" || i > 1, true
		case "in", "by":
			led = led || i == 2 && ws[0].Text == "published"
		case "about":
			led = led || i == 1
		}
		switch {
		case led:
		case i == 1 && before.Case == words.Upper && len(before.Text) <= 5:
		case before.Case == words.NoCase && !before.Number && ws[i].Case != words.NoCase:
		case over && ws[i].Gap >= words.Comma && ws[i].Gap != words.Close:
		default:
			continue
		}
		if p, n := r.lex.PublisherOfLine(ws[i:]); p != nil {
			return p, i, n
		}
	}
	return nil, 0, 0
}

// addresses looks for hosts in a line: "peter.stano@ec.europa.eu", "https://www.mofa.go.kr/eng".
func (r *reading) addresses(sent document.Sentence, strength int, take func(*lexicon.Publisher, int, string, int, int) bool) {
	text := r.doc.View.Text[sent.Start:sent.End]
	if !strings.Contains(text, ".") || len(text) > 2000 {
		return
	}
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], " \t\n<>()[]\"'")
		if n < 0 {
			n = len(text) - at
		}
		word := text[at : at+n]
		if strings.Contains(word, ".") && len(word) > 4 {
			host := word
			if i := strings.LastIndex(host, "@"); i >= 0 {
				host = host[i+1:]
			}
			if i := strings.Index(host, "://"); i >= 0 {
				host = host[i+3:]
			}
			host = strings.ToLower(strings.TrimRight(host, ".,;:/"))
			if p := r.lex.PublisherOfHost(host); p != nil {
				take(p, min(strength, addressSign)+1, "address", sent.Start+at, sent.Start+at+n)
			}
		}
		at += n + 1
	}
}

// credits looks for how agencies sign: "(Yonhap)", "/TASS/", "(WAM) --".
func (r *reading) credits(s int, take func(*lexicon.Publisher, int, string, int, int) bool) {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		g := r.ws[i].Gap
		if g != words.Open && g != words.Slash && g != words.Dash || !r.capital(i) {
			continue
		}
		for n := 1; n <= 3 && i+n <= sent.To; n++ {
			if i+n < sent.To && r.ws[i+n].Gap != words.Close && r.ws[i+n].Gap != words.Slash && r.ws[i+n].Gap != words.Dash {
				continue
			}
			if p := r.lex.PublisherOfCredit(foldedRun(r.ws[i : i+n])); p != nil {
				take(p, creditSign, "agency-credit", r.ws[i].Start, r.ws[i+n-1].End)
			}
		}
	}
}

// byOffice takes the office whose people speak in the headline, where no page sign tells the publisher: "Readout of
// President Biden's Call", "Statement from White House Press Secretary".
func (r *reading) byOffice(take func(*lexicon.Publisher, int, string, int, int) bool) {
	if r.head < 0 {
		return
	}
	sent := r.doc.View.Sentences[r.head]
	if sent.To-sent.From < 4 {
		return
	}
	switch r.ws[sent.From].Text {
	case "readout", "statement", "remarks", "fact", "press", "background":
	default:
		return
	}
	for _, h := range r.hits[r.head] {
		if h.Class != lexicon.PhraseClass {
			continue
		}
		name, ok := strings.CutPrefix(r.lex.Lists[h.Index].Name, "office-of-")
		if !ok {
			continue
		}
		if p := r.lex.Publisher(name); p != nil {
			take(p, officeSign, "office-in-headline", r.ws[h.From].Start, r.ws[h.To-1].End)
			return
		}
	}
	ms := r.mentions(r.head)
	if o := r.opening(); o >= 0 {
		ms = append(ms, r.mentions(o)...)
	}
	for _, m := range ms {
		if m.title == nil || !m.named() {
			continue
		}
		if country, kind := r.headOffice(m); country != "" {
			for i := range r.lex.Publishers {
				if p := &r.lex.Publishers[i]; p.Country == country && p.Body == kind {
					f, t := m.place()
					take(p, officeSign, "office-in-headline", r.ws[f].Start, r.ws[t-1].End)
					return
				}
			}
		}
		return
	}
}

// headOffice tells whose office speaks: that of a head of state or government whom the lexicon knows.
func (r *reading) headOffice(m mention) (country, body string) {
	key := foldedRun(r.ws[m.name.from:m.name.to])
	ids := r.lex.Named(key)
	if len(ids) == 0 {
		ids = r.lex.Surnamed(r.ws[m.name.to-1].Text)
	}
	role := words.Cut(r.role(*m.title))
	for _, i := range ids {
		for _, t := range r.lex.Persons[i].Terms {
			o := &r.lex.Offices[t.Office]
			if (o.Kind == "head-of-state" || o.Kind == "head-of-government" || o.Kind == "security-adviser") && similar(role, o) {
				return o.Country, "head"
			}
		}
	}
	return "", ""
}
