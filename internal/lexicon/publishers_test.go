package lexicon

import (
	"testing"

	"readout/internal/words"
)

func TestPublisherOfLine(t *testing.T) {
	l := builtin(t)
	for _, c := range []struct {
		line, id string
		n        int
	}{
		{"Ministry of Foreign Affairs of Japan", "jp-mofa", 6},
		{"The Ministry of Foreign Affairs of the Russian Federation", "ru-mfa", 9},
		{"Ministry of Foreign Affairs, Republic of China (Taiwan)", "tw-mofa", 8},
		{"Ministry of Foreign Affairs of the People's Republic of China", "cn-mfa", 10},
		{"Ministry of Foreign Affairs State of Qatar", "qa-mofa", 7},
		{"Arab Republic of Egypt Ministry of Foreign Affairs", "eg-mfa", 8},
		{"Department of Foreign Affairs Republic of the Philippines", "ph-dfa", 8},
		{"Ministry of External Affairs Government of India", "in-mea", 7},
		{"Ministry of Foreign Affairs of the Republic of Burundi", "bi-mfa", 9},
		{"REUTERS", "reuters", 1},
		{"The Astana Times", "astana-times", 3},
		{"From: Foreign, Commonwealth & Development Office and The Rt Hon Dominic Raab MP", "gb-fcdo", 5},
		{"Xinhua | English > World", "xinhua", 1},
		{"Reuters reported that the talks failed", "", 0},
		{"Ministry of Foreign Affairs", "", 0},
		{"Yonhap News Agency", "yonhap", 3},
		{"U.S. Department of State", "us-state", 4},
		{"Global Affairs Canada", "ca-gac", 3},
		{"Government of Timor-Leste", "tl-gov", 4},
		{"Office of the Prime Minister, Republic of Fiji", "fj-pmo", 8},
		{"Presidency of the Republic of Ghana", "gh-president", 6},
		{"Ministry of National Defence of Latvia", "lv-mod", 6},
		{"통일부 Ministry of Unification", "kr-unikorea", 1},
		{"Ministerio de Relaciones Exteriores del Perú", "pe-rree", 6},
		{"State House, Republic of Zambia", "zm-president", 5},
		{"Kementerian Luar Negeri", "id-kemlu", 3},
		{"gouvernement.lu", "", 0},
	} {
		p, n := l.PublisherOfLine(words.Cut(c.line))
		id := ""
		if p != nil {
			id = p.ID
		}
		if id != c.id || n != c.n {
			t.Errorf("%s: got %q, %d words, want %q, %d", c.line, id, n, c.id, c.n)
		}
	}
}

func TestPublisherOfHost(t *testing.T) {
	l := builtin(t)
	for host, want := range map[string]string{
		"www.mofa.go.kr": "kr-mofa", "english.yonhapnews.co.kr": "yonhap", "gob.mx/sre": "mx-sre", "www.gob.mx/sre/prensa": "mx-sre",
		"mfa.gov.bz": "bz-mfa", "example.org": "", "www.gov.uk": "gb-gov", "usun.usmission.gov": "us-usun",
		"www.presidency.gov.gh": "gh-president", "press.mod.gov.bz": "bz-mod",
	} {
		id := ""
		if p := l.PublisherOfHost(host); p != nil {
			id = p.ID
		}
		if id != want {
			t.Errorf("%s: got %q, want %q", host, id, want)
		}
	}
	if p := l.PublisherOfCredit("yonhap"); p == nil || p.ID != "yonhap" {
		t.Errorf("credit of Yonhap: %v", p)
	}
}
