package main

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"readout/internal/archive"
	"readout/internal/pipeline"
)

// The releases of the test: two calls that two sides each tell of, and three by themselves.
var addressReleases = map[string]string{
	"2018/june-kr.txt":   "Ministry of Foreign Affairs, Republic of Korea\n\nForeign Minister Speaks with Secretary of State\n\nJune 18, 2018\n\n1. Foreign Minister Kang Kyung-wha held a telephone conversation with Secretary of State Mike Pompeo of the US on June 18, 2018. They agreed that sanctions remain in force.\n",
	"2018/june-us.txt":   "U.S. Department of State\n\nSecretary Pompeo's Call with Foreign Minister Kang\n\nJune 18, 2018\n\nSecretary of State Mike Pompeo spoke by telephone with Republic of Korea Foreign Minister Kang Kyung-wha on June 18, 2018, about sanctions.\n",
	"2018/august-kr.txt": "Ministry of Foreign Affairs, Republic of Korea\n\nForeign Ministers Talk over the Phone\n\nAugust 9, 2018\n\n1. Foreign Minister Kang Kyung-wha held a telephone conversation with Foreign Minister Taro Kono of Japan on August 9, 2018. They spoke of cyber security.\n",
	"2018/august-jp.txt": "Ministry of Foreign Affairs of Japan\n\nJapan-Republic of Korea Foreign Ministers' Telephone Talk\n\nAugust 9, 2018\n\nOn August 9, 2018, Foreign Minister Taro Kono held a telephone talk with Foreign Minister Kang Kyung-wha of the Republic of Korea.\n",
	"visit.txt":          "Vice Minister Visits Oslo\n\nMay 3, 2019\n\nVice Minister Hong Gilnam of the Republic of Korea met with State Secretary Audun Halvorsen of Norway in Oslo on May 3, 2019.\n",
	"speech.txt":         "Ambassador Speaks in Seoul\n\nMay 7, 2019\n\nForeign Minister Kang Kyung-wha met Ambassador Harry Harris of the United States in Seoul on May 7, 2019.\n",
	"withdrawn.txt":      "Meeting with the Minister of Finland\n\nMay 9, 2019\n\nForeign Minister Kang Kyung-wha met Foreign Minister Timo Soini of Finland in Seoul on May 9, 2019.\n",
}

