package words

import (
	"strings"
	"testing"
)

// TestLowered looks at every byte in every place among eight.
func TestLowered(t *testing.T) {
	for c := range 256 {
		for at := range 9 {
			text := strings.Repeat("Zé@[", 40)[:at] + string([]byte{byte(c)}) + strings.Repeat("aZ`{", 40)
			want := []byte(text)
			for i, b := range want {
				if b >= 'A' && b <= 'Z' {
					want[i] = b + 'a' - 'A'
				}
			}
			if got := lowered(text); got != string(want) {
				t.Fatalf("%q becomes %q", text, got)
			}
		}
	}
}
