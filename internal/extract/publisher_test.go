package extract

import (
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/source"
)

// TestPublisherOfPage reads who issued a page by the lines around its text.
func TestPublisherOfPage(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	signs := document.NewSigns(siteLines(lex))
	const text = "\nMinister meets the Ambassador of Freedonia for talks on rice\n3 May 2019\n\nThe Minister met the Ambassador of Freedonia on Friday and spoke with him about rice.\n\nThey agreed to meet again.\n"
	for _, c := range []struct{ reason, over, under, id, rule string }{
		{"an abbreviation before the name", "AA  ANADOLU AGENCY\n", "", "anadolu-agency", "site-name"},
		{"who holds the office stands before it", "Jane Doe, Prime Minister of Canada\nHome  ›  Media\n", "", "ca-pm", "site-name"},
		{"the government of a state nobody listed", "Government of Fiji\nHome | Media\n", "", "fj-government", "site-name"},
		{"a ministry under the name of its government", "Gobierno de España\nMinistry of Foreign Affairs, European Union and Cooperation\n", "", "es-maec", "site-name"},
		{"what the foot says", "", "\nPublished in Dawn, May 4th, 2019\n", "dawn", "site-name"},
		{"whose rights they are", "", "\n© 2019 The Jakarta Post\n", "jakarta-post", "site-name"},
		{"a paper that the lexicon does not know", "The Freedonia Herald\nNews | Sport | Opinion\n", "", "freedonia-herald", "name-over-the-page"},
		{"a ministry by its name at home", "Ministero degli Affari Esteri\nHome » Press Room\n", "", "it-mfa", "site-name"},
		{"a ministry by its name at home, over its country", "Ministère des Affaires étrangères\nRépublique du Sénégal\n", "", "sn-mfa", "site-name"},
		{"a bare ministry under the name of its government", "Portal do Governo Brasileiro\nMinistry of Foreign Affairs\n", "", "br-mre", "ministry-of-own-country"},
		{"a medium with a part of the paper", "CNN politics\nFacts First\n", "", "cnn", "site-name"},
		{"an embassy speaks for its ministry", "Embassy of Japan in the Philippines\nHome\n", "", "jp-mofa", "embassy"},
		{"a high commission too", "Australian High Commission\nFiji\n", "", "au-dfat", "embassy"},
		{"the official who signs the text", "An official website of the Government\nANTONY J. BLINKEN, SECRETARY OF STATE\n", "", "us-state", "office-of-author"},
		{"a foreign ministry over its country, called as another's", "Ministry of External Affairs\nSri Lanka\nHome | Media\n", "", "lk-mfa", "site-name"},
		{"a country that a page is about is not its publisher's", "Freedonia Relief\nHaiti\n", "", "", ""},
		{"a ministry nobody listed, with its country", "Ministry of Economic Affairs of Finland\nHome\n", "", "fi-ministry-of-economic-affairs-of-finland", "ministry-over-the-page"},
		{"an office is no paper", "Information Office of the Freedonian Post\n", "", "", ""},
	} {
		src, err := source.Decode("release.txt", []byte(c.over+text+c.under))
		if err != nil {
			t.Fatal(err)
		}
		rec := Extract(document.Cut(src, signs)[0], lex)
		if p := rec.Publisher; p.Value.ID != c.id || p.Rule != c.rule {
			t.Errorf("%s: got %q by %q, want %q by %q", c.reason, p.Value.ID, p.Rule, c.id, c.rule)
		}
	}
}

func siteLines(lex *lexicon.Lexicon) (sites, furniture, labels []string) {
	sites, furniture = lex.PublisherSigns()
	return sites, furniture, nil
}
