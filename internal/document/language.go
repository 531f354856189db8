package document

import (
	"math/bits"
	"readout/internal/words"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language tells the language of the text of a release, without the furniture of its page.
func (d *Document) Language() (tag string, share float64) {
	t := tongue{}
	w := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if !b.Kind.Text() && b.Kind != Headline {
			continue
		}
		for w < len(d.View.Words) && d.View.Words[w].Start < b.Start {
			w++
		}
		from := w
		for w < len(d.View.Words) && d.View.Words[w].End <= b.End {
			w++
		}
		t.read(&d.View, from, w)
	}
	if t.total == 0 {
		return Language(&d.View)
	}
	return t.decide()
}

// Language tells the language of all that a view holds: a BCP 47 tag, "und" where nothing tells, and the share of the
// words that speak for it, from 0 to 1.
func Language(v *View) (tag string, share float64) {
	t := tongue{}
	t.read(v, 0, len(v.Words))
	return t.decide()
}

// tongue counts what tells languages apart.
type tongue struct {
	total   float64 // words, by weight
	scripts [len(scripts)]float64
	letters [256]int // marks of single letters, by index in letterMarks
	stop    [len(tongues)]int
	stops   int
}

// enough words of a text are read: more would not change the result.
const enough = 20000

func (t *tongue) read(v *View, from, to int) {
	if to-from > enough {
		to = from + enough
	}
	for i := from; i < to; i++ {
		w := &v.Words[i]
		if w.Number {
			continue
		}
		raw := v.Text[w.Start:w.End]
		r, _ := utf8.DecodeRuneInString(raw)
		if r < 0x250 || r >= 0x1E00 && r < 0x2000 {
			t.total++
			t.scripts[latinScript]++
			inName := w.Case == words.Title && i > from && v.Words[i-1].Case == words.Title // Caroline Van Buren
			if m := stopWords.of(w.Text); m != 0 && !inName {
				t.stops++
				for ; m != 0; m &= m - 1 {
					t.stop[bits.TrailingZeros32(m)]++
				}
			}
			if w.Text != raw {
				t.marks(raw)
			}
			continue
		}
		for k := 1; k < len(scripts); k++ {
			if unicode.Is(scripts[k].table, r) {
				n := 1.0
				if scripts[k].dense { // no spaces between words
					n = max(1, float64(utf8.RuneCountInString(raw))/2)
				}
				t.scripts[k] += n
				t.total += n
				break
			}
		}
		t.marks(raw)
	}
}

// marks counts letters that only some languages have.
func (t *tongue) marks(s string) {
	for _, r := range s {
		if r < 0x80 {
			continue
		}
		if k, ok := letterMarks[unicode.ToLower(r)]; ok {
			t.letters[k]++
		}
	}
}

func (t *tongue) decide() (string, float64) {
	if t.total == 0 {
		return "und", 0
	}
	best := 0
	for k := range t.scripts {
		if t.scripts[k] > t.scripts[best] {
			best = k
		}
	}
	share := t.scripts[best] / t.total
	marked := func(k uint8, in float64) bool { return float64(t.letters[k])*50 > in }
	switch scripts[best].tag {
	case "":
		return t.latin(share)
	case "ja", "zh":
		// Japanese is written in Han and kana; Chinese has no kana
		han, kana := t.scripts[hanScript], t.scripts[kanaScript]+t.scripts[kanaScript+1]
		if kana*8 > han {
			return "ja", (han + kana) / t.total
		}
		return "zh", share
	case "ru":
		n := t.scripts[best]
		switch {
		case marked(markUkrainian, n) && t.letters[markRussian] < t.letters[markUkrainian]:
			return "uk", share
		case marked(markBelarusian, n):
			return "be", share
		case marked(markKazakh, n):
			return "kk", share
		case marked(markSerbian, n):
			return "sr", share
		case t.letters[markRussian] == 0 && n > 20:
			return "bg", share
		}
	case "ar":
		n := t.scripts[best]
		switch {
		case marked(markUrdu, n):
			return "ur", share
		case marked(markPersian, n):
			return "fa", share
		}
	}
	return scripts[best].tag, share
}

// latin decides among the languages in Latin letters by their small words.
func (t *tongue) latin(share float64) (string, float64) {
	if float64(t.letters[markVietnamese])*6 > t.scripts[latinScript] {
		return "vi", share
	}
	best := 0
	for k := range t.stop {
		if t.stop[k] > t.stop[best] {
			best = k
		}
	}
	if t.stop[best] == 0 {
		return "und", 0
	}
	return tongues[best].tag, share * float64(t.stop[best]) / float64(t.stops)
}

var scripts = [...]struct {
	tag   string
	table *unicode.RangeTable
	dense bool
}{
	{"", unicode.Latin, false}, {"zh", unicode.Han, true}, {"ja", unicode.Hiragana, true}, {"ja", unicode.Katakana, true},
	{"ko", unicode.Hangul, false}, {"ru", unicode.Cyrillic, false}, {"ar", unicode.Arabic, false}, {"he", unicode.Hebrew, false},
	{"el", unicode.Greek, false}, {"th", unicode.Thai, true}, {"hi", unicode.Devanagari, false}, {"ka", unicode.Georgian, false},
	{"hy", unicode.Armenian, false}, {"bn", unicode.Bengali, false}, {"ta", unicode.Tamil, false}, {"si", unicode.Sinhala, false},
	{"km", unicode.Khmer, true}, {"lo", unicode.Lao, true}, {"my", unicode.Myanmar, true}, {"am", unicode.Ethiopic, false},
}

const (
	latinScript = 0
	hanScript   = 1
	kanaScript  = 2
)