// What happens to a collection in a year: a file is renamed, another edited, a third newly titled, the lexicon comes to
// know a person, two events are found to be one, a release is taken out. No published address is lost, and each leads to a
// page that stands.
func TestNoAddressIsLost(t *testing.T) {
	lex, dir := builtin(t), t.TempDir()
	put := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range addressReleases {
		put(name, text)
	}
	out := filepath.Join(t.TempDir(), "public")
	build(t, lex, dir, out, pipeline.Options{})
	first := files(t, out)
	for _, must := range []string{"events/2018-06-18-foreign-minister-speaks-with-secretary-of-state.html", "officials/kr-hong-gilnam.html"} {
		if first[must] == "" {
			t.Fatalf("%s does not stand at first", must)
		}
	}
	var younger string // event that will be part of the older
	for name := range first {
		if strings.HasPrefix(name, "events/2018-08-09") {
			younger = name
		}
	}
	if younger == "" {
		t.Fatal("the second call is no event")
	}

	if err := os.Rename(filepath.Join(dir, "2018/june-kr.txt"), filepath.Join(dir, "call.txt")); err != nil {
		t.Fatal(err)
	}
	put("2018/june-us.txt", addressReleases["2018/june-us.txt"]+"\nThey will speak again.\n")
	put("speech.txt", strings.Replace(addressReleases["speech.txt"], "Ambassador Speaks in Seoul", "Minister Meets Ambassador of the United States", 1))
	put("lexicon/people.yaml", "offices:\n  - {id: kr-vice-minister-of-the-sea, country: KR, title: Vice Minister, kind: other}\npersons:\n  - id: hong-gilnam\n    name: Hong Gilnam\n    family: Hong\n    terms:\n      - {office: kr-vice-minister-of-the-sea, from: 2018-01-01, to: 2019-12-31, source: \"a list of ministers\"}\n")
	put("corrections.yaml", "- {same_event: [call.txt, 2018/august-kr.txt], why: both are of one call}\n")
	if err := os.Remove(filepath.Join(dir, "withdrawn.txt")); err != nil {
		t.Fatal(err)
	}
	build(t, lex, dir, out, pipeline.Options{})
	second := files(t, out)

	sendsOn := regexp.MustCompile(`http-equiv="refresh" content="0; url=([^"#]*)`)
	addresses := 0
	for name := range first {
		if !archive.IsAddress(name) {
			continue
		}
		addresses++
		at := name
		for range 3 {
			text, ok := second[at]
			if !ok {
				t.Errorf("%s leads to %s, where nothing stands", name, at)
				break
			}
			to := sendsOn.FindStringSubmatch(text)
			if to == nil {
				break
			}
			at = path.Join(path.Dir(at), to[1])
		}
		if sendsOn.MatchString(second[at]) {
			t.Errorf("%s leads round and round", name)
		}
	}
	if addresses < 30 {
		t.Errorf("only %d addresses", addresses)
	}
	// those whose file was renamed, edited or newly titled stand where they stood, with what is new
	for at, words := range map[string]string{
		"releases/2018-06-18-foreign-minister-speaks-with-secretary-of-state.html":  "call.txt",
		"releases/2018-06-18-secretary-pompeo-call-with-foreign-minister-kang.html": "They will speak again.",
		"releases/2019-05-07-ambassador-speaks-in-seoul.html":                       "Minister Meets",
		"releases/2019-05-09-meeting-with-the-minister-of-finland.html":             "No longer here",
		"events/2018-06-18-foreign-minister-speaks-with-secretary-of-state.html":    "both are of one call",
	} {
		if !strings.Contains(second[at], words) {
			t.Errorf("%s does not hold %q", at, words)
		}
	}

	var stdout, stderr bytes.Buffer
	command := func(args ...string) (int, string) {
		stdout.Reset()
		stderr.Reset()
		return run(args, strings.NewReader(""), &stdout, &stderr), stdout.String()
	}
	_, list := command("redirects", dir)
	for _, line := range []string{
		"officials/kr-hong-gilnam.html -> officials/hong-gilnam.html\n",
		younger + " -> events/2018-06-18-foreign-minister-speaks-with-secretary-of-state.html\n",
		"releases/2019-05-09-meeting-with-the-minister-of-finland.html is gone\n",
		"countries/finland.html is gone\n",
	} {
		if !strings.Contains(list, line) {
			t.Errorf("redirects do not tell %q:\n%s", line, list)
		}
	}
	if code, told := command("check", dir, "--out", out); code != exitDone {
		t.Errorf("check: %s%s", told, stderr.String())
	}
	// an address that is taken away, or out of ids.lock, is told
	lost := []string{"officials/hong-gilnam.html", "releases/2019-05-09-meeting-with-the-minister-of-finland.html", younger}
	for _, name := range lost {
		if err := os.Remove(filepath.Join(out, name)); err != nil {
			t.Fatal(err)
		}
	}
	lock := filepath.Join(dir, "ids.lock")
	kept, err := os.ReadFile(lock)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(lock, []byte(strings.Replace(string(kept), "\tkr-hong-gilnam", "", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	code, told := command("check", dir, "--out", out)
	for _, name := range lost {
		if code != exitFault || !strings.Contains(told, "ids.lock: "+name+" was published and is gone") {
			t.Errorf("without %s check says %d %s", name, code, told)
		}
	}
	if !strings.Contains(told, "officials/kr-hong-gilnam.html is published and not in it") {
		t.Errorf("with an address taken out of ids.lock check says %s", told)
	}
}
