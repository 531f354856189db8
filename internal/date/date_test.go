package date

import (
	"testing"
	"time"
)

func day(t testing.TB, s string) Day {
	t.Helper()
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func parse(t testing.TB, s string) Date {
	t.Helper()
	d, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestHuman(t *testing.T) {
	for edtf, want := range map[string]string{
		"2018-06-18":                         "18 June 2018",
		"2018-06":                            "June 2018",
		"2018":                               "2018",
		"XXXX-06-18":                         "18 June, year unknown",
		"XXXX-06":                            "June, year unknown",
		"2019-05-01/2019-05-03":              "1–3 May 2019",
		"2019-02-28/2019-03-03":              "28 February – 3 March 2019",
		"2019-12-30/2020-01-02":              "30 December 2019 – 2 January 2020",
		"2019-05/2019-07":                    "May – July 2019",
		"2019/2021":                          "2019–2021",
		"XXXX-05-01/XXXX-05-03":              "1–3 May, year unknown",
		"2019-05-01/..":                      "from 1 May 2019",
		"../2019-05-03":                      "until 3 May 2019",
		"[2013-06-18,2018-06-18]":            "18 June 2013 or 2018",
		"[2018-05-21,2019-05-21,2020-05-21]": "21 May 2018, 2019 or 2020",
		"[2018-08-07,2018-07-08]":            "",
		"[2018-07-08,2018-08-07]":            "8 July 2018 or 7 August 2018",
	} {
		d, err := Parse(edtf)
		if want == "" {
			if err == nil {
				t.Errorf("Parse(%q): no error for candidates out of order", edtf)
			}
			continue
		}
		if err != nil {
			t.Errorf("Parse(%q): %v", edtf, err)
			continue
		}
		if got := d.Human(); got != want {
			t.Errorf("%s: Human() = %q, want %q", edtf, got, want)
		}
		if got := d.String(); got != edtf {
			t.Errorf("%s printed back as %q", edtf, got)
		}
	}
	if got := (Date{}).Human(); got != "date unknown" {
		t.Errorf("Human() of nothing = %q", got)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "18", "2018-6-18", "2018-13", "2019-02-29", "2018-00", "0000-06-18", "2018-06-18/2018-06-18", "2018-06-18/2018-06-17",
		"[2018-06-18]", "[2018-06-18,2018-06-18]", "XXXX", "XXXX-02-30", "../..", "2018/..?", "2018-06-18?", "[2018", "2018-06-18/2018-07", "9999", "XXXX-06-18/.."} {
		if d, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", s, d)
		}
	}
	if d, uncertain, err := ParseEDTF("2018-06-18?"); err != nil || !uncertain || d.EDTF(true) != "2018-06-18?" {
		t.Errorf("2018-06-18? read as %v, %v, %v", d, uncertain, err)
	}
}

func TestArithmetic(t *testing.T) {
	for n := 1; n < 740000; n += 17 {
		d := FromNumber(n)
		if !d.Valid() || d.Number() != n {
			t.Fatalf("day %d is %+v, which is day %d", n, d, d.Number())
		}
		u := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		if int(u.Weekday()) != int(d.Weekday())%7 {
			t.Fatalf("%s is a %s, not a %s", d, u.Weekday(), d.Weekday())
		}
		v := u.AddDate(0, 0, 45)
		if got := d.Add(45); got != (Day{v.Year(), int(v.Month()), v.Day()}) {
			t.Fatalf("45 days after %s: %s, want %s", d, got, v.Format(time.DateOnly))
		}
		if got := d.Add(45).Add(-45); got != d {
			t.Fatalf("45 days after %s and back: %s", d, got)
		}
	}
	if got := day(t, "2014-01-01").Since(day(t, "2013-12-31")); got != 1 {
		t.Errorf("1 January since 31 December: %d days", got)
	}
	if got := day(t, "2018-09").Weekday(); got != NoWeekday {
		t.Errorf("a month has the weekday %s", got)
	}
	if got := FromNumber(day(t, "9998-12-31").Number() + 1); got.Known() {
		t.Errorf("after the last year: %s", got)
	}
	if f, l := day(t, "2020-02").First(), day(t, "2020-02").Last(); f.String() != "2020-02-01" || l.String() != "2020-02-29" {
		t.Errorf("February 2020 from %s to %s", f, l)
	}
	if _, ok := day(t, "XXXX-02-29").In(2019); ok {
		t.Error("29 February stands in 2019")
	}
}

func TestCompare(t *testing.T) {
	order := []string{"../2012-05-01", "2013", "2013-06", "2013-06-18", "2013-06-18/2013-06-20", "2013-06-18/..", "[2013-06-18,2018-06-18]", "2013-06-19",
		"2018-06-18", "2020", "XXXX-05", "XXXX-05-03", "XXXX-05-03/XXXX-05-04", "XXXX-06-18"}
	for i := range order {
		for j := range order {
			a, b := parse(t, order[i]), parse(t, order[j])
			if got := Compare(a, b); sign(got) != sign(i-j) {
				t.Errorf("Compare(%s, %s) = %d", a, b, got)
			}
		}
		if Compare(parse(t, order[i]), Date{}) >= 0 {
			t.Errorf("%s does not come before the undated", order[i])
		}
	}
	likeliest := parse(t, "[2013-06-18,2018-06-18]")
	likeliest.From = day(t, "2018-06-18")
	if Compare(likeliest, parse(t, "2018-06-17")) <= 0 {
		t.Error("candidates do not stand at the likeliest")
	}
	if !day(t, "2018-06").Before(day(t, "2018-07-01")) || day(t, "2018-06").Before(day(t, "2018-06-30")) || day(t, "XXXX-06").Before(day(t, "2018")) {
		t.Error("Before does not hold for days known in part")
	}
}

func sign(n int) int { return max(-1, min(1, n)) }

func FuzzEDTF(f *testing.F) {
	for _, s := range []string{"2018-06-18", "2018-06", "2018", "XXXX-06-18", "2019-05-01/2019-05-03", "[2013-06-18,2018-06-18]", "2018-06-18?", "../2018", "2018/.."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, uncertain, err := ParseEDTF(s)
		if err != nil {
			return
		}
		if got := d.EDTF(uncertain); got != s {
			t.Fatalf("%q printed back as %q", s, got)
		}
		if d.Human() == "" || Compare(d, d) != 0 || Compare(d, Date{}) >= 0 {
			t.Fatalf("%q: %q, compared with itself %d", s, d.Human(), Compare(d, d))
		}
	})
}
