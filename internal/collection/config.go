package collection

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

// Config is what readout.yaml says. The zero Config is a collection without one.
type Config struct {
	Title       string
	Description string
	BaseURL     string   // address at which the site is published, without a slash at its end; "" unknown
	Rights      string   // "full" or "excerpt": how much of a release is shown where nothing closer to it says so; "" unknown
	Languages   []string // BCP 47, of the releases; nil where not told
}

func (r *reader) config(data []byte) Config {
	var c Config
	top := r.parse(data)
	if top == nil {
		return c
	}
	r.fields(top, func(key string, v *yaml.Node) bool {
		switch key {
		case "title":
			c.Title = r.line(v)
		case "description":
			c.Description = r.text(v)
		case "base_url":
			c.BaseURL = r.text(v)
			if c.BaseURL != "" {
				var err error
				if c.BaseURL, err = BaseURL(c.BaseURL); err != nil {
					r.fault(v.Line, "base_url: %v", err)
				}
			}
		case "rights":
			c.Rights = r.text(v)
			if c.Rights != "" && c.Rights != "full" && c.Rights != "excerpt" {
				r.fault(v.Line, "rights are full or excerpt, not %q", c.Rights)
				c.Rights = "excerpt" // the careful reading of a word that is not understood
			}
		case "languages":
			for _, tag := range r.texts(v) {
				if _, err := language.Parse(tag); err != nil {
					r.fault(v.Line, "no language %q; want en, ko, ja", tag)
					continue
				}
				c.Languages = append(c.Languages, tag)
			}
		default:
			return false
		}
		return true
	})
	return c
}

// line is a text without line breaks.
func (r *reader) line(n *yaml.Node) string { return strings.Join(strings.Fields(r.text(n)), " ") }

// BaseURL returns an address as the site uses it, without a slash at its end. An error quotes it and says what is wrong.
func BaseURL(s string) (string, error) {
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return "", fmt.Errorf("want an address such as https://example.org/archive, not %q", s)
	case u.RawQuery != "" || u.Fragment != "" || u.User != nil:
		return "", fmt.Errorf("want an address without a query, a fragment or a user, not %q", s)
	}
	return strings.TrimRight(u.String(), "/"), nil
}
