package export

import (
	"io"
	"strconv"

	"readout/internal/archive"
)

// GraphML writes who met whom: people are nodes, and each contact of two is an edge with its day. Gephi reads it.
func GraphML(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeMetOfficials(w)
}

// GraphMLCountries writes which countries and organisations were in contact, each contact an edge.
func GraphMLCountries(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeMetCountries(w)
}

func (x *index) writeMetOfficials(w io.Writer) error {
	g := newGraph(w)
	for _, o := range x.Officials {
		if id := x.officialID[o]; id != "" && len(o.Met) > 0 {
			country := ""
			if len(o.Countries) > 0 {
				country = o.Countries[0].Code
			}
			g.node(id, o.Name, country)
		}
	}
	for _, o := range x.Officials {
		for _, m := range o.Met {
			a, b := x.officialID[o], x.officialID[m.Official]
			if a != "" && a < b { // each pair stands with both
				x.edges(g, a, b, m.Contacts)
			}
		}
	}
	return g.end()
}

func (x *index) writeMetCountries(w io.Writer) error {
	g := newGraph(w)
	for _, c := range x.bodies() {
		if len(c.Counterparts) > 0 {
			g.node(c.Code, c.Name, c.Code)
		}
	}
	for _, c := range x.bodies() {
		for _, m := range c.Counterparts {
			if c.Code < m.Country.Code {
				x.edges(g, c.Code, m.Country.Code, m.Contacts)
			}
		}
	}
	return g.end()
}

// edges writes the contacts of two sides, the oldest first.
func (x *index) edges(g *graph, a, b string, contacts []archive.Contact) {
	for i := len(contacts) - 1; i >= 0; i-- {
		v := contacts[i].Event
		if x.chosenEvent(v) {
			d := v.Date.Value.Date
			g.edge(a, b, d.String(), d.From.ISO(), string(v.Kind), v.First().Entry.ID, v.ID)
		}
	}
}

// graph writes one undirected GraphML graph.
type graph struct {
	xmlWriter
	n int // edges
}

// graphKeys are the attributes of nodes and edges.
var graphKeys = [...][3]string{
	{"label", "node", "string"}, {"country", "node", "string"},
	{"date", "edge", "string"}, {"start", "edge", "string"}, {"kind", "edge", "string"}, {"release", "edge", "string"}, {"event", "edge", "string"},
	{"weight", "edge", "int"},
}

func newGraph(w io.Writer) *graph {
	g := &graph{xmlWriter: newXML(w)}
	g.raw(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
		`xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	for _, k := range graphKeys {
		g.empty("key", "id", k[0], "for", k[1], "attr.name", k[0], "attr.type", k[2])
	}
	g.raw(`<graph id="contacts" edgedefault="undirected">` + "\n")
	return g
}

func (g *graph) node(id, label, country string) {
	g.open("node", "id", id)
	g.data("label", label)
	g.data("country", country)
	g.raw("</node>\n")
}

func (g *graph) edge(a, b, date, start, kind, release, event string) {
	g.n++
	g.open("edge", "id", "e"+strconv.Itoa(g.n), "source", a, "target", b)
	g.data("date", date)
	g.data("start", start)
	g.data("kind", kind)
	g.data("release", release)
	g.data("event", event)
	g.data("weight", "1")
	g.raw("</edge>\n")
}

func (g *graph) data(key, value string) {
	if value != "" {
		g.open("data", "key", key)
		g.text(value)
		g.raw("</data>")
	}
}

func (g *graph) end() error {
	g.raw("</graph>\n</graphml>\n")
	return g.Flush()
}
