package search

// tokens cuts a text into what may be a symbol: letters and digits, or a run of what is not ASCII, each with one space
// before it if there is one; and single signs.
func tokens(s []byte, each func(token []byte)) {
	for i := 0; i < len(s); {
		j := i
		if s[j] == ' ' && j+1 < len(s) {
			j++
		}
		class := classOf(s[j])
		j++
		if class != other {
			for j < len(s) && classOf(s[j]) == class {
				j++
			}
		}
		each(s[i:j])
		i = j
	}
}

const (
	other = iota
	letters
	beyond // ASCII
)

func classOf(c byte) int {
	switch {
	case c >= 0x80:
		return beyond
	case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
		return letters
	}
	return other
}
