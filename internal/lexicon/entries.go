package lexicon

import "gopkg.in/yaml.v3"

// One function a kind of entry, called with each key of it; it reports whether it knows the key.

func readCountry(r *reader, c *Country, id, key string, n *yaml.Node) bool {
	c.Code = id
	switch key {
	case "slug":
		c.Slug = r.text(n)
	case "name":
		c.Name = r.text(n)
	case "official":
		c.Official = r.text(n)
	case "organisation":
		c.Organisation = r.yes(n)
	case "forms":
		c.Forms = r.texts(n)
	case "loose":
		c.Loose = r.texts(n)
	case "demonyms":
		c.Demonyms = r.texts(n)
	case "capital":
		c.Capital = r.text(n)
	case "cities":
		c.Cities = r.texts(n)
	case "metonyms":
		c.Metonyms = r.texts(n)
	case "rejects":
		c.Rejects = r.texts(n)
	case "local":
		c.Local = r.texts(n)
	case "numeric":
		c.Numeric = r.text(n)
	default:
		return false
	}
	return true
}

func readPerson(r *reader, p *person, id, key string, n *yaml.Node) bool {
	p.ID = id
	switch key {
	case "name":
		p.Name = r.text(n)
	case "names":
		p.Names = r.texts(n)
	case "family":
		p.Family = r.text(n)
	case "called":
		p.Called = r.texts(n)
	case "was":
		p.Was = r.texts(n)
	case "terms":
		if n.Kind != yaml.SequenceNode {
			r.fault(n.Line, "want a list of terms")
			break
		}
		for _, t := range n.Content {
			readTerm(r, p, t)
		}
	default:
		return false
	}
	return true
}

func readTerm(r *reader, p *person, n *yaml.Node) {
	var t Term
	var office string
	r.fields(n, func(key string, v *yaml.Node) bool {
		switch key {
		case "office":
			office = r.text(v)
		case "from":
			t.From = r.day(v)
		case "to":
			t.To = r.day(v)
		case "source":
			t.Source = r.text(v)
		case "about":
			t.About = r.yes(v)
		default:
			return false
		}
		return true
	})
	p.Terms = append(p.Terms, t)
	p.offices = append(p.offices, office)
	p.lines = append(p.lines, n.Line)
}

func readOffice(r *reader, o *Office, id, key string, n *yaml.Node) bool {
	o.ID = id
	switch key {
	case "country":
		o.Country = r.text(n)
	case "title":
		o.Title = r.text(n)
	case "kind":
		o.Kind = r.text(n)
	case "many":
		o.Many = r.yes(n)
	default:
		return false
	}
	return true
}

func readTopic(r *reader, t *Topic, id, key string, n *yaml.Node) bool {
	t.ID = id
	switch key {
	case "label":
		t.Label = r.text(n)
	case "scope":
		t.Scope = r.text(n)
	case "phrases":
		t.Phrases = readPhrases(r, n)
	default:
		return false
	}
	return true
}

func readList(r *reader, l *List, id, key string, n *yaml.Node) bool {
	l.Name = id
	if key != "phrases" {
		return false
	}
	l.Phrases = readPhrases(r, n)
	return true
}

func readPhrases(r *reader, list *yaml.Node) []Phrase {
	if list.Kind != yaml.SequenceNode {
		r.fault(list.Line, "want a list of phrases")
		return nil
	}
	var out []Phrase
	for _, n := range list.Content {
		p := Phrase{Weight: 1, line: n.Line}
		r.fields(n, func(key string, v *yaml.Node) bool {
			switch key {
			case "name":
				p.Name = r.text(v)
			case "pattern":
				p.Pattern = r.text(v)
			case "weight":
				p.Weight = r.number(v)
			case "matches":
				p.Matches = r.texts(v)
			case "rejects":
				p.Rejects = r.texts(v)
			default:
				return false
			}
			return true
		})
		out = append(out, p)
	}
	return out
}

func readPublisher(r *reader, p *Publisher, id, key string, n *yaml.Node) bool {
	p.ID = id
	switch key {
	case "name":
		p.Name = r.text(n)
	case "country":
		p.Country = r.text(n)
	case "body":
		p.Body = r.text(n)
		p.Agency = p.Body == "agency"
		p.Medium = p.Agency || p.Body == "paper" || p.Body == "broadcaster"
	case "titles":
		p.Titles = r.texts(n)
	case "lines":
		p.Lines = r.texts(n)
	case "phrases":
		p.Phrases = r.texts(n)
	case "hosts":
		p.Hosts = r.texts(n)
	case "credits":
		p.Credits = r.texts(n)
	case "furniture":
		p.Furniture = r.texts(n)
	case "numeric":
		p.Numeric = r.text(n)
	case "language":
		p.Language = r.text(n)
	case "rights":
		p.Rights = r.text(n)
	case "was":
		p.Was = r.texts(n)
	default:
		return false
	}
	return true
}

func readEvent(r *reader, e *Event, id, key string, n *yaml.Node) bool {
	e.ID = id
	switch key {
	case "label":
		e.Label = r.text(n)
	case "phrases":
		e.Phrases = r.texts(n)
	case "from":
		e.From = r.day(n)
		if e.To.Year == 0 {
			e.To = e.From
		}
	case "to":
		e.To = r.day(n)
	case "anniversary":
		e.Anniversary = r.yes(n)
	default:
		return false
	}
	return true
}
