package extract

import (
	"strings"

	"readout/internal/lexicon"
	"readout/internal/words"
)

// A title is a run of words that names an office: "US Deputy Secretary of State", "Minister of Foreign Affairs of Latvia",
// "special representative for Korean Peninsula peace and security affairs". It is found from its head (minister,
// secretary, envoy), which is followed to the left over modifiers and the country's name, and to the right over
// "of", "for" and "to" with what they govern. The country's name belongs to the title but not to the role.
type title struct {
	from, to int   // words, half-open; the country's name may lie inside
	head     int   // the (first) head
	skip     []run // words of the country's name and the like, no part of the role
	country  string
	at       run    // the words that tell the country
	accredit string // country of "Ambassador to X", "Senior Official for the DPRK"
	plural   bool
	lower    bool // written in lower case
	definite bool // "the" stands before it
	own      bool // "his", "her", "its" stands before it
	former   bool // "former", "ex" or "then" stands before it
}

type run struct{ from, to int }

func (x run) empty() bool { return x.to <= x.from }

// strongHeads are heads that make a title even in lower case and without a name.
var strongHeads = map[string]bool{"minister": true, "ministers": true, "president": true, "presidents": true, "secretary": true, "ambassador": true, "ambassadors": true, "premier": true,
	"chancellor": true, "king": true, "queen": true, "emir": true, "sultan": true, "pope": true, "spokesperson": true, "spokesman": true, "spokeswoman": true,
	"envoy": true, "envoys": true, "representative": true, "adviser": true, "advisor": true, "commissioner": true, "undersecretary": true, "counterpart": true, "counterparts": true, "fm": true, "pm": true,
	"secretaries": true, "colleague": true, "peer": true, "interlocutor": true, "chairman": true, "chairperson": true, "director": true, "prince": true, "taoiseach": true, "leader": true, "leaders": true, "representatives": true, "advisers": true, "advisors": true, "aide": true}

var pluralHeads = map[string]bool{"ministers": true, "presidents": true, "secretaries": true, "ambassadors": true, "directors": true, "leaders": true, "representatives": true, "envoys": true,
	"members": true, "officials": true, "chairs": true, "cochairs": true, "mediators": true, "counterparts": true, "peers": true, "heads": true, "chiefs": true, "advisers": true, "advisors": true, "commissioners": true, "senators": true, "spokespersons": true, "premiers": true, "lawmakers": true, "chairmen": true, "coordinators": true, "deputies": true, "colleagues": true, "undersecretaries": true, "negotiators": true, "aides": true}

// titles returns the titles in words from..to of one sentence, by place.
func (r *reading) titles(from, to int, buf []title) []title {
	bound := from // no title reaches back over the one before
	start := len(buf)
	for i := from; i < to; i++ {
		assistant := r.ws[i].Text == "assistant" && i+1 < to && r.ws[i+1].Text == "to" && r.capital(i)
		if !r.is(i, lexicon.TitleHead) && !assistant || r.cover[i].kind == personName || r.ws[i].Number {
			continue
		}
		t, ok := r.titleAt(i, bound, to)
		if !ok {
			continue
		}
		if buf == nil {
			buf = make([]title, 0, 1+r.headsIn(t.to, to))
		}
		buf = append(buf, t)
		bound = t.to
		i = t.to - 1
	}
	return append(buf[:start], r.joinTitles(buf[start:])...)
}

// headsIn counts the words from..to that may be heads of titles.
func (r *reading) headsIn(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if r.is(i, lexicon.TitleHead) {
			n++
		}
	}
	return n
}

// titleAt reads the title whose first head is word i.
func (r *reading) titleAt(i, bound, limit int) (title, bool) {
	t := title{from: i, to: i + 1, head: i}
	low := r.ws[i].Case == words.Lower
	text := r.ws[i].Text
	t.lower = low
	t.plural = pluralHeads[text]
	if text == "pm" && (low || i > bound && r.ws[i-1].Number && r.near(i)) { // 1:10 p.m.
		return t, false
	}
	if (text == "pm" || text == "fm" || text == "nsa" || text == "eam") && i+1 < limit && r.ws[i+1].Gap == words.Hyphen {
		return t, false
	}
	if text == "general" && i == bound || text == "general" && !r.is(i-1, lexicon.TitleHead|lexicon.TitleModifier) {
		return t, false
	}
	if r.givenName(i) || text == "father" && (i == bound || r.ws[i-1].Text != "holy" || low) {
		return t, false
	}
	if text == "general" && low || text == "deputy" && low && i+1 < limit && r.near(i+1) && r.is(i+1, lexicon.TitleHead|lexicon.TitleModifier) {
		return t, false
	}
	r.extendLeft(&t, bound)
	r.extendRight(&t, limit)
	if low && !strongHeads[text] && !strongHeads[r.ws[t.to-1].Text] {
		// head of X, member of X, chief X: only beside a name, which linking decides
		if t.to == t.from+1 && (i+1 >= limit || !r.capital(i+1)) && r.ws[i].Gap != words.Comma {
			return t, false
		}
	}
	return t, true
}

