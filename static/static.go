// Package static holds the built-in files that are published under static/.
package static

import "embed"

// FS holds the style sheet, the script of the search page and the icon.
//
//go:embed *.css *.js *.svg
var FS embed.FS
