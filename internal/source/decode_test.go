package source

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

const (
	english    = "“We will go on,” said the minister’s spokesperson – and the talks in Seoul went on.\n"
	koreanMenu = "바로가기 메뉴\n본문 바로가기\n검색창 열기\n\nPress Releases\n\n1. The Minister met with Korea’s partners.\n"
	hangul     = "외교부 장관은 상대국 장관과 전화 통화를 갖고 지역 정세와 양국 관계에 대해 의견을 교환하였다.\n"
	japan      = "外務大臣は相手国の大臣と会談を行い、地域の情勢と二国間関係について意見を交換しました。\n"
	china      = "外交部长同对方就地区局势和两国关系交换了意见。双方同意在这个问题上保持沟通。\n"
	taiwan     = "外交部長與對方就地區局勢和兩國關係交換了意見。雙方同意在這個問題上保持溝通，臺灣將繼續努力。\n"
	french     = "Le ministre a été reçu à l’Élysée ; la coopération franco-coréenne a été évoquée, notamment en matière d’énergie.\n"
	german     = "Der Außenminister sprach über die Beziehungen der beiden Länder und die Lage im Süden; er grüßte Präsident Müller.\n"
	polish     = "Minister spraw zagranicznych rozmawiał o sytuacji w regionie, współpracy gospodarczej i dążeniach państw. Był też w Łodzi.\n"
	czech      = "Ministr zahraničních věcí jednal s protějškem o situaci v regionu a o vztazích, které jsou dobré. Příští schůzka bude v Řecku.\n"
	hungary    = "A külügyminiszter megbeszélést folytatott a térség helyzetéről és a két ország közötti együttműködésről, amely erősödik.\n"
	russian    = "Министр обсудил с коллегой положение в регионе и отношения между двумя странами.\n"
	ukraine    = "Міністр обговорив з колегою становище в регіоні та відносини між двома країнами.\n"
	turkish    = "Dışişleri Bakanı, mevkidaşı ile görüştü; iki ülke arasındaki ilişkiler ve bölgesel gelişmeler ele alındı. İstanbul’da toplantı yapıldı.\n"
	greek      = "Ο υπουργός συζήτησε με τον ομόλογό του την κατάσταση στην περιοχή και τις σχέσεις των δύο χωρών.\n"
	arabic     = "بحث الوزير مع نظيره الأوضاع في المنطقة والعلاقات بين البلدين، وأكد على أهمية التعاون.\n"
	hebrew     = "השר שוחח עם עמיתו על המצב באזור ועל היחסים בין שתי המדינות.\n"
	thai       = "รัฐมนตรีว่าการกระทรวงการต่างประเทศหารือกับคู่สนทนาเกี่ยวกับความสัมพันธ์ของสองประเทศ\n"
	latvian    = "Ārlietu ministrs pārrunāja ar kolēģi situāciju reģionā un abu valstu attiecības, kas ir ļoti labas.\n"
	spanish    = "El señor Ministro conversó con su homólogo sobre la situación en la región; la próxima reunión será en España.\n"
	icelandi   = "Utanríkisráðherra ræddi við starfsbróður sinn um stöðu mála á svæðinu og samskipti þjóðanna, sem eru góð.\n"
)

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ encoding, text string }{
		{"windows-1252", english}, {"windows-1252", french}, {"windows-1252", german}, {"windows-1252", spanish}, {"windows-1252", icelandi},
		{"euc-kr", koreanMenu}, {"euc-kr", hangul}, {"euc-kr", strings.ReplaceAll(english, "–", "-") + hangul},
		{"shift_jis", japan}, {"euc-jp", japan}, {"shift_jis", english[9:20] + japan}, {"iso-2022-jp", japan},
		{"gb18030", china}, {"gb18030", english + china}, {"big5", taiwan},
		{"windows-1250", polish}, {"iso-8859-2", polish}, {"windows-1250", czech}, {"windows-1250", hungary},
		{"windows-1251", russian}, {"windows-1251", english + russian}, {"koi8-r", russian}, {"windows-1251", ukraine},
		{"windows-1254", turkish}, {"windows-1253", greek}, {"windows-1256", arabic}, {"windows-1255", hebrew}, {"windows-874", thai},
		{"windows-1257", latvian}, {"utf-16le", english + koreanMenu}, {"utf-16be", english + koreanMenu}, {"utf-8", english + koreanMenu + taiwan},
	} {
		e, err := htmlindex.Get(c.encoding)
		if err != nil {
			t.Fatal(err)
		}
		b, err := e.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatalf("%s: %v", c.encoding, err)
		}
		for name, b := range map[string][]byte{"a.txt": b, "long.txt": []byte(strings.Repeat(string(b), 1+40000/len(b)))} {
			if c.encoding == "iso-2022-jp" && name == "long.txt" {
				continue
			}
			s, err := Decode(name, b)
			if err != nil {
				t.Errorf("%s: %v", c.encoding, err)
				continue
			}
			if s.Encoding != c.encoding || s.Text[:min(len(s.Text), len(c.text))] != c.text {
				t.Errorf("%s read as %s: %q", c.encoding, s.Encoding, s.Text[:min(len(s.Text), 80)])
			}
		}
	}
}

