package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
)

// Figures of different days can be compared only as long as the releases are the same.
func TestReleasesStayTheSame(t *testing.T) {
	h := sha256.New()
	for i := range 200 {
		h.Write(Release(i))
	}
	const want = "a3e04c55fc807ceb39f52432d8f486a539a8b9008333f41d4b45b2ae8fab070e"
	if got := hex.EncodeToString(h.Sum(nil)); got != want {
		t.Errorf("the first 200 releases have the checksum %s, not %s", got, want)
	}
	if bytes.Equal(Release(1), Release(2)) || !strings.Contains(string(Release(0)), "\n1. On ") {
		t.Errorf("%s", Release(0))
	}
}