// givenName reports whether a word that may be a title is somebody's given name here: Dean Thompson, Amir Khan.
func (r *reading) givenName(i int) bool {
	if r.ws[i].Text == "sultan" && i+2 < len(r.ws) && i > 0 && (r.ws[i+1].Text == "bin" || r.ws[i+1].Text == "al") && r.capital(i+2) && r.ws[i-1].Text != "the" && r.ws[i].Case != words.Lower { // Minister of State Sultan bin Saad
		return true
	}
	if r.ws[i].Case == words.Lower || i+1 >= len(r.ws) || !r.near(i+1) || !r.capital(i+1) {
		return false
	}
	switch r.ws[i].Text {
	case "dean":
		return true
	case "amir", "emir":
		return i == 0 || r.ws[i-1].Text != "the"
	}
	return false
}

// extendLeft follows modifiers and the country's name to the left of the head.
func (r *reading) extendLeft(t *title, bound int) {
	j := t.from
	for j > bound {
		k := j - 1
		w := r.ws[k]
		if r.ws[j].Gap == words.Close && r.ws[k].Gap == words.Open && r.cover[k].kind.country() { // Republic of Korea (ROK) First ...
			if int(r.cover[k].from) != k || k == bound {
				break
			}
			t.skip = append(t.skip, run{k, k + 1})
			code, c, ok := r.countryAt(k - 1)
			if ok && int(c.from) >= bound {
				t.country, t.at = code, run{int(c.from), int(c.to)}
				t.skip = append(t.skip, run{int(c.from), int(c.to)})
				j = int(c.from)
			}
			break
		}
		if !r.near(j) {
			break
		}
		if r.cover[k].kind == personName {
			break
		}
		if code, c, ok := r.countryAt(k); ok {
			if int(c.from) < bound || c.kind == countryLoose && !w.Poss {
				break
			}
			if c.kind == countryCapital && !w.Poss {
				break
			}
			t.country, t.at = code, run{int(c.from), int(c.to)}
			if c.kind == countryMetonym { // White House Press Secretary: part of the role
				j = int(c.from)
				break
			}
			t.skip = append(t.skip, run{int(c.from), int(c.to)})
			j = int(c.from)
			break
		}
		if w.Poss || w.Number {
			break
		}
		if r.cover[k].kind == trapped {
			break
		}
		switch {
		case w.Text == "and" && k-1 >= bound && r.capital(k-1) && r.cover[k-1].kind == uncovered && r.near(k) && r.is(k-1, lexicon.TitleModifier|lexicon.OfficeWord) && !r.is(k-1, lexicon.TitleHead) && r.capital(j):
			j = k
			continue
		case w.Case == words.Lower:
			if !r.is(k, lexicon.TitleModifier) || r.ws[t.head].Case != words.Lower && !r.is(k, lexicon.TitleHead) && w.Text != "deputy" && w.Text != "vice" && w.Text != "acting" && w.Text != "former" && w.Text != "then" {
				goto done
			}
			if w.Text == "state" && k-1 >= bound && r.ws[k-1].Text == "of" {
				goto done
			}
			j = k
			continue
		case r.is(k, lexicon.TitleModifier|lexicon.OfficeWord) || r.is(k, lexicon.TitleHead):
			j = k
			continue
		}
		break
	}
done:
	// "former", "new" and the like are no part of the role
	for j < t.head && (r.ws[j].Text == "new" || r.ws[j].Text == "visiting" || r.ws[j].Text == "newly" || r.ws[j].Text == "appointed" || r.ws[j].Text == "and" || r.ws[j].Text == "top" || r.ws[j].Text == "us" && r.ws[j].Case == words.Lower) {
		j++
	}
	for k := j; k < t.head; k++ {
		switch r.ws[k].Text {
		case "former", "ex", "outgoing":
			t.former = true
		}
	}
	t.from = j
	own := j - 1
	for own > bound && r.near(own) && (r.ws[own].Text == "visiting" || r.ws[own].Text == "new" || r.ws[own].Text == "newly" || r.ws[own].Text == "appointed") { // his visiting counterpart
		own--
	}
	if own >= 0 && r.near(own+1) && own < j-1 {
		switch r.ws[own].Text {
		case "his", "her", "its", "their":
			t.own = true
		}
	}
	if j > 0 && j-1 >= bound-1 && j-1 >= 0 && (r.near(j)) {
		switch r.ws[j-1].Text {
		case "the":
			t.definite = true
		case "two", "three":
			t.definite = t.plural && j >= 2 && r.ws[j-2].Text == "the"
		case "former", "then", "ex":
			t.former = true
		case "his", "her", "its", "their":
			t.own = true
		}
	}
	// the country may stand further left: "China's new Foreign Minister", "his Chinese counterpart"
	for j-1 >= bound && r.near(j) && t.country == "" && succeeding(r.ws[j-1].Text) { // New Zealand's next High Commissioner
		j--
	}
	if t.country == "" && j-1 >= bound && r.near(j) {
		if code, c, ok := r.countryAt(j - 1); ok && c.kind != countryLoose {
			t.country, t.at = code, run{int(c.from), int(c.to)}
		}
	}
}