// A page names its encoding; where its letters do not tell, its word is taken.
func TestDeclaredEncoding(t *testing.T) {
	page := "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-2\"></head><body>Prze\xb6lij</body></html>"
	s, err := Decode("a.html", []byte(page))
	if err != nil || s.Encoding != "iso-8859-2" || !strings.Contains(s.Text, "Prześlij") {
		t.Errorf("got %v %+v", err, s)
	}
	// a page that says UTF-8 and is not
	s, err = Decode("a.html", []byte("<meta charset=utf-8><p>caf\xe9 and the minister\x92s na\xefve r\xe9sum\xe9"))
	if err != nil || s.Encoding != "windows-1252" || !strings.Contains(s.Text, "minister’s naïve") {
		t.Errorf("got %v %+v", err, s)
	}
}

func TestMarksAndDamage(t *testing.T) {
	for _, c := range []struct{ in, want, encoding string }{
		{"", "", "utf-8"},
		{"\xef\xbb\xbfa\r\nb", "a\r\nb", "utf-8"},
		{"\xff\xfea\x00\r\x00\n\x00", "a\r\n", "utf-16le"},
		{"\xfe\xff\x00a\xd8\x3d\xde\x00", "a😀", "utf-16be"},
		{"\xff\xfe\x00\xd8a\x00", "\uFFFDa", "utf-16le"},
		{"\xff\xfea\x00b", "a\uFFFD", "utf-16le"},
		{"\xef\xbb\xbf강\xe2\x82경\xf0\x9f\x98x\xc0\xaf", "강\uFFFD경\uFFFDx\uFFFD\uFFFD", "utf-8"},
		{"e\u0301 A\u030A", "e\u0301 A\u030A", "utf-8"},
	} {
		s, err := Decode("a.txt", []byte(c.in))
		if err != nil || s.Text != c.want || s.Encoding != c.encoding {
			t.Errorf("%q: %v %+v", c.in, err, s)
		}
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"\x89PNG\r\n\x1a\n\x00\x00\x00", "not text: a PNG picture"},
		{"%PDF-1.7\n", "not text: a PDF document"},
		{"PK\x03\x04\x14\x00", "not text: a ZIP archive or Office document"},
		{strings.Repeat("ab\x00c\x01d\x00\x00", 100), "not text: 38% NUL bytes"},
		{strings.Repeat("a\x01\x02", 100), "not text: 67% control characters"},
	} {
		if _, err := Decode("a.txt", []byte(c.in)); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.in[:8], err, c.want)
		}
	}
	if _, err := Decode("a.txt", make([]byte, Limit+1)); err == nil || err.Error() != "larger than 128 MiB" {
		t.Errorf("over the limit: %v", err)
	}
}

// The same release in each encoding that can write it gives the same text.
func TestSameText(t *testing.T) {
	b, err := os.ReadFile("../score/testdata/seeds/000_80c6b3b94d22fcab.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := string(b)
	for _, name := range []string{"utf-16le", "utf-16be", "euc-kr", "gb18030"} {
		e, err := htmlindex.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		enc, err := e.NewEncoder().Bytes(b)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if s, err := Decode("a.txt", enc); err != nil || s.Text != want {
			t.Errorf("%s: %v, read as %s", name, err, s.Encoding)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", english, koreanMenu, "\xff\xfe\x00", "\xfe\xff\xd8", "\xef\xbb\xbf\xe2", "a\x00b\x00", "\x1b$B0!\x1b(B", "<meta charset=euc-kr>\xb9\xd9", "\x92s \x93a\x94"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Decode("a.html", b)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\r\n") {
				t.Errorf("error on several lines: %q", err)
			}
			return
		}
		if !utf8.ValidString(s.Text) || s.Encoding == "" || len(s.SHA256) != 64 {
			t.Errorf("text of %q is ill-formed, or a field is missing", b)
		}
		if utf8.Valid(b) && s.Encoding == "utf-8" && strings.TrimPrefix(string(b), "\ufeff") != s.Text {
			t.Errorf("well-formed text was changed: %q", b)
		}
		if l, c := s.Position(len(s.Text)); l < 1 || c < 1 {
			t.Errorf("position %d:%d", l, c)
		}
	})
}
