package date

import (
	"fmt"
	"strconv"
	"strings"
)

// The forms of the Extended Date/Time Format that readout writes, and the only ones that it reads:
//
//	2018-06-18  2018-06  2018          a day, a month, a year
//	XXXX-06-18  XXXX-06                a day or a month of an unknown year
//	2019-05-01/2019-05-03              a span; both ends may be months, years or yearless days
//	2019-05-01/..   ../2019-05-03      a span without end, without beginning
//	[2013-06-18,2018-06-18]            one of these
//	2018-06-18?                        uncertain; only with EDTF and ParseEDTF
//
// What parses prints back the same.

// String returns the day in EDTF, "" if it is unknown.
func (d Day) String() string {
	switch {
	case d == Open:
		return ".."
	case !d.Known():
		return ""
	}
	return string(d.append(make([]byte, 0, 10)))
}

func (d Day) append(b []byte) []byte {
	if d.Year == 0 {
		b = append(b, "XXXX"...)
	} else {
		b = digits(b, d.Year, 4)
	}
	if d.Month > 0 {
		b = digits(append(b, '-'), d.Month, 2)
	}
	if d.Day > 0 {
		b = digits(append(b, '-'), d.Day, 2)
	}
	return b
}

func digits(b []byte, n, width int) []byte {
	at := len(b)
	b = strconv.AppendInt(b, int64(n), 10)
	for len(b)-at < width {
		b = append(b, 0)
		copy(b[at+1:], b[at:])
		b[at] = '0'
	}
	return b
}

// ISO returns the day as YYYY-MM-DD, YYYY-MM or YYYY, "" where the year is unknown.
func (d Day) ISO() string {
	if d.Year == 0 || d == Open {
		return ""
	}
	return d.String()
}

// String returns the date in EDTF, "" if it is unknown.
func (d Date) String() string {
	switch {
	case len(d.OneOf) > 0:
		b := []byte{'['}
		for i, c := range d.OneOf {
			if i > 0 {
				b = append(b, ',')
			}
			b = c.append(b)
		}
		return string(append(b, ']'))
	case d.To.Known() && !d.From.Known():
		return "../" + d.To.String()
	case d.To.Known():
		return d.From.String() + "/" + d.To.String()
	}
	return d.From.String()
}

// EDTF returns the date in EDTF; a single day that is no more than likely carries the sign of uncertainty.
func (d Date) EDTF(uncertain bool) string {
	s := d.String()
	if uncertain && s != "" && len(d.OneOf) == 0 && !d.To.Known() {
		s += "?"
	}
	return s
}

// ParseDay reads a day, a month or a year in EDTF. An error quotes s.
func ParseDay(s string) (Day, error) {
	bad := fmt.Errorf("%q is no day, month or year (2018-06-18, 2018-06, 2018)", s)
	var d Day
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return d, bad
	}
	if s[:4] != "XXXX" {
		y, ok := number(s[:4])
		if !ok || y < firstYear {
			return d, bad
		}
		d.Year = y
	}
	for i := 4; i < len(s); i += 3 {
		n, ok := number(s[i+1 : i+3])
		if s[i] != '-' || !ok || n == 0 {
			return Day{}, bad
		}
		if i == 4 {
			d.Month = n
		} else {
			d.Day = n
		}
	}
	if !d.Valid() {
		return Day{}, bad
	}
	return d, nil
}

func number(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// Parse reads a date in EDTF as String writes it. An error quotes s.
func Parse(s string) (Date, error) {
	d, uncertain, err := ParseEDTF(s)
	if err == nil && uncertain {
		return Date{}, fmt.Errorf("%q: a date without ? is wanted", s)
	}
	return d, err
}

// ParseEDTF reads a date in EDTF as EDTF writes it, and whether it carries the sign of uncertainty. An error quotes s.
func ParseEDTF(s string) (d Date, uncertain bool, err error) {
	defer func() {
		if err == nil && !d.Valid() {
			err = fmt.Errorf("%q is no date", s)
		}
		if err != nil {
			d, uncertain = Date{}, false
		}
	}()
	if list, ok := strings.CutPrefix(s, "["); ok {
		list, ok = strings.CutSuffix(list, "]")
		if !ok {
			return d, false, fmt.Errorf("%q: the bracket is not closed", s)
		}
		for part := range strings.SplitSeq(list, ",") {
			day, err := ParseDay(part)
			if err != nil {
				return d, false, fmt.Errorf("%q: %w", s, err)
			}
			d.OneOf = append(d.OneOf, day)
		}
		return d, false, nil
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		if from != ".." {
			if d.From, err = ParseDay(from); err != nil {
				return d, false, fmt.Errorf("%q: %w", s, err)
			}
		}
		if to == ".." {
			d.To = Open
		} else if d.To, err = ParseDay(to); err != nil {
			return d, false, fmt.Errorf("%q: %w", s, err)
		}
		return d, false, nil
	}
	day, uncertain := strings.CutSuffix(s, "?")
	d.From, err = ParseDay(day)
	return d, uncertain, err
}
