package document

import (
	"slices"
	"strings"

	"readout/internal/words"
)

// ownWords are phrases in which a page speaks of itself and to its visitors, not of the world: its rules for comments, its
// links, its rights, who runs it. They are folded; a star marks the word by which a phrase is found, the rarest of it.
var ownWords = anchored(`
	*comments are moderated; *comments will be moderated; *comments will be published; *comments may be moderated;
	*comments are subject to; *comments are closed; post a *comment; write a *comment; *comment policy; *commenting rules;
	post your *say; have your *say on; be the first to *comment; add your *comment; leave a *comment; leave a *reply;
	your email *address will not; required fields are *marked; readers *forum; letters to the *editor; report a *typo;
	found a *typo; spotted an *error; press *ctrl; thank you for *reading; thanks for *reading; external *links;
	links to other *internet; links to external *websites; links to external *sites; construed as an *endorsement;
	imply *endorsement; constitute an *endorsement; manages this *site; maintained by the *webmaster; this *website is;
	this *website uses; this *website has; this *website may; this *website was; this *site is maintained;
	this *site is managed; this *site uses; this *site is the; our *website uses; the *website is no longer; this *webpage;
	all *contents copyright; contains only a *portion; offered to *subscribers; *contents copyright of; *contents copyright the; return to *electronic; *source for information on the www;
	*archived content; *archived page; *frozen in time; no longer being *updated; is not being *updated; your *browser;
	*browsers with; latest *browsers; best *viewed with; best *viewed in; best *viewed at; enable *javascript;
	*javascript is; *javascript must; *views expressed in this; *views expressed here; *views expressed by the author;
	*opinions expressed in this; *opinions expressed here; *opinions expressed by the author; do not necessarily *reflect;
	does not necessarily *reflect; do not necessarily *represent; not *responsible for the content;
	not *responsible for the accuracy; journalism you can *trust; our print *newspaper; *terms of service; *cookies;
	*log out; *logged out; *log in to; *login to; *sign in to; *register for free; already a *subscriber;
	become a *subscriber; your *subscription; *subscribers only; continue *reading; enter your *information; your *inbox;
	our *newsletter; our *newsletters; news *alerts; *miss a story; *miss our; got a *tip; our mobile *app;
	our whatsapp *channel; our telegram *channel; our youtube *channel; *follow us on; *like us on;
	this article was originally *published; this story was originally *published; this article first *appeared;
	this story first *appeared; this story has been *updated; this article has been *updated; this article was *updated;
	not been *edited by; except for the *headline; translated by *ai; translated with *ai; machine *translated;
	by google *translate; generated with *ai; by generative *ai; when *quoting`)

// tailWords are others, which a text may hold but hardly in its last sentences.
var tailWords = anchored(`
	*undesirable organization; *undesirable organisation; *foreign agent; independent news *organization;
	independent news *organisation; global news *organization; global news *organisation; news *website;
	multimedia *platform; language *newspaper; our *newspaper; our *website; our *site; this *website; this *site;
	this *page; privacy *policy; *terms of use; *terms and conditions; your *comments; become a *member; for *visiting;
	official *website of; no longer *updated; external *websites; external *sites; not *liable; rights *reserved;
	all *rights; report an *error; keep *reading; the *portal; the *website; weekly *newsletter; weekly *newsletters;
	daily *newsletter; daily *newsletters; prior *permission; written *permission; *reproduced without; *logged in;
	your *account; machine *translation; join the *conversation; *hyperlink; *reproduction in whole; *archived information;
	free *articles; page is *archived; page was *archived; automatically *translated; translated *automatically`)

// ownWord is a phrase with the word by which it is found.
type ownWord struct {
	words []string
	at    int // of the word by which it is found
}

func anchored(list string) map[string][]ownWord {
	m := map[string][]ownWord{}
	for p := range strings.SplitSeq(list, ";") {
		ws := strings.Fields(p)
		at := slices.IndexFunc(ws, func(s string) bool { return s[0] == '*' })
		if at < 0 {
			continue
		}
		ws[at] = ws[at][1:]
		m[ws[at]] = append(m[ws[at]], ownWord{ws, at})
	}
	return m
}

// speaksOfItself reports whether words hold a phrase in which a page speaks of itself.
func speaksOfItself(ws []words.Word, phrases map[string][]ownWord) bool {
	for i := range ws {
		h := glance(ws[i].Text)
		if owning[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, o := range phrases[ws[i].Text] {
			if from := i - o.at; from >= 0 && from+len(o.words) <= len(ws) && same(ws[from:], o.words) {
				return true
			}
		}
	}
	return false
}

// same reports whether words begin with the given ones.
func same(ws []words.Word, list []string) bool {
	for k, s := range list {
		if ws[k].Text != s {
			return false
		}
	}
	return true
}

// owning has the bits of the words by which they are found.
var owning = func() (b [1024]uint64) {
	for _, m := range []map[string][]ownWord{ownWords, tailWords} {
		for w := range m {
			h := glance(w)
			b[h>>6] |= 1 << (h & 63)
		}
	}
	return b
}()
