package document

import "strings"

// element is an element of a page that may hold text.
type element struct {
	parent int32
	depth  int32
	own    role // what the element itself is
	all    role // with what its ancestors are
	prose  int  // bytes of sentences in it
	lines  int  // lines of sentences in it
}

// role is what an element of a page is for.
type role uint16

const (
	hidden   role = 1 << iota // not shown
	apart                     // nav, footer and the like: surely not the text
	loose                     // named as something that is not the text
	linked                    // a link
	article                   // article
	central                   // main
	textBody                  // named as the text by the page's data
	verbatim                  // pre: white space counts
	caption                   // of a picture
	header                    // header of the page
)

// what an element does to the flow of text.
type flow uint8

const (
	inline flow = iota
	block       // stands apart, with space around
	row         // begins a new line
	void        // has no content
	unread      // its content is not shown as text
)

var flows = func() map[string]flow {
	m := map[string]flow{}
	add := func(f flow, list string) {
		for _, n := range strings.Fields(list) {
			m[n] = f
		}
	}
	add(block, `html body p div section article header footer nav aside main ul ol dl dt dd table thead tbody tfoot tr caption h1
		h2 h3 h4 h5 h6 blockquote pre figure figcaption address form fieldset legend center details summary menu hgroup
		search dialog`)
	add(row, `li td th`)
	add(void, `br hr img input meta link area base col embed source track wbr param`)
	add(unread, `script style noscript template svg math iframe object select textarea button canvas audio video head title
		noembed noframes datalist map applet`)
	return m
}()

// closes lists the open elements that a start tag closes.
var closes = map[string]string{"li": "li", "p": "p", "td": "td", "th": "td", "tr": "tr", "dt": "dd", "dd": "dt", "option": "option"}

// roleOf tells what an element is for by its name and attributes.
func roleOf(name string, as []attribute) role {
	var r role
	switch name {
	case "nav", "footer", "aside", "menu", "dialog", "search", "form":
		r |= apart
		if name == "form" { // some pages stand in a form as a whole
			r = loose
		}
	case "header":
		r |= header
	case "article":
		r |= article
	case "main":
		r |= central
	case "pre":
		r |= verbatim
	case "figcaption":
		r |= caption
	case "a":
		r |= linked
	}
	for i := range as {
		v := as[i].value
		switch as[i].name {
		case "hidden":
			r |= hidden
		case "aria-hidden":
			if v == "true" && name != "body" && name != "main" {
				r |= hidden
			}
		case "style":
			if len(v) < 400 && strings.Contains(strings.ReplaceAll(strings.ToLower(v), " ", ""), "display:none") {
				r |= hidden
			}
		case "role":
			switch v {
			case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar":
				r |= apart
			case "main":
				r |= central
			case "article":
				r |= article
			}
		case "itemprop":
			if v == "articleBody" {
				r |= textBody
			}
		case "class", "id":
			if name != "html" && name != "body" && len(v) < 2000 {
				r |= named(v)
			}
		}
	}
	return r
}

// named tells what an element is for by the names its makers gave it.
func named(names string) role {
	var r role
	for i := 0; i < len(names); {
		j := i
		for j < len(names) && nameByte(names[j]) {
			j++
		}
		if j > i && j-i < 24 {
			r |= roleNames[strings.ToLower(names[i:j])]
		}
		i = j + 1
	}
	if strings.Contains(names, "screen-reader") || strings.Contains(names, "visually-hidden") || strings.Contains(names, "sr-only") {
		r |= hidden
	}
	return r
}

func nameByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

var roleNames = func() map[string]role {
	m := map[string]role{}
	for _, n := range strings.Fields(`nav navbar navigation menu menus submenu breadcrumb breadcrumbs sidebar footer share sharing sharer social
		socials related cookie cookies newsletter subscribe subscription comments comment tags tag promo advert advertisement
		ads banner popup modal pagination pager recommended recommendations widget toolbar skip skiplink login search
		languages lang langs sitemap copyright disclaimer sponsored popular trending gnb lnb gdpr consent addthis`) {
		m[n] |= loose
	}
	for _, n := range strings.Fields(`articlebody`) {
		m[n] |= textBody
	}
	for _, n := range strings.Fields(`caption figcaption photocaption`) {
		m[n] |= caption
	}
	return m
}()