// succeeding reports whether a word before an office tells its holder's turn: Kenya's next ambassador.
func succeeding(w string) bool {
	switch w {
	case "next", "new", "current", "late", "last", "first", "second", "then", "long-time", "longtime":
		return true
	}
	return false
}

// extendRight follows what the head governs.
func (r *reading) extendRight(t *title, limit int) {
	k := t.to
	for k < limit && r.near(k) && (r.ws[k].Text == "extraordinary" || r.ws[k].Text == "plenipotentiary" || r.ws[k].Text == "and" && k+1 < limit && r.ws[k+1].Text == "plenipotentiary") {
		k++
	}
	for k < limit && r.near(k) && (r.ws[k].Text == "general" || r.ws[k].Text == "responsible" && k+1 < limit && r.ws[k+1].Text == "for" || r.ws[k].Text == "designate" || r.ws[k].Text == "elect" || r.is(k, lexicon.TitleHead) && r.ws[k].Gap == words.Hyphen) {
		k++
	}
	if k+1 < limit && r.ws[k].Gap == words.Hyphen && r.ws[k].Text == "in" && r.ws[k+1].Gap == words.Hyphen { // Commander-in-Chief, Chairperson-in-Office
		k += 2
	}
	t.to = k
	for k < limit && (r.near(k) || r.ws[k].Gap == words.Comma && r.ws[k].Text == "in") {
		conn := r.ws[k].Text
		switch conn {
		case "of", "for", "to", "on", "at", "in":
		default:
			return
		}
		next, ok := r.tail(t, conn, k, limit)
		if !ok {
			return
		}
		if next < limit && r.ws[next].Text == "ii" && r.ws[next].Case == words.Upper && r.near(next) { // Minister of Foreign Affairs II
			next++
		}
		t.to, k = next, next
	}
}

// joinTitles makes one title of two that one person holds: "Deputy Prime Minister and Foreign Minister".
func (r *reading) joinTitles(ts []title) []title {
	out := ts[:0]
	for _, t := range ts {
		if n := len(out); n > 0 && out[n-1].to == t.from && r.seat(out[n-1]) { // A B, MP, Minister of X
			out[n-1] = t
			continue
		}
		if n := len(out); n > 0 && r.joined(out[n-1], t) {
			p := &out[n-1]
			p.to = t.to
			p.skip = append(p.skip, t.skip...)
			if t.country != "" && (p.country == "" || t.at.from >= t.head) {
				p.country, p.at = t.country, t.at
			}
			if p.accredit == "" {
				p.accredit = t.accredit
			}
			p.plural = p.plural || t.plural
			continue
		}
		out = append(out, t)
	}
	return out
}

// seat reports whether a title is but a seat in parliament behind a name: ", MP".
func (r *reading) seat(t title) bool {
	return t.to-t.from == 1 && r.ws[t.from].Gap == words.Comma && (r.ws[t.from].Text == "mp" || r.ws[t.from].Text == "mep")
}

