// Package sample makes up press releases, for measuring: as long as real ones and in their manner, about people who never
// lived. The same number gives the same release, always.
package sample

import (
	"fmt"
	"strings"
)

// Name is the name of the file of release i, from 0.
func Name(i int) string { return fmt.Sprintf("%06d.txt", i) }

// Release is the text of release i, from 0: page furniture, a headline, a date line, paragraphs.
func Release(i int) []byte {
	w := &writer{seed: uint64(i) * 0xD1342543DE82EF95}
	return w.release()
}

type writer struct {
	seed uint64
	b    strings.Builder
}

// below returns a number from 0 to n-1: splitmix64, whose numbers stay the same on every machine.
func (w *writer) below(n int) int {
	w.seed += 0x9E3779B97F4A7C15
	z := w.seed
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) % uint64(n))
}

func pick[T any](w *writer, list []T) T { return list[w.below(len(list))] }

type person struct{ title, given, family, country string }

func (p person) full() string { return p.title + " " + p.given + " " + p.family }

func (w *writer) person(country string) person {
	return person{pick(w, titles()), pick(w, given()), pick(w, family()), country}
}

func (w *writer) release() []byte {
	ours, theirs := pick(w, countries()), pick(w, countries())
	for theirs == ours {
		theirs = pick(w, countries())
	}
	a, b := w.person(ours), w.person(theirs)
	year, month, day := 1998+w.below(27), w.below(12), 1+w.below(28)
	months := months()
	act := pick(w, acts())
	fmt.Fprintf(&w.b, "Skip to content\nHome\n\nPress Releases\n\n%s %s %s with %s of %s (%s %d)\n\n", a.title, a.family, act.headline, b.title, theirs, months[month], day)
	if w.below(3) > 0 {
		fmt.Fprintf(&w.b, "Date : %s %d, %d\n\n", months[month], day, year)
	}
	fmt.Fprintf(&w.b, "1. On %s %d, %s of %s %s %s of %s", months[month], day, a.full(), ours, act.text, b.full(), theirs)
	if w.below(2) == 0 {
		fmt.Fprintf(&w.b, " in %s", pick(w, cities()))
	}
	w.b.WriteString(".")
	for n := 2; n <= 8; n++ {
		fmt.Fprintf(&w.b, "\n\n%d. ", n)
		for k := range 2 + w.below(3) {
			if k > 0 {
				w.b.WriteByte(' ')
			}
			speaker := a
			if w.below(2) == 0 {
				speaker = b
			}
			said := strings.NewReplacer("SPEAKER", pick(w, []string{"Minister", "Representative"})+" "+speaker.family, "TOPIC", pick(w, topics()), "OTHER", pick(w, topics()),
				"COUNTRY", pick(w, countries()), "THEIRS", theirs, "OURS", ours)
			w.b.WriteString(said.Replace(pick(w, sentences())))
		}
	}
	w.b.WriteString("\n\n* unofficial translation\n")
	return []byte(w.b.String())
}

type act struct{ headline, text string }

func acts() []act {
	return []act{
		{"Speaks by Telephone", "held a telephone conversation with"}, {"Meets", "met with"}, {"Holds Talks", "held talks with"},
		{"Holds Consultation", "held a consultation with"}, {"Signs Agreement", "signed an agreement with"},
	}
}

func titles() []string {
	return []string{"Foreign Minister", "Prime Minister", "Vice Minister", "Ambassador", "Special Representative", "Secretary", "President", "Special Envoy"}
}

func months() []string {
	return []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
}

func given() []string {
	return strings.Fields("Ada Bruno Chiara Dario Elif Farid Greta Hugo Ines Jun Kofi Lena Marek Noor Olga Pavel Qing Rosa Stefan Tomo Uma Viktor Wanda Xavier Yuki Zahra")
}

func family() []string {
	return strings.Fields("Albrecht Barros Castell Dumitru Eklund Farkas Gruber Halonen Ibarra Jansson Kowal Lindqvist Moreau Nasser Okafor Petrov Quiroga Rahman " +
		"Silva Tanaka Urquhart Varga Weiss Ximenez Yilmaz Zeller Bakker Moon Choi Nakagawa Osei Duarte Hoffmann Larsen Novak Popescu")
}

func countries() []string {
	return []string{"Japan", "the Republic of Korea", "France", "Germany", "the United Kingdom", "the United States", "Mexico", "Brazil", "Kenya", "Ghana", "South Africa",
		"Viet Nam", "Thailand", "Indonesia", "Australia", "Canada", "Poland", "Hungary", "Finland", "Norway", "Chile", "Peru", "India", "Mongolia", "Kazakhstan", "Jordan", "Egypt"}
}

func cities() []string {
	return []string{"Tokyo", "Seoul", "Paris", "Berlin", "London", "Washington", "Nairobi", "Hanoi", "Jakarta", "Ottawa", "Warsaw", "Oslo", "Santiago", "New Delhi"}
}

func topics() []string {
	return []string{"sanctions", "climate change", "maritime security", "the fight against piracy", "fisheries", "education cooperation", "denuclearization", "free trade",
		"development cooperation", "human rights", "cybersecurity", "energy security", "inter-Korean relations", "public health", "consular matters", "culture and tourism"}
}

func sentences() []string {
	return []string{
		"The two sides agreed to keep in close touch and to meet again at a mutually convenient time before the end of the year.",
		"SPEAKER explained in detail the position of his government on TOPIC, and asked for the continued interest and support of THEIRS in this regard.",
		"They also had a frank exchange of views on TOPIC, including the situation in COUNTRY and its implications for the region.",
		"On TOPIC, SPEAKER underlined that the international community should speak with one voice, and his counterpart concurred with that view.",
		"Recalling their previous meeting, they reviewed the follow-up measures on TOPIC and noted with satisfaction that most of them are being carried out as planned.",
		"SPEAKER expressed deep concern about recent developments relating to TOPIC and stressed the importance of dialogue.",
		"As for TOPIC, the two sides decided to set up a hotline between the directors-general in charge and to review progress every six months.",
		"SPEAKER highly assessed the efforts that OURS has been making in the area of TOPIC and expressed the hope that cooperation would be further expanded.",
		"SPEAKER asked that companies be given more opportunities in connection with TOPIC, and his counterpart promised to look into the matter.",
		"Both sides reaffirmed that TOPIC remains one of the top priorities on their agenda for this year and the next, together with OTHER.",
		"In particular, SPEAKER shared the experience gained through cooperation with COUNTRY on OTHER and proposed trilateral projects.",
		"The two sides welcomed the adoption of a joint document on TOPIC, which will provide a framework for cooperation among the ministries concerned.",
	}
}
