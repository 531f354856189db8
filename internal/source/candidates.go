package source

import (
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// candidate is an encoding that may be found, with the letters that are often met in texts written in it.
type candidate struct {
	name     string
	encoding encoding.Encoding
	often    map[rune]bool
	script   *unicode.RangeTable // of letters that may be met beside them; nil for Latin
	rare     bool                // seldom used: another that fits nearly as well is likelier
}

// candidates are tried in this order; of equally likely ones the first is taken.
var candidates = func() []candidate {
	set := func(s string) map[rune]bool {
		m := map[rune]bool{}
		for _, r := range s {
			m[r] = true
		}
		return m
	}
	west := "éèàçäöüßñáíóúêôîâûëïãõåøæÉÄÖÜÅØÁÍÓÚÇ"
	cyrillic := "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёОСПМВРНКАЕИЗ"
	return []candidate{
		{"windows-1252", charmap.Windows1252, set(west), nil, false},
		{"iso-8859-15", charmap.ISO8859_15, set(west + "šžœŠŽŒ"), nil, false},
		{"windows-1250", charmap.Windows1250, set("áčďéěíňóřšťúůýžąćęłńśźżőűăâîşäöüÁČŠŽŘŁŚŻÚ"), nil, false},
		{"iso-8859-2", charmap.ISO8859_2, set("áčďéěíňóřšťúůýžąćęłńśźżőűăâîşäöüÁČŠŽŘŁŚŻÚ"), nil, false},
		{"windows-1254", charmap.Windows1254, set("şğıİçöüŞĞÇÖÜâ"), nil, false},
		{"windows-1257", charmap.Windows1257, set("āčēģīķļņšūžąęėįųõäöüŠŽĀČ"), nil, true},
		{"windows-1251", charmap.Windows1251, set(cyrillic + "іїєґў"), unicode.Cyrillic, false},
		{"koi8-r", charmap.KOI8R, set(cyrillic), unicode.Cyrillic, false},
		{"koi8-u", charmap.KOI8U, set(cyrillic + "іїєґ"), unicode.Cyrillic, true},
		{"ibm866", charmap.CodePage866, set(cyrillic), unicode.Cyrillic, true},
		{"iso-8859-5", charmap.ISO8859_5, set(cyrillic), unicode.Cyrillic, true},
		{"windows-1253", charmap.Windows1253, set("αοιετσνηρπκμλςγδίόάέήώύυθχφβωΑΕΟΤΣΠΚΗ"), unicode.Greek, false},
		{"iso-8859-7", charmap.ISO8859_7, set("αοιετσνηρπκμλςγδίόάέήώύυθχφβωΑΕΟΤΣΠΚΗ"), unicode.Greek, true},
		{"windows-1256", charmap.Windows1256, set("ايلمونرتبةعدسفهكقأحجشصطىخإذئءثضغزؤآظ،"), unicode.Arabic, false},
		{"iso-8859-6", charmap.ISO8859_6, set("ايلمونرتبةعدسفهكقأحجشصطىخإذئءثضغزؤآظ،"), unicode.Arabic, true},
		{"windows-1255", charmap.Windows1255, set("יוהלארתבמשנעדחקפגצזטסכםןךףץ"), unicode.Hebrew, false},
		{"windows-874", charmap.Windows874, set("านรกอเงทยมลวสดตปหคบชพใไแจผถขะัีิ่้์ำุูโ"), unicode.Thai, false},
		{"euc-kr", korean.EUCKR, set("이다의는에을고하가도지한기로사인은를자정과국대시부리해서장나관일회제전스보연주상있와수조무어으여원그으력외교차방안동아라미비오계성게세우마통신화구공적들합양입결트선안측협논위바면메뉴본문색창열건식단"), unicode.Hangul, false},
		{"shift_jis", japanese.ShiftJIS, set("のにはをたがでてとしれさいうあるこなりまかすくもらっんきよけそめえせ会談大臣外務国日本関係両相長首二間情勢ー年月政府首脳ンスルトリア、。「」"), unicode.Hiragana, false},
		{"euc-jp", japanese.EUCJP, set("のにはをたがでてとしれさいうあるこなりまかすくもらっんきよけそめえせ会談大臣外務国日本関係両相長首二間情勢ー年月政府首脳ンスルトリア、。「」"), unicode.Hiragana, false},
		{"gb18030", simplifiedchinese.GB18030, set("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严，。：《》"), unicode.Han, false},
		{"big5", traditionalchinese.Big5, set("的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無係軍情者最立代想已通並提直題黨程展五果料象員位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指區強放決西被必戰先回則任取據處隊南給色光門即保治北造百規領海口東導器世金增爭交受聯認六共權收改清美再轉更單風切打白教速帶安場身車例真務具萬每目至達走積示議聲報完類離華名確才科張信節話整空元況今集溫傳，。：「」臺灣"), unicode.Han, false},
	}
}()

// seldom are letters that only few languages of Europe have.
var seldom = map[rune]bool{'ð': true, 'þ': true, 'ý': true, 'Ð': true, 'Þ': true, 'Ý': true, 'đ': true, 'ţ': true}

// likeness says how much a sample looks like a text in this encoding: the mean over its characters beyond ASCII, from 1
// for letters that are often met down to -4 for what cannot be.
func (c *candidate) likeness(sample []byte) float64 {
	text := decodeWith(c.encoding, sample)
	sum, n := 0.0, 0
	before := rune(0)
	runes := []rune(text)
	for i, r := range runes {
		if r < 0x80 {
			before = r
			continue
		}
		after := rune(0)
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		n++
		switch {
		case r == 0xFFFD:
			if i == len(runes)-1 { // the sample may end within a character
				n--
				break
			}
			sum -= 4
		case r < 0xA0, r >= 0xE000 && r < 0xF900:
			sum -= 4
		case c.often[r]:
			switch {
			case c.script == nil && !asciiLetter(before) && !asciiLetter(after) && !unicode.IsLetter(before) && !unicode.IsLetter(after):
				sum += 0.2 // a letter with an accent does not stand alone
			case c.script == nil && unicode.IsUpper(r) && unicode.IsLower(before), c.script == unicode.Cyrillic && unicode.IsUpper(r) && unicode.IsLower(before):
				sum -= 1
			case c.script != nil && c.script != unicode.Han && (asciiLetter(before) && asciiLetter(after) || asciiDigit(before) && asciiDigit(after)):
				sum -= 1
			case r == 'õ' || r == 'û':
				sum += 0.9 // one letter of Hungarian each in the encoding beside
			default:
				sum++
			}
		case common(r):
			sum += 0.7
		case c.script == nil && seldom[r] && (asciiLetter(before) || asciiLetter(after)):
			sum += 0.9
		case c.script == unicode.Han && unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) && !asciiLetter(before) && !asciiLetter(after):
			sum += 0.3 // other scripts, which GB 18030 can write
		case c.script != nil && (unicode.Is(c.script, r) || unicode.Is(unicode.Han, r) || unicode.Is(unicode.Katakana, r)):
			switch {
			case asciiLetter(before) || asciiLetter(after) && c.script != unicode.Han:
				sum -= 1
			case unicode.IsUpper(r) && unicode.IsLower(before):
				sum -= 1
			case r >= 0xFF61 && r <= 0xFF9F: // half-width kana
				sum -= 0.5
			default:
				sum += 0.25
			}
		case unicode.IsLetter(r):
			if c.script == nil && (asciiLetter(before) || asciiLetter(after)) {
				sum += 0.3
			} else {
				sum -= 0.5
			}
		default:
			sum -= 0.5
		}
		before = r
	}
	if n == 0 {
		return 0
	}
	if c.rare {
		return sum/float64(n) - 0.06
	}
	return sum / float64(n)
}

func asciiDigit(r rune) bool { return r >= '0' && r <= '9' }

func asciiLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// common reports whether a sign is met in texts of every language.
func common(r rune) bool {
	switch r {
	case '’', '‘', '“', '”', '–', '—', '…', '•', '·', '\u00a0', '°', '€', '£', '§', '©', '®', '™', '«', '»', '※', '○', '◦', '●', '□', '■', '№', '、', '。', '「', '」', '，', '（', '）', '：', '・', '《', '》', '\u3000', 'º', 'ª', '½', '²', '×':
		return true
	}
	return false
}