// joined reports whether two titles that follow each other are one person's.
func (r *reading) joined(a, b title) bool {
	if a.plural || b.definite && b.from > a.to {
		return false
	}
	if b.former && !a.former {
		return false
	}
	between := b.from - a.to
	switch {
	case between == 0:
		// Senior Official for the DPRK Ambassador Sung Kim; General Secretary and ..., Minister – Minister
		g := r.ws[b.from].Gap
		if g == words.Close && strings.Contains(r.doc.View.Text[r.ws[a.to-1].End:r.ws[b.from].Start], ",") {
			return false
		}
		return g == words.Space || g == words.Dash || g == words.Close || g == words.Comma && r.capital(b.head) == r.capital(a.head) && r.listed(b) || g == words.Slash
	case between == 1 && r.ws[a.to].Text == "and" && r.ws[a.to].Gap == words.Comma && r.behindName(a.from) && b.to < len(r.ws) && r.near(b.to) && r.capital(b.to): // A, Minister of X, and Prince B
		return false
	case between == 1 && r.ws[a.to].Text == "and" && r.ws[a.to].Gap == words.Comma && r.whoIs(a.from): // Mr A, who is also Minister for X, and Minister for Y B
		return false
	case between == 1 && r.ws[a.to].Text == "and":
		if r.ws[a.to].Gap == words.Comma || r.near(a.to) {
			return r.near(b.from) && !b.own && (r.capital(a.head) == r.capital(b.head)) && a.country == "" || r.near(b.from) && a.at.to <= a.head && b.country == "" && r.capital(a.head) == r.capital(b.head)
		}
	}
	return false
}

// behindName reports whether the title at word i stands behind a name and a comma.
func (r *reading) behindName(i int) bool {
	if i > 0 && r.ws[i-1].Text == "the" {
		i--
	}
	return i > 1 && r.ws[i].Gap == words.Comma && r.capital(i-1) && (r.cover[i-1].kind == personName || !r.is(i-1, lexicon.OfficeWord|lexicon.TitleHead|lexicon.TitleModifier|lexicon.NotName) && r.cover[i-1].kind == uncovered)
}

// whoIs reports whether "who is" leads to the title at word i: what follows it in a list is somebody else's.
func (r *reading) whoIs(i int) bool {
	for k := i - 1; k > 0 && k >= i-8; k-- {
		if r.ws[k].Text == "who" {
			return r.ws[k+1].Text == "is" || r.ws[k+1].Text == "was"
		}
		if r.ws[k].Case == words.Lower && r.ws[k].Text != "is" && r.ws[k].Text != "also" && r.ws[k].Text != "was" && r.ws[k].Text != "the" && r.ws[k].Text != "and" && r.ws[k].Text != "for" && r.ws[k].Text != "of" {
			return false
		}
	}
	return false
}

// listed reports whether the title goes on to a name or to "and" with another title.
func (r *reading) listed(b title) bool {
	if b.to >= len(r.ws) {
		return false
	}
	return r.near(b.to) && r.capital(b.to) || r.ws[b.to].Text == "and"
}

// role is the title's words without the country's.
func (r *reading) role(t title) string {
	var b strings.Builder
	prev := -1
	for i := t.from; i < t.to; i++ {
		skip := false
		for _, s := range t.skip {
			if i >= s.from && i < s.to {
				skip, i = true, s.to-1
				break
			}
		}
		if skip {
			continue
		}
		if prev >= 0 {
			if prev == i-1 {
				b.WriteString(tight(r.doc.View.Text[r.ws[prev].End:r.ws[i].Start]))
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(r.doc.View.Text[r.ws[i].Start:r.ws[i].End])
		prev = i
	}
	return trimRole(b.String())
}

// tight is the gap between two words of a role on one line.
func tight(gap string) string {
	if strings.ContainsAny(gap, "\n\r\t") {
		return strings.Join(strings.Fields(" "+gap+" "), " ") + " "
	}
	return gap
}

// trimRole takes away what a cut country leaves behind: "Minister of", "the".
func trimRole(s string) string {
	for {
		t := strings.TrimSpace(s)
		for _, w := range []string{" of", " of the", " the", " and", " for the", " at the", " at", " to the", ","} {
			t = strings.TrimSuffix(t, w)
		}
		for _, w := range []string{"the ", "and ", "of ", "new "} {
			t = strings.TrimPrefix(t, w)
		}
		if t == s {
			return t
		}
		s = t
	}
}
