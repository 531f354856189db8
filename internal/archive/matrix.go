package archive

import (
	"cmp"
	"slices"
)

// Matrix is who met whom among countries.
type Matrix struct {
	Countries []*Country // rows and columns, the one with the most contacts first
	Cells     [][]*Pair  // by row and column; nil where the two never met, and for a country with itself
	Left      int        // countries with contacts that found no room
	Most      int        // contacts of the pair that has the most, among those shown
}

// Matrix puts the countries with the most contacts against each other, at most n; 0 for all.
func (a *Archive) Matrix(n int) Matrix {
	var m Matrix
	total := map[*Country]int{}
	for _, p := range a.Pairs {
		total[p.A] += len(p.Contacts)
		total[p.B] += len(p.Contacts)
	}
	for _, c := range slices.Concat(a.Countries, a.Organisations) {
		if total[c] > 0 {
			m.Countries = append(m.Countries, c)
		}
	}
	slices.SortFunc(m.Countries, func(x, y *Country) int {
		return cmp.Or(cmp.Compare(total[y], total[x]), byName(&x.Shelf, &y.Shelf))
	})
	if n > 0 && len(m.Countries) > n {
		m.Left = len(m.Countries) - n
		m.Countries = m.Countries[:n]
	}
	for _, x := range m.Countries {
		row := make([]*Pair, len(m.Countries))
		for i, y := range m.Countries {
			if row[i] = a.Pair(x.Code, y.Code); row[i] != nil {
				m.Most = max(m.Most, len(row[i].Contacts))
			}
		}
		m.Cells = append(m.Cells, row)
	}
	return m
}

// OfficialMatrix is whom the officials of one country met.
type OfficialMatrix struct {
	Rows    []*Official   // of the country, the one with the most contacts first
	Columns []*Official   // of other countries, likewise
	Cells   [][][]Contact // by row and column, the newest first; nil where the two never met
	Left    int           // officials of the country with contacts that found no room
	Most    int           // contacts of the two who met most often, among those shown
}

// OfficialMatrix puts the officials of a country against those whom they met, at most n on each side; 0 for all.
func (a *Archive) OfficialMatrix(c *Country, n int) OfficialMatrix {
	var m OfficialMatrix
	own, others := map[*Official]int{}, map[*Official]int{}
	for _, o := range c.Officials {
		for _, x := range o.Met {
			if slices.Contains(x.Official.Countries, c) {
				continue
			}
			own[o] += len(x.Contacts)
			others[x.Official] += len(x.Contacts)
		}
	}
	m.Rows, m.Left = mostMet(own, n)
	m.Columns, _ = mostMet(others, n)
	for _, o := range m.Rows {
		row := make([][]Contact, len(m.Columns))
		for _, x := range o.Met {
			if i := slices.Index(m.Columns, x.Official); i >= 0 {
				row[i] = x.Contacts
				m.Most = max(m.Most, len(x.Contacts))
			}
		}
		m.Cells = append(m.Cells, row)
	}
	return m
}

// mostMet lists officials by number of contacts, at most n, and how many are left out.
func mostMet(counts map[*Official]int, n int) (list []*Official, left int) {
	for o := range counts {
		list = append(list, o)
	}
	slices.SortFunc(list, func(x, y *Official) int {
		if c := cmp.Compare(counts[y], counts[x]); c != 0 {
			return c
		}
		return cmp.Compare(officialKey(x), officialKey(y))
	})
	if n > 0 && len(list) > n {
		return list[:n], len(list) - n
	}
	return list, 0
}
