package extract

import (
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/words"
)

// onlyLists reports whether verbs tell only who was there, or who came along.
func onlyLists(use []verb) bool {
	for _, v := range use {
		if !v.list {
			return false
		}
	}
	return len(use) > 0
}

// announcesOnly reports whether verbs tell of something said or put out, and of no event.
func (r *reading) announcesOnly(use []verb) bool {
	for _, v := range use {
		if v.at < 0 {
			return false
		}
		switch r.ws[v.at].Text {
		case "announced", "announce", "issued", "released", "launched", "unveiled", "made", "delivered":
		default:
			return false
		}
	}
	return true
}

// afterTalks returns who met before what a sentence tells: "signed three agreements after Prime Minister A held talks with
// President B".
func (r *reading) afterTalks(s int, ms []mention, parts []clause, who map[mentionKey]int) []int {
	sent := r.doc.View.Sentences[s]
	contact := false
	for i := sent.From; i < sent.To; i++ {
		contact = contact || parts[i-sent.From] == inBackground && r.is(i, lexicon.Contact) && r.ws[i].Case == words.Lower
	}
	if !contact {
		return nil
	}
	var out []int
	for _, m := range ms {
		if !m.named() || parts[m.name.from-sent.From] != inBackground || r.absent(m, sent.From, sent.To) {
			continue
		}
		if i, ok := who[mentionKey{m.name.from, m.name.to}]; ok {
			out = appendIndex(out, i)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// apartHere reports whether the sentence tells of several meetings at once.
func (r *reading) apartHere(s int) bool {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		switch r.ws[i].Text {
		case "separately", "respectively":
			return true
		case "another":
			return i > sent.From+1 && r.ws[i-1].Text == "after"
		case "meetings", "counterparts":
			if i > sent.From && (r.ws[i-1].Text == "bilateral" || r.ws[i-1].Text == "separate" || r.ws[i-1].Text == "his" || r.ws[i-1].Text == "her") {
				return true
			}
		}
	}
	return false
}

// headlineScene reads the headline: "Secretary Blinken's Call with Foreign Minister Joly".
func (r *reading) headlineScene(s int, ms []mention, who map[mentionKey]int, parts []clause) (scene, bool) {
	sent := r.doc.View.Sentences[s]
	sc := scene{sentence: s, headline: true}
	event := false
	for i := sent.From; i < sent.To; i++ {
		if r.is(i, lexicon.EventNoun|lexicon.Contact) {
			event = true
		}
	}
	if !event {
		return sc, false
	}
	for _, m := range ms {
		if !m.named() || parts[m.name.from-sent.From] != mainClause {
			continue
		}
		_, end := m.place()
		if m.poss {
			noun := false
			for k := end; k < sent.To && k < end+4; k++ {
				noun = noun || r.is(k, lexicon.EventNoun)
			}
			if !noun {
				continue
			}
		}
		m.poss = false
		if from, _ := m.place(); from > sent.From && (r.ws[from-1].Text == "by" || r.ws[from-1].Text == "from") && r.spokenFor() {
			continue
		}
		if r.absent(m, sent.From, sent.To) {
			continue
		}
		if i, ok := who[mentionKey{m.name.from, m.name.to}]; ok {
			sc.people = append(sc.people, i)
		}
	}
	return sc, len(sc.people) > 0
}

// listItem reports whether a sentence is a line of a list: a person with a title, and no verb.
func (r *reading) listItem(sent document.Sentence, ms []mention) bool {
	named := false
	for _, m := range ms {
		named = named || m.named() && m.title != nil
	}
	for i := sent.From; i < sent.To; i++ {
		if r.is(i, lexicon.Say) && r.ws[i].Case == words.Lower {
			return false
		}
	}
	return named && sent.To-sent.From <= 40
}

// endsInColon reports whether a sentence announces a list. The colon may lie behind the words of the sentence.
func (r *reading) endsInColon(sent document.Sentence) bool {
	text := r.doc.View.Text
	end := sent.End
	if end < len(text) && text[end] == ':' {
		return true
	}
	return end > sent.Start && text[end-1] == ':'
}
