package archive

import (
	"fmt"
	"testing"

	"readout/internal/date"
	"readout/internal/record"
)

// manyReleases makes releases of a few governments over some years: half of the occasions are told by both sides.
func manyReleases(n int) []Release {
	given := []string{"Anna", "Berit", "Carla", "Dora", "Elena", "Fatima", "Gerda", "Hanna", "Ida", "Jana", "Karin"}
	codes := []string{"KR", "US", "JP", "CN", "DE", "FR", "GB", "IN", "AU", "UA", "BR", "KE"}
	kinds := []record.Kind{record.Call, record.Meeting, record.Meeting, record.Visit, record.Statement}
	start := date.Day{Year: 2005, Month: 1, Day: 1}
	var rs []Release
	for i := 0; len(rs) < n; i++ {
		x, y := codes[i*7%len(codes)], codes[(i*7+1+i*5%(len(codes)-1))%len(codes)]
		day := start.Add(i * 7000 / n).String()
		kind := kinds[i*3%len(kinds)]
		p, q := fmt.Sprintf("%s %s Ames%c%c", x, given[i%11], 'a'+i%9, 'a'+i/9%9), fmt.Sprintf("%s %s Bole%c%c", y, given[i/3%11], 'a'+i%7, 'a'+i/7%7)
		rs = append(rs, told(fmt.Sprintf("%06d-a.txt", i), x+"-mofa", day, kind, p, q))
		if i%2 == 0 {
			rs = append(rs, told(fmt.Sprintf("%06d-b.txt", i), y+"-mofa", day, kind, q, p))
		}
	}
	return rs
}

// A hundred thousand releases: the time of the whole archive, and of its events alone.
func BenchmarkEvents(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		rs := manyReleases(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := New(rs, nil, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
