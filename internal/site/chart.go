package site

import (
	"fmt"
	"html/template"
	"strconv"

	"readout/internal/archive"
)

// Charts are drawn when the site is built: one bar a year, its height the number. Every chart has a table with the same
// numbers. Positions are percents of the width, so that the letters keep their size on a narrow page.

const (
	chartHeight = 96.0 // pixels for the tallest bar
	chartLabels = 8    // years named below the bars at most
	chartYears  = 60   // years that are drawn; of a longer time the last ones
)

// chart draws how many releases fall on each year, "" for fewer than two years. what says what is counted.
func chart(what string, entries []*archive.Entry) template.HTML {
	counts := map[int]int{}
	for _, e := range entries {
		if e.Year != nil && e.Year.Number != 0 {
			counts[e.Year.Number]++
		}
	}
	return drawYears(what, counts)
}

func drawYears(what string, counts map[int]int) template.HTML {
	first, last, most := 0, 0, 0
	for y, n := range counts {
		if first == 0 || y < first {
			first = y
		}
		last, most = max(last, y), max(most, n)
	}
	if len(counts) < 2 {
		return ""
	}
	first = max(first, last-chartYears+1)
	years := last - first + 1
	step := (years + chartLabels - 1) / chartLabels
	width := 100 / float64(years)
	o := &out{}
	o.raw("<figure class=\"chart\">\n<svg width=\"100%\" height=\"", strconv.Itoa(int(chartHeight)+34), `" role="img" aria-label="`)
	o.text(what + " by year, from " + strconv.Itoa(first) + " to " + strconv.Itoa(last) + "; the numbers stand in the table below")
	o.raw("\">\n")
	for y := first; y <= last; y++ {
		n, at := counts[y], float64(y-first)*width
		height := chartHeight * float64(n) / float64(most)
		fmt.Fprintf(o, "<rect x=\"%.2f%%\" y=\"%.1f\" width=\"%.2f%%\" height=\"%.1f\"><title>%d: %d</title></rect>", at+width*0.1, chartHeight+14-height, width*0.8, height, y, n)
		if n > 0 && years <= 24 {
			fmt.Fprintf(o, "<text x=\"%.2f%%\" y=\"%.1f\">%d</text>", at+width/2, chartHeight+10-height, n)
		}
		if (last-y)%step == 0 {
			fmt.Fprintf(o, "<text x=\"%.2f%%\" y=\"%.0f\">%d</text>", at+width/2, chartHeight+30, y)
		}
		o.raw("\n")
	}
	o.raw("<line x1=\"0\" x2=\"100%\" y1=\"", strconv.Itoa(int(chartHeight)+14), "\" y2=\"", strconv.Itoa(int(chartHeight)+14), "\"/>\n</svg>\n")
	o.raw("<details><summary>The numbers</summary>\n<table>\n<thead><tr><th scope=\"col\">Year</th><th scope=\"col\" class=\"n\">")
	o.text(what)
	o.raw("</th></tr></thead>\n<tbody>\n")
	for y := last; y >= first; y-- {
		if counts[y] > 0 {
			fmt.Fprintf(o, "<tr><th scope=\"row\">%d</th><td class=\"n\">%s</td></tr>\n", y, number(counts[y]))
		}
	}
	o.raw("</tbody>\n</table>\n</details>\n</figure>")
	return o.html()
}
