package extract

import (
	"readout/internal/date"
	"readout/internal/words"
)

// monthOf returns the month that a word names, 0 if none. Words are folded: "février" is "fevrier".
func monthOf(w *words.Word) int {
	if m := englishMonth(w); m > 0 || w.Number || len(w.Text) < 3 {
		return m
	}
	return foreignMonths[w.Text]
}

// englishMonth is monthOf for English alone. "may" and "march" count only where they are written as names.
func englishMonth(w *words.Word) int {
	t := w.Text
	if len(t) < 3 || len(t) > 9 || w.Number {
		return 0
	}
	switch t[0] {
	case 'j', 'f', 'm', 'a', 's', 'o', 'n', 'd':
	default:
		return 0
	}
	if w.Case == words.Lower && (t[0] == 'm' || len(t) == 3) {
		return 0
	}
	switch t {
	case "january", "jan":
		return 1
	case "february", "feb":
		return 2
	case "march", "mar":
		return 3
	case "april", "apr":
		return 4
	case "may":
		return 5
	case "june", "jun":
		return 6
	case "july", "jul":
		return 7
	case "august", "aug":
		return 8
	case "september", "sept", "sep":
		return 9
	case "october", "oct":
		return 10
	case "november", "nov":
		return 11
	case "december", "dec":
		return 12
	}
	return 0
}

// foreignMonths are the months in the main European languages, folded, as far as they differ from English. They are only
// read as months beside a number.
var foreignMonths = map[string]int{
	// French, Spanish, Portuguese, Italian
	"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
	"janeiro": 1, "fevereiro": 2, "marco": 3, "maio": 5, "junho": 6, "julho": 7, "setembro": 9, "outubro": 10, "novembro": 11, "dezembro": 12,
	"gennaio": 1, "febbraio": 2, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7, "settembre": 9, "ottobre": 10, "dicembre": 12,
	// German, Dutch, Swedish, Danish, Norwegian, Turkish, Polish, Czech, Indonesian
	"januar": 1, "janner": 1, "februar": 2, "marz": 3, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
	"januari": 1, "februari": 2, "maart": 3, "mei": 5, "augustus": 8, "augusti": 8, "marts": 3, "desember": 12, "maj": 5,
	"ocak": 1, "subat": 2, "mart": 3, "nisan": 4, "mayis": 5, "haziran": 6, "temmuz": 7, "agustos": 8, "eylul": 9, "ekim": 10, "kasim": 11, "aralik": 12,
	"stycznia": 1, "lutego": 2, "marca": 3, "kwietnia": 4, "maja": 5, "czerwca": 6, "lipca": 7, "sierpnia": 8, "wrzesnia": 9, "pazdziernika": 10, "listopada": 11, "grudnia": 12,
	"ledna": 1, "unora": 2, "brezna": 3, "dubna": 4, "kvetna": 5, "cervna": 6, "cervence": 7, "srpna": 8, "zari": 9, "rijna": 10, "listopadu": 11, "prosince": 12,
	"maret": 3, "agustus": 8, "septem": 9,
	// Russian and Ukrainian
	"января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
	"січня": 1, "лютого": 2, "березня": 3, "квітня": 4, "травня": 5, "червня": 6, "липня": 7, "серпня": 8, "вересня": 9, "жовтня": 10, "листопада": 11, "грудня": 12,
}

// weekdayOf returns the day of the week that a word names, and whether it is an abbreviation that needs a date beside it.
func weekdayOf(w *words.Word, english bool) (day date.Weekday, short bool) {
	t := w.Text
	if len(t) < 3 || w.Number || w.Case == words.Lower && len(t) < 6 {
		return 0, false
	}
	if !english {
		if day := foreignWeekdays[t]; day > 0 {
			return day, false
		}
	}
	switch t[0] {
	case 'm', 't', 'w', 'f', 's':
	default:
		return 0, false
	}
	switch t {
	case "monday":
		return date.Monday, false
	case "tuesday":
		return date.Tuesday, false
	case "wednesday":
		return date.Wednesday, false
	case "thursday":
		return date.Thursday, false
	case "friday":
		return date.Friday, false
	case "saturday":
		return date.Saturday, false
	case "sunday":
		return date.Sunday, false
	case "mon":
		return date.Monday, true
	case "tue", "tues":
		return date.Tuesday, true
	case "wed":
		return date.Wednesday, true
	case "thu", "thur", "thurs":
		return date.Thursday, true
	case "fri":
		return date.Friday, true
	case "sat":
		return date.Saturday, true
	case "sun":
		return date.Sunday, true
	}
	return 0, false
}

