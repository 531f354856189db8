package extract

import (
	"fmt"
	"testing"

	"readout/internal/date"
	"readout/internal/words"
)

// show prints a mention the way the tests below write it.
func show(text string, ws []words.Word, m timeMention) string {
	s := text[ws[m.from].Start:ws[m.to-1].End] + " = "
	switch m.sort {
	case timeWeekday:
		return s + fmt.Sprintf("%s%+d", m.weekday, m.step)
	case timeRelative, timeFollowing:
		return s + fmt.Sprintf("%s%+d", [...]string{"day", "week", "month", "year"}[m.unit], m.step) + map[bool]string{true: " after", false: ""}[m.sort == timeFollowing]
	}
	s += m.days.String()
	if m.other.Known() {
		s += " or " + m.other.String()
	}
	if m.weekday > 0 {
		s += " " + m.weekday.String()
	}
	if m.steps {
		s += fmt.Sprintf(" year%+d", m.yearStep)
	}
	if m.step != 0 {
		s += fmt.Sprintf(" step%+d", m.step)
	}
	return s
}

func TestReadTimes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"on June 18 to", []string{"June 18 = XXXX-06-18"}},
		{"on 18 June and", []string{"18 June = XXXX-06-18"}},
		{"June 18, 2018.", []string{"June 18, 2018 = 2018-06-18"}},
		{"the 18th of June 2018", []string{"18th of June 2018 = 2018-06-18"}},
		{"Published : Sept. 18, 2018 - 08:28", []string{"Sept. 18, 2018 = 2018-09-18"}},
		{"SEOUL, Sep 18 (Yonhap) --", []string{"Sep 18 = XXXX-09-18"}},
		{"2018-06-18", []string{"2018-06-18 = 2018-06-18"}},
		{"2018.6.18", []string{"2018.6.18 = 2018-06-18"}},
		{"2018. 6. 18.", []string{"2018. 6. 18 = 2018-06-18"}},
		{"2018/05/11", []string{"2018/05/11 = 2018-05-11"}},
		{"08/07/2024 | Press release", []string{"08/07/2024 = 2024-07-08 or 2024-08-07"}},
		{"07/28/2022", []string{"07/28/2022 = 2022-07-28"}},
		{"13/7/2023", []string{"13/7/2023 = 2023-07-13"}},
		{"07.01.2024 - Press release", []string{"07.01.2024 = 2024-01-07"}},
		{"19 JAN 2024 6:30PM by PIB Delhi", []string{"19 JAN 2024 = 2024-01-19"}},
		{"April, 15/2022 - 08:05", []string{"April, 15/2022 = 2022-04-15"}},
		{"Feb.17,2020 17:24 KST", []string{"Feb.17,2020 = 2020-02-17"}},
		{"Oct 17,2025", []string{"Oct 17,2025 = 2025-10-17"}},
		{"held talks (Jan. 18)", []string{"Jan. 18 = XXXX-01-18"}},
		{"(February 14-16)", []string{"February 14-16 = XXXX-02-14/XXXX-02-16"}},
		{"February 28 to March 3", []string{"February 28 to March 3 = XXXX-02-28/XXXX-03-03"}},
		{"from 17 to 19 February.", []string{"17 to 19 February = XXXX-02-17/XXXX-02-19"}},
		{"from 17 to 19 February 2023", []string{"17 to 19 February 2023 = 2023-02-17/2023-02-19"}},
		{"from March 5 to 7, local time", []string{"March 5 to 7 = XXXX-03-05/XXXX-03-07"}},
		{"August 13 through 15", []string{"August 13 through 15 = XXXX-08-13/XXXX-08-15"}},
		{"June 11-19, 2022, to meet", []string{"June 11-19, 2022 = 2022-06-11/2022-06-19"}},
		{"June 13 and 14 in Seoul", []string{"June 13 and 14 = XXXX-06-13/XXXX-06-14"}},
		{"June 13 and July 2", []string{"June 13 = XXXX-06-13", "July 2 = XXXX-07-02"}},
		{"December 30, 2019 to January 2, 2020", []string{"December 30, 2019 to January 2, 2020 = 2019-12-30/2020-01-02"}},
		{"30 December – 2 January 2020", []string{"30 December – 2 January 2020 = 2019-12-30/2020-01-02"}},
		{"on Monday, June 18, the", []string{"Monday, June 18 = XXXX-06-18 Monday"}},
		{"On Monday, September 24, Minister", []string{"Monday, September 24 = XXXX-09-24 Monday"}},
		{"Wed 29-11-2023 19:06 PM", []string{"Wed 29-11-2023 = 2023-11-29 Wednesday"}},
		{"On May 5 (Thursday), from 6:50 p.m.", []string{"May 5 (Thursday = XXXX-05-05 Thursday"}},
		{"spoke Monday.", []string{"Monday = Monday+0"}},
		{"last Friday", []string{"last Friday = Friday-1"}},
		{"next Tuesday", []string{"next Tuesday = Tuesday+1"}},
		{"met today in Seoul", []string{"today = day+0"}},
		{"yesterday, October 16, to", []string{"yesterday = day-1", "October 16 = XXXX-10-16"}},
		{"late last month", []string{"last month = month-1"}},
		{"this morning, July 28.", []string{"this morning = day+0", "July 28 = XXXX-07-28"}},
		{"last week and next week", []string{"last week = week-1", "next week = week+1"}},
		{"in April last year", []string{"April last year = XXXX-04 year-1"}},
		{"since last December", []string{"last December = XXXX-12 step-1"}},
		{"in June", []string{"June = XXXX-06"}},
		{"in September 2015", []string{"September 2015 = 2015-09"}},
		{"the plan of 2024", []string{"2024 = 2024"}},
		{"On the following day he went", []string{"following day = day+1 after"}},
		{"25 years ago", []string{"25 years ago = year-25"}},
		{"three weeks ago", []string{"three weeks ago = week-3"}},
		{"2018년 6월 18일(월) 오전", []string{"2018년 6월 18일 = 2018-06-18"}},
		{"2018年6月18日下午", []string{"2018年6月18日下午 = 2018-06-18"}},
		{"6월 18일", []string{"6월 18일 = XXXX-06-18"}},
		{"Le 18 juin 2018", []string{"18 juin 2018 = 2018-06-18"}},
		{"18 de junio de 2018", []string{"18 de junio de 2018 = 2018-06-18"}},
		{"18. Juni 2018", []string{"18. Juni 2018 = 2018-06-18"}},
		{"18 июня 2018 г.", []string{"18 июня 2018 = 2018-06-18"}},
		{"1er août 2020", []string{"1er août 2020 = 2020-08-01"}},
		{"19-Jan-2024", []string{"19-Jan-2024 = 2024-01-19"}},
		{"2018-06-18T08:28:00+09:00", []string{"2018-06-18T08 = 2018-06-18"}},
		{"2019-05-16 18:32:33", []string{"2019-05-16 = 2019-05-16"}},
		{"14:52 January 26", []string{"January 26 = XXXX-01-26"}},
		{"3 JUN, 18:31", []string{"3 JUN = XXXX-06-03"}},
		{"ABU DHABI, 3rd March, 2022 (WAM)", []string{"3rd March, 2022 = 2022-03-03"}},
		// no dates
		{"02-2100-7495 and 1560-27-09-2020", nil},
		{"they may march on; sun and mars", nil},
		{"in the autumn", nil},
		{"Resolution 2371, 1,200 tons, 3.5 percent", nil},
		{"Theresa May said", []string{"May = XXXX-05"}},
		{"version 1.2.3", nil},
		{"30 February", []string{"February = XXXX-02"}},
	} {
		ws := words.Cut(c.text)
		var got []string
		for _, m := range readTimes(c.text, ws, 0, len(ws), nil) {
			got = append(got, show(c.text, ws, m))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestClock(t *testing.T) {
	for text, want := range map[string]string{
		"20:07": "20:07", "6:30PM": "18:30", "2:41": "02:41", "9:30 p.m.": "21:30", "12:05 am": "00:05", "9 pm": "21:00", "14h30": "14:30",
		"08:28:00": "08:28", "18:31": "18:31", "2018": "", "18": "", "25:00": "", "19:61": "",
	} {
		ws := words.Cut(text)
		if got, _ := clock(text, ws, 0); got != want {
			t.Errorf("clock(%q) = %q, want %q", text, got, want)
		}
	}
}

// dateOf reads a date in EDTF.
func dateOf(t testing.TB, s string) date.Date {
	t.Helper()
	d, err := date.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
