package pipeline

import "fmt"

// What GitHub Pages takes: sites of a gigabyte, out of repositories whose files are under 100 MiB. Other hosts take more.
const (
	pagesSite = 1_000_000_000 // bytes
	pagesFile = 100 << 20     // bytes
)

// hostLimits warns of a site that is too large for GitHub Pages, and of files that are.
func (m manifest) hostLimits() []string {
	var total int64
	var lines []string
	for _, name := range sortedKeys(m.Files) {
		n := m.Files[name].Bytes
		total += n
		if n > pagesFile {
			lines = append(lines, fmt.Sprintf("%s: %.1f MB; GitHub takes no file over %.1f MB", name, float64(n)/1e6, float64(pagesFile)/1e6))
		}
	}
	if total > pagesSite {
		lines = append(lines, fmt.Sprintf("%.2f GB in %d files; GitHub Pages takes sites of up to 1 GB: see README.md, Large archives", float64(total)/1e9, len(m.Files)))
	}
	return lines
}
