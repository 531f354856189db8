package archive

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The rules of ids.lock. A line for each address that was ever published, its columns parted by tabs: kind, id, key,
// checksum, former ids, accounts. The key says what stands at the address: for a release its file and part
// ("2018/call.txt#1"), for an event the key of its oldest release and the number of the occasion ("2018/call.txt#1/1"), for
// the rest a permanent id of the lexicon or of the calendar. The checksum is that of a release's file, "-" for the rest.
// The accounts are the other releases that tell of an event, by id, so that its address leads to them when the oldest is
// taken out. The last two columns are left out where they are empty. Lines keep the order in which they were added, kind by
// kind; an address is never taken away, so that it is never given to something else: its line stays, or it is among the
// former ids of another.

// Lock is every address ever published, in the order of ids.lock.
type Lock struct{ Lines []Line }

// Line is one address of a Lock.
type Line struct {
	Kind   Kind
	ID     string
	Key    string
	SHA256 string   // of a release's file; "" for other kinds
	Former []string // ids under which it stood before; redirects stand there
	With   []string // of an event: its other accounts, as id of the release and number of the occasion ("x/1")
}

const lockHead = "# Every address this archive has published. Written by the build; commit it, never reuse an id.\n" +
	"# kind\tid\tkey\tchecksum\tformer ids\taccounts\n"

// Format returns the text of ids.lock.
func (l Lock) Format() []byte {
	var b bytes.Buffer
	b.WriteString(lockHead)
	for _, n := range l.Lines {
		sum := n.SHA256
		if sum == "" {
			sum = "-"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s", n.Kind, n.ID, quoteKey(n.Key), sum)
		if len(n.Former)+len(n.With) > 0 {
			b.WriteString("\t" + strings.Join(n.Former, " "))
		}
		if len(n.With) > 0 {
			b.WriteString("\t" + strings.Join(n.With, " "))
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// ParseLock reads the text of ids.lock; name is put before the line number in errors. All faults are told, one a line.
func ParseLock(name string, text []byte) (Lock, error) {
	var l Lock
	var faults []string
	seen := map[string]int{} // kind and id, or kind and key -> line
	for i, s := range strings.Split(string(text), "\n") {
		s = strings.TrimSuffix(s, "\r")
		if s == "" || strings.HasPrefix(s, "#") {
			continue
		}
		n, err := parseLine(s)
		if err == nil {
			err = once(seen, n, i+1)
		}
		if err != nil {
			faults = append(faults, fmt.Sprintf("%s:%d: %v", name, i+1, err))
			continue
		}
		l.Lines = append(l.Lines, n)
	}
	if len(faults) > 0 {
		return Lock{}, fmt.Errorf("%s", strings.Join(faults, "\n"))
	}
	return l, nil
}

func parseLine(s string) (Line, error) {
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
		if strings.HasPrefix(s, mark) {
			return Line{}, fmt.Errorf("mark of a merge: keep the lines of both sides")
		}
	}
	f := strings.Split(s, "\t")
	if len(f) < 4 || len(f) > 6 {
		return Line{}, fmt.Errorf("%d columns, want kind, id, key, checksum, former ids and accounts, parted by tabs", len(f))
	}
	n := Line{Kind: Kind(f[0]), ID: f[1], SHA256: f[3]}
	if n.Kind.Folder() == "" {
		return Line{}, fmt.Errorf("unknown kind %q", f[0])
	}
	key, err := unquoteKey(f[2])
	if err != nil {
		return Line{}, fmt.Errorf("key %s cannot be read", f[2])
	}
	n.Key = key
	if n.SHA256 == "-" {
		n.SHA256 = ""
	}
	if len(f) > 4 {
		n.Former = strings.Fields(f[4])
	}
	if len(f) > 5 {
		n.With = strings.Fields(f[5])
	}
	for _, with := range n.With {
		id, occasion, _ := strings.Cut(with, "/")
		if i, err := strconv.Atoi(occasion); err != nil || i < 1 || !validID(id) {
			return Line{}, fmt.Errorf("account %q: want the id of a release and the number of an occasion, x/1", with)
		}
	}
	for _, id := range append([]string{n.ID}, n.Former...) {
		if !validID(id) {
			return Line{}, fmt.Errorf("id %q: want lower-case letters, digits and hyphens, and no name that Windows forbids", id)
		}
	}
	return n, nil
}

// once refuses an id or a key that stands in two lines.
func once(seen map[string]int, n Line, line int) error {
	for _, id := range append([]string{n.ID}, n.Former...) {
		k := n.Kind.Folder() + "/" + id
		if before, ok := seen[k]; ok {
			return fmt.Errorf("id %q stands in line %d too", id, before)
		}
		seen[k] = line
	}
	k := string(n.Kind) + "\t" + n.Key
	if before, ok := seen[k]; ok {
		return fmt.Errorf("key %q stands in line %d too", n.Key, before)
	}
	seen[k] = line
	return nil
}

// quoteKey writes a key so that it holds no tab or line break and can be read back: as it is where it is plain.
func quoteKey(key string) string {
	plain := key != "" && key[0] != '"' && utf8.ValidString(key)
	for _, r := range key {
		plain = plain && strconv.IsPrint(r)
	}
	if plain {
		return key
	}
	return strconv.Quote(key)
}

func unquoteKey(s string) (string, error) {
	if strings.HasPrefix(s, `"`) {
		return strconv.Unquote(s)
	}
	return s, nil
}
