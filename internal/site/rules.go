package site

// ruleTexts are the rules of dating in plain words, as they stand beside the words of the text and what they allow.
func ruleTexts(rule string) (string, bool) {
	switch rule {
	case "correction":
		return "set by hand in the collection’s corrections", true
	case "front-matter", "html-metadata", "parsely-pub-date":
		return "told in the head of the file", true
	case "explicit-date":
		return "a date in the text", true
	case "explicit-year":
		return "the year stands in the text", true
	case "bracketed-day-in-title":
		return "the day in brackets in the headline", true
	case "date-line", "dateline", "posted", "published-on", "date-over-the-page", "date-at-the-foot":
		return "a date line of the page", true
	case "originally-published":
		return "when it was first published, by the page", true
	case "numeric-date-by-neighbour", "numeric-date-by-weekday", "numeric-date-by-country", "numeric-date-by-publisher":
		return "a date in figures; the order of day and month was worked out", true
	case "term-of-office":
		return "the term of one who acts under a title", true
	case "named-event":
		return "an event that the text names", true
	case "numbered-session":
		return "a numbered session", true
	case "anniversary", "years-counted":
		return "years counted from a known day", true
	case "neighbour-date":
		return "another date in the text", true
	case "day-near-publication":
		return "the nearest such day to publication", true
	case "day-of-issue":
		return "no event is told: the day of issue", true
	case "today", "this-day", "today-and-dateline":
		return "“today” is the day of publication", true
	case "yesterday", "tomorrow", "days-counted", "following-day", "day-before-it":
		return "days counted from another date", true
	case "first-day":
		return "the first day of a visit or of talks that are over", true
	case "day-of-the-month":
		return "the nearest day of that number to publication", true
	case "weekday":
		return "the day of the week fits one year", true
	case "weekday-before-publication":
		return "the last such weekday before publication", true
	case "weekday-after-publication":
		return "the next such weekday after publication", true
	case "weekday-and-dateline":
		return "a weekday, counted from the dateline", true
	case "week", "month", "year":
		return "the " + rule + " is told, not the day", true
	case "year-of-the-event":
		return "the year of the event told here", true
	case "clues-in-the-text":
		return "clues in the text together", true
	}
	return "", false
}
