package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"readout/internal/archive"
)

// oldAddress is an address once published and where it leads.
type oldAddress struct {
	From string  `json:"from"`
	To   *string `json:"to"` // null: nothing stands there any more, and a page says so
}

// RedirectForms lists the forms in which Redirects writes: lines for people, JSON, and lines for the configuration of hosts
// that can send a browser on before any page is loaded.
func RedirectForms() []string { return []string{"lines", "json", "netlify", "nginx"} }

// Redirects writes every old address of an archive and where it leads, by address, in one of the forms that RedirectForms
// lists. All are paths from the top of the site; for hosts they begin with the path of the base URL. An error tells of a
// form that is none, or is one of w.
func Redirects(w io.Writer, a *archive.Archive, form string) error {
	list := []oldAddress{}
	for _, r := range a.Redirects {
		list = append(list, oldAddress{r.From, &r.To})
	}
	for _, g := range a.Gone {
		list = append(list, oldAddress{g.Path, nil})
	}
	slices.SortFunc(list, func(x, y oldAddress) int { return strings.Compare(x.From, y.From) })
	top := "/"
	if u, err := url.Parse(a.BaseURL); err == nil && u.Path != "" {
		top = u.EscapedPath()
	}
	b := bufio.NewWriter(w)
	switch form {
	case "json":
		if err := indented(b, list); err != nil {
			return err
		}
		return b.Flush()
	case "lines", "netlify", "nginx":
	default:
		return fmt.Errorf("no form %q; forms are %s", form, strings.Join(RedirectForms(), ", "))
	}
	for _, o := range list {
		switch {
		case form == "lines" && o.To == nil:
			fmt.Fprintf(b, "%s is gone\n", o.From)
		case form == "lines":
			fmt.Fprintf(b, "%s -> %s\n", o.From, *o.To)
		case form == "netlify" && o.To != nil: // a page that says that it is gone is sent as it is
			fmt.Fprintf(b, "%s%s %s%s 301\n", top, o.From, top, *o.To)
		case form == "nginx" && o.To == nil:
			fmt.Fprintf(b, "location = %s%s { return 410; }\n", top, o.From)
		case form == "nginx":
			fmt.Fprintf(b, "location = %s%s { return 301 %s%s; }\n", top, o.From, top, *o.To)
		}
	}
	return b.Flush()
}
