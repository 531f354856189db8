package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// Calendar writes the events whose day is known as an iCalendar (RFC 5545). Days are whole days of the place where
// something happened; a calendar has no word for a month or for several possible days, so these events are left out.
func Calendar(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeCalendar(w)
}

func (x *index) writeCalendar(w io.Writer) error {
	c := calendar{bufio.NewWriterSize(w, 1<<14)}
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//readout//EN")
	c.line("CALSCALE:GREGORIAN")
	c.line("X-WR-CALNAME:" + icsText(x.Title))
	s := x.sectionsOf(w, c.Flush)
	for _, ev := range x.events {
		if s.stands(func(h *archive.Hash) { ev.shows(x, h) }) {
			continue
		}
		d := ev.day
		if !d.From.Full() || len(d.OneOf) > 0 || d.To == date.Open || d.To.Known() && !d.To.Full() {
			continue
		}
		last := d.From
		if d.To.Known() {
			last = d.To
		}
		c.line("BEGIN:VEVENT")
		c.line("UID:" + x.BaseURL + "events/" + ev.ID)   // no sign that looks like an e-mail address
		c.line("DTSTAMP:" + icsDay(d.From) + "T000000Z") // the event dates itself: no clock is asked
		c.line("DTSTART;VALUE=DATE:" + icsDay(d.From))
		c.line("DTEND;VALUE=DATE:" + icsDay(next(last))) // the day after the last
		c.line("SUMMARY:" + icsText(record.OneLine(ev.title)))
		c.text("LOCATION:", ev.Place)
		c.text("CATEGORIES:", string(ev.Kind))
		c.text("DESCRIPTION:", x.described(ev))
		if x.BaseURL != "" {
			c.line("URL:" + x.BaseURL + ev.Path())
		}
		c.line("TRANSP:TRANSPARENT")
		if ev.confidence == record.Uncertain {
			c.line("STATUS:TENTATIVE")
		}
		c.line("END:VEVENT")
	}
	s.end()
	c.line("END:VCALENDAR")
	return c.Flush()
}

// described tells who took part, and for whom.
func (x *index) described(ev *event) string {
	var parts []string
	for _, code := range ev.parties {
		parts = append(parts, x.CountryName(code))
	}
	var people []string
	for _, p := range ev.people {
		people = append(people, p.Name)
	}
	s := strings.Join(parts, ", ")
	if s != "" && people != nil {
		s += ": "
	}
	return s + strings.Join(people, ", ")
}

type calendar struct{ *bufio.Writer }

// text writes a line if it has a value.
func (c calendar) text(name, value string) {
	if value != "" {
		c.line(name + icsText(value))
	}
}

// line writes a content line, folded so that no line is longer than 75 bytes and no character is cut.
func (c calendar) line(s string) {
	room := 75
	for len(s) > room {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], 74 // the space counts
	}
	c.WriteString(s + "\r\n")
}

var asTEXT = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// icsText is a masked value of the kind TEXT.
func icsText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7F {
			return ' '
		}
		return r
	}, record.Mask(s))
	return asTEXT.Replace(s)
}

func icsDay(d date.Day) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// next is the day after a day.
func next(d date.Day) date.Day {
	if n := (date.Day{Year: d.Year, Month: d.Month, Day: d.Day + 1}); n.Valid() {
		return n
	}
	if d.Month < 12 {
		return date.Day{Year: d.Year, Month: d.Month + 1, Day: 1}
	}
	return date.Day{Year: d.Year + 1, Month: 1, Day: 1}
}
