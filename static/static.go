// Package static holds the built-in files that are published under static/.
package static

import "embed"

// FS holds the style sheet and the icon.
//
//go:embed *.css *.svg
var FS embed.FS
