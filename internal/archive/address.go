package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"readout/internal/record"
	"readout/internal/words"
)

// Kind is what stands at an address.
type Kind string

// The kinds of addresses.
const (
	ReleaseKind   Kind = "release"
	CountryKind   Kind = "country" // and organisations, so that an address does not hang on the difference
	OfficialKind  Kind = "official"
	TopicKind     Kind = "topic"
	YearKind      Kind = "year"
	MonthKind     Kind = "month"
	KindKind      Kind = "kind"
	PublisherKind Kind = "publisher"
	PairKind      Kind = "pair"
	EventKind     Kind = "event"
)

// kinds in the order in which the lock lists them.
var kinds = [...]Kind{ReleaseKind, EventKind, CountryKind, PairKind, OfficialKind, TopicKind, PublisherKind, KindKind, YearKind, MonthKind}

// Folder is the folder in which pages of the kind lie, "" for an unknown kind. Years and months share one.
func (k Kind) Folder() string {
	switch k {
	case ReleaseKind:
		return "releases"
	case EventKind:
		return "events"
	case CountryKind:
		return "countries"
	case PairKind:
		return "pairs"
	case OfficialKind:
		return "officials"
	case TopicKind:
		return "topics"
	case YearKind, MonthKind:
		return "years"
	case KindKind:
		return "kinds"
	case PublisherKind:
		return "publishers"
	}
	return ""
}

// Path is the address of a page of the kind, from the top of the site.
func (k Kind) Path(id string) string { return k.Folder() + "/" + id + ".html" }

// IsAddress reports whether a path from the top of the site is an address that ids.lock keeps: a page in the folder of a
// kind, and no list of a kind's pages.
func IsAddress(p string) bool {
	folder, name, _ := strings.Cut(p, "/")
	id, ok := strings.CutSuffix(name, ".html")
	return ok && validID(id) && slices.ContainsFunc(kinds[:], func(k Kind) bool { return k.Folder() == folder })
}

const (
	maxTitle = 60  // bytes of a title's slug; whole words
	maxID    = 120 // bytes of any id
)

// proposeID returns the id that a release asks for: that of its record, or else its day and a short slug of its title.
func proposeID(r *record.Record) string {
	if id := safeID(r.ID); r.ID != "" && id != "" {
		return id
	}
	day := "undated"
	if d := r.Date.Value.Date; d.From.Year > 0 && len(d.OneOf) == 0 {
		day = d.From.ISO()
	}
	title := Slug(record.Mask(r.Title.Value), maxTitle)
	if title == "" && len(r.SHA256) >= 8 {
		title = r.SHA256[:8] // a title in a script that has no Latin letters
	}
	return safeID(day + "-" + title)
}

// Slug returns the Latin letters and digits of a text in lower case, words joined by hyphens, at most max bytes, cut
// between words where it can be; "" if the text holds none.
func Slug(text string, max int) string {
	var b []byte
	for _, w := range words.Cut(text) {
		start := len(b)
		if start > 0 {
			b = append(b, '-')
		}
		letters := len(b)
		for i := 0; i < len(w.Text); i++ {
			if c := w.Text[i]; 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				b = append(b, c)
			}
		}
		if len(b) == letters {
			b = b[:start]
			continue
		}
		if len(b) > max {
			if start == 0 {
				return string(b[:max])
			}
			return string(b[:start])
		}
	}
	return string(b)
}

// safeID makes an id of any text: lower-case letters, digits and single hyphens, no name that Windows or the site keeps
// for itself. It is "" if nothing is left.
func safeID(s string) string {
	s = Slug(s, maxID)
	if s != "" && reserved(s) {
		s += "-page"
	}
	return s
}

// validID reports whether an id can stand in an address as it is.
func validID(id string) bool {
	if id == "" || len(id) > maxID+40 || reserved(id) || id[0] == '-' || id[len(id)-1] == '-' {
		return false
	}
	for i := 0; i < len(id); i++ {
		if c := id[i]; !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-') {
			return false
		}
	}
	return true
}

// reserved reports whether Windows forbids a file of that name, with whatever suffix, or an index page stands there.
func reserved(id string) bool {
	switch id {
	case "con", "prn", "aux", "nul", "conin", "conout", "index":
		return true
	}
	return len(id) == 4 && (strings.HasPrefix(id, "com") || strings.HasPrefix(id, "lpt")) && id[3] >= '0' && id[3] <= '9'
}

// apart returns an id that is not taken: the proposed one, or with four, then more, hex digits of the checksum; where two
// files are the same byte for byte, with those of the key.
func apart(id, sum, key string, taken func(string) bool) string {
	if id == "" {
		id = "page"
	}
	if !taken(id) {
		return id
	}
	own := sha256.Sum256([]byte(sum + "\x00" + key))
	if sum == "" {
		sum = hex.EncodeToString(own[:])
	}
	for _, digits := range []string{sum, hex.EncodeToString(own[:])} {
		for n := 4; n <= 16 && n <= len(digits); n *= 2 {
			if try := id + "-" + digits[:n]; validID(try) && !taken(try) {
				return try
			}
		}
	}
	return id + "-" + hex.EncodeToString(own[:])[:32]
}
