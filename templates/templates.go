// Package templates holds the built-in templates of pages.
package templates

import "embed"

// FS holds layout.html, page/*.html and part/*.html.
//
//go:embed layout.html page part
var FS embed.FS