const (
	markUkrainian = iota
	markBelarusian
	markKazakh
	markSerbian
	markRussian
	markUrdu
	markPersian
	markVietnamese
)

var letterMarks = func() map[rune]uint8 {
	m := map[rune]uint8{}
	for k, s := range []string{"іїєґ", "ў", "әғқңөұүһ", "јљњђћџ", "ыэё", "ٹڈڑےں", "پچژگ", "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăơư"} {
		for _, r := range s {
			m[r] = uint8(k)
		}
	}
	return m
}()

// small words of languages, as words.Fold writes them; a word may belong to several languages.
var tongues = [...]struct{ tag, words string }{
	{"en", "the of and to in for on with that by from as is was at this which will has have are be been its their his her he she they it were an also after would not but who said about between both"},
	{"fr", "le la les de des du et un une dans en pour sur avec par au aux que qui est a ont sont cette ce son ses leur entre il elle ainsi ete nous vous pas plus d l"},
	{"de", "der die das und den dem des ein eine einen einer mit von zu zur zum im in auf fur ist sind hat haben nicht auch bei als nach uber sich dass werden wurde sowie durch am"},
	{"es", "el la los las de del y en un una por para con que se su sus es al como ha han entre lo este esta sobre tambien mas fue son sin"},
	{"pt", "o a os as de do da dos das e em no na nos nas um uma por para com que se seu sua ao pelo pela entre foi sao mais sobre tambem como nao"},
	{"it", "il lo la i gli le di del della dei delle e in un una per con che si da dal nel nella al alla sono ha anche come tra su sul questo questa piu non"},
	{"nl", "de het een en van in op te voor met dat die is zijn aan door bij om naar ook als uit over tussen heeft hebben wordt werd niet deze dit"},
	{"sv", "och i att det som en pa av for med den till ar har om inte ett fran ska de vid kan sig mellan samt efter under"},
	{"no", "og i at det som en pa av for med den til er har om ikke et fra skal de ved kan seg mellom samt etter"},
	{"da", "og i at det som en pa af for med den til er har om ikke et fra skal de ved kan sig mellem samt efter"},
	{"fi", "ja on ei se etta oli han mutta joka ovat myos sen kun tai mukaan seka kanssa valilla ministeri suomen"},
	{"pl", "i w z na do sie nie to jest o ze oraz przez dla od po jak przy za ich tym ktore ktory zostal"},
	{"cs", "a v na se je s z do o to ze pro za jako by ale i k po od jsou ktery ktere mezi take pri"},
	{"sk", "a v na sa je s z do o to ze pre za ako by ale i k po od su ktory ktore medzi tiez pri"},
	{"hu", "a az es hogy nem is egy ez volt meg de azt kozott valamint szerint magyar ezt mint csak"},
	{"ro", "si de in a la cu pe din al ale un o pentru care este sunt au fost prin intre mai sau lui acest ca nu"},
	{"tr", "ve bir bu ile icin da de olarak olan gibi daha sonra kadar arasinda ancak tarafindan ettigi oldugu yapilan sayin turkiye"},
	{"id", "yang dan di ke dari untuk dengan pada dalam ini itu akan oleh telah tidak juga antara serta bahwa kedua menteri luar negeri indonesia"},
	{"ms", "yang dan di ke dari untuk dengan pada dalam ini itu akan oleh telah tidak juga antara serta bahawa kedua menteri luar negara malaysia"},
	{"sw", "na ya wa kwa ni katika za la cha kuwa hii huo pia kati nchi waziri mambo nje"},
	{"vi", "va cua la co cac voi trong cho ve hai nuoc bo truong ngoai giao da duoc nam nay mot nhung"},
	{"et", "ja on ei et oli see ka kui ning mis kes valja vahel eesti aga oma koos"},
	{"lv", "un ir ar ka no par uz tika kas gan vai starp ari latvijas latvija valstu"},
	{"lt", "ir yra kad su del bei i is uz buvo tarp taip pat lietuvos kaip apie"},
	{"hr", "i u je na se da za s od su te o sa kao koji koja bio izmedu ministar takoder"},
	{"sq", "dhe e te ne per me nga nje se qe eshte ka jane edhe si midis shqiperise ministri"},
	{"az", "ve bu ile ucun bir olan arasinda haqqinda azerbaycan nazirinin terefinden eden"},
	{"ca", "el la els les de del i en un una per amb que es al com ha entre sobre tambe mes va"},
}

// smallWords is a table from small words to the tongues that have them, a bit each. It is asked for every word of a text.
type smallWords struct {
	taken [2048 / 64]uint64 // a bit for each hash that some word has: most words are done with after a look at it
	at    [2048]struct {
		word string
		of   uint32
	}
}

// slot is where a word stands, or where it would.
func (t *smallWords) slot(word string) int {
	i := smallHash(word)
	for t.at[i].of != 0 && t.at[i].word != word {
		i = (i + 1) % len(t.at)
	}
	return i
}

func smallHash(word string) int {
	n := len(word)
	h := uint32(word[0]) | uint32(word[n/2])<<8 | uint32(word[n-1])<<16 | uint32(n)<<24
	return int(h * 0x9E3779B1 >> 21)
}

func (t *smallWords) of(word string) uint32 {
	if word == "" {
		return 0
	}
	if h := smallHash(word); t.taken[h>>6]&(1<<(h&63)) == 0 {
		return 0
	}
	return t.at[t.slot(word)].of
}

var stopWords = func() *smallWords {
	t := &smallWords{}
	for k := range tongues {
		for _, w := range strings.Fields(tongues[k].words) {
			at := &t.at[t.slot(w)]
			at.word = w
			at.of |= 1 << k
			h := smallHash(w)
			t.taken[h>>6] |= 1 << (h & 63)
		}
	}
	return t
}()
