package site

// ruleTexts are the rules of dating in plain words, as they stand beside a clue: the rule, then the words of the text,
// then what they allow.
func ruleTexts(rule string) (string, bool) {
	switch rule {
	case "correction":
		return "set by hand, in the collection’s corrections", true
	case "front-matter":
		return "told in the head of the file", true
	case "term-of-office":
		return "who acts under a title held it then", true
	case "named-event":
		return "an event that the text names", true
	case "weekday":
		return "the day of the week", true
	case "anniversary":
		return "an anniversary", true
	case "neighbour", "neighbour-date":
		return "another date in the text", true
	case "publication", "published":
		return "the day of publication", true
	case "explicit", "date-line":
		return "a date line", true
	}
	return "", false
}
