package record

import (
	"strings"
	"testing"
)

func TestMask(t *testing.T) {
	for in, want := range map[string]string{
		"write to kim.h@mofa.example.kr, or call":          "write to *****@***************, or call",
		"<press-office@state.example.gov>":                 "<************@*****************>",
		"mailto:a@b.example?subject=x":                     "mailto:*@*********?subject=x",
		"josé@asuntos.example.es.":                         "*****@******************.",
		"메일 kim@mofa.example.kr입니다":                        "메일 ***@***************입니다",
		"a@b.example;c@d.example":                          "*@*********;*@*********",
		"<a href=\"mailto:a&#64;b.example\">":              "<a href=\"mailto:*&#64;*********\">",
		"press [at] mofa [dot] example":                    "***** [at] **** ***** *******",
		"press(at)mofa.example":                            "*****(at)************",
		"a%40b.example":                                    "*%40*********",
		"press＠mofa.example":                               "*****＠************",
		"the Embassy's 'info@embassy.example'":             "the Embassy's '****@***************",
		"A@B.EXAMPLE":                                      "*@*********",
		"@mofa on the net, and kim@mofa, and 3@4.5":        "@mofa on the net, and kim@mofa, and 3@4.5",
		"https://social.example/@ministry/1.html":          "https://social.example/@ministry/1.html",
		"they met (at the ministry) and 40% more at 18.30": "they met (at the ministry) and 40% more at 18.30",
		"": "",
	} {
		if strings.HasSuffix(in, "example'") {
			want += "'"
		}
		got := Mask(in)
		if got != want {
			t.Errorf("Mask(%q)\n got %q\nwant %q", in, got, want)
		}
		if len(got) != len(in) {
			t.Errorf("Mask(%q) is %d bytes long, not %d", in, len(got), len(in))
		}
	}
}

func FuzzMask(f *testing.F) {
	f.Add("a@b.example (at) c&#64;d.example")
	f.Fuzz(func(t *testing.T, s string) {
		m := Mask(s)
		if len(m) != len(s) {
			t.Fatalf("%q became %q", s, m)
		}
		if again := Mask(m); again != m {
			t.Fatalf("%q became %q, and that %q", s, m, again)
		}
	})
}
