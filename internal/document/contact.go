package document

import (
	"strings"

	"readout/internal/words"
)

// contact reports whether a line is an address on the net, a telephone number, or a line about them.
func contact(text string, l *line) bool {
	if l.n > 24 || l.stop && l.n > 8 {
		return false
	}
	if at := strings.IndexByte(text, '@'); at > 0 && at+3 < len(text) && text[at-1] != ' ' && text[at+1] != ' ' {
		return strings.IndexByte(text[at:], '.') > 0 && l.n <= 16
	}
	if (strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "www.")) && !strings.Contains(text, " ") {
		return true
	}
	if i := strings.Index(text, "Box "); i > 0 && (strings.HasPrefix(text, "P.O.") || strings.HasPrefix(text, "PO Box") || strings.HasPrefix(text, "P. O.")) {
		return true
	}
	// telephone numbers: at least seven digits in groups, and little else
	if l.n > 12 || l.digits < 2 {
		return false
	}
	digits, letters, plus := 0, 0, strings.ContainsAny(text, "+(")
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80:
			letters++
		}
	}
	return digits >= 7 && plus && letters < digits*4
}

// credit reports whether a line is the caption of a picture, by its credit or by words that point into the picture.
func credit(text string, l *line, ws []words.Word) bool {
	if l.has&picture == 0 && text[len(text)-1] != ')' && text[len(text)-1] != ']' {
		return false
	}
	for k := 0; k < 3 && k+1 < len(ws); k++ {
		if (ws[k].Text == "photo" || ws[k].Text == "photos") && ws[k+1].Gap == words.Colon {
			return true
		}
	}
	last := ws[len(ws)-1].Text
	tail := text[max(0, len(text)-48):]
	switch {
	case (last == "photo" || last == "photos") && (strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]") || strings.ContainsAny(tail, "—–/|") || strings.Contains(tail, " - ")):
		return true
	case strings.HasPrefix(text, "(Photo") || strings.HasPrefix(text, "[Photo") || strings.HasPrefix(text, "[Image"):
		return true
	}
	if i := strings.LastIndexAny(tail, "(["); i >= 0 && strings.ContainsAny(tail[len(tail)-1:], ")]") {
		in := strings.ToLower(tail[i:])
		if (strings.Contains(in, "/") && !strings.ContainsAny(in, "0123456789") || strings.Contains(in, " via ") || strings.Contains(in, "photo") || strings.Contains(in, "courtesy") || strings.Contains(in, "handout")) && len(in) > 5 {
			return true
		}
	}
	lower := strings.ToLower(tail)
	for _, s := range credits {
		if i := strings.LastIndex(lower, s); i >= 0 && l.n > 1 {
			return true
		}
	}
	if l.n <= 45 {
		for _, s := range pointing {
			if strings.Contains(text, s) {
				return true
			}
		}
	}
	// credits alone: "(Yonhap) (Yonhap)", "[AFP]"
	if l.n <= 4 && (text[0] == '(' && text[len(text)-1] == ')' || text[0] == '[' && text[len(text)-1] == ']') && l.digits == 0 {
		return text[0] == '('
	}
	return false
}

var credits = []string{"photo:", "photo by ", "photo/", "photo courtesy", "image:", "/getty images", "getty images]", "(getty images", "file photo", "photo credit", "credit:", "/afp)", "/ap)", "[ap photo", "[reuters", "[afp", "[file:", "via reuters]", "via ap]", "via getty", "handout via"}

var pointing = []string{"(right)", "(left)", "(center)", "(centre)", "(R)", "(L)", "(C)", "(2nd from", "(second from", "(third from", "(1st from", "(first from", "(fourth from", "pose for a photo", "poses for a photo", "pose for photos", "posing for a photo", "pose for a commemorative photo", "pose for a group photo", "pose for a picture", "second from left", "second from right", ", right, ", ", left, ", ", center, ", ", centre, "}