// foreignWeekdays are the days of the week in the main European languages and in Korean, folded.
var foreignWeekdays = map[string]date.Weekday{
	"lundi": date.Monday, "mardi": date.Tuesday, "mercredi": date.Wednesday, "jeudi": date.Thursday, "vendredi": date.Friday, "samedi": date.Saturday, "dimanche": date.Sunday,
	"lunes": date.Monday, "martes": date.Tuesday, "miercoles": date.Wednesday, "jueves": date.Thursday, "viernes": date.Friday, "sabado": date.Saturday, "domingo": date.Sunday,
	"montag": date.Monday, "dienstag": date.Tuesday, "mittwoch": date.Wednesday, "donnerstag": date.Thursday, "freitag": date.Friday, "samstag": date.Saturday, "sonntag": date.Sunday,
	"lunedi": date.Monday, "martedi": date.Tuesday, "mercoledi": date.Wednesday, "giovedi": date.Thursday, "venerdi": date.Friday, "sabato": date.Saturday, "domenica": date.Sunday,
	"월요일": date.Monday, "화요일": date.Tuesday, "수요일": date.Wednesday, "목요일": date.Thursday, "금요일": date.Friday, "토요일": date.Saturday, "일요일": date.Sunday,
}

// dayToken reads a day of a month: "18", "3rd", "1er", "18t08" of a time stamp. It is 0 if the word is none.
func dayToken(w *words.Word) int {
	if !w.Number {
		return 0
	}
	t := w.Text
	n, i := 0, 0
	for i < len(t) && i < 2 && t[i] >= '0' && t[i] <= '9' {
		n = n*10 + int(t[i]-'0')
		i++
	}
	if n < 1 || n > 31 {
		return 0
	}
	switch rest := t[i:]; rest {
	case "", "st", "nd", "rd", "th", "er", "o", "a", "eme":
		return n
	default:
		if len(rest) == 3 && rest[0] == 't' && rest[1] >= '0' && rest[1] <= '2' && rest[2] >= '0' && rest[2] <= '9' {
			return n
		}
	}
	return 0
}

// yearToken reads a year from 1800 to 2199, 0 if the word is none.
func yearToken(w *words.Word) int {
	t := w.Text
	if !w.Number || len(t) != 4 {
		return 0
	}
	n := 0
	for i := range len(t) {
		if t[i] < '0' || t[i] > '9' {
			return 0
		}
		n = n*10 + int(t[i]-'0')
	}
	if n < 1800 || n > 2199 {
		return 0
	}
	return n
}

// smallNumber reads a number from 1 to 999 in digits or, to ninety-nine, in English words, cardinal or ordinal: "60th",
// "three", "fiftieth", "a". It returns how many words it took, 0 if there is no number.
func smallNumber(ws []words.Word, i int) (n, took int) {
	if i >= len(ws) {
		return 0, 0
	}
	t := ws[i].Text
	if ws[i].Number {
		k := 0
		for k < len(t) && t[k] >= '0' && t[k] <= '9' {
			n = n*10 + int(t[k]-'0')
			k++
		}
		switch t[k:] {
		case "", "st", "nd", "rd", "th":
			if k <= 3 && n > 0 {
				return n, 1
			}
		}
		return 0, 0
	}
	if n, ok := numberWords[t]; ok {
		if n >= 20 && n%10 == 0 && i+1 < len(ws) && (ws[i+1].Gap == words.Hyphen || ws[i+1].Gap == words.Space) {
			if m, ok := numberWords[ws[i+1].Text]; ok && m < 10 {
				return n + m, 2
			}
		}
		return n, 1
	}
	return 0, 0
}

var numberWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
	"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
	"fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}
