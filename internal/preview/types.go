package preview

// typeOf is the content type of a file by its suffix. It is told here, not by the system, so that a site looks the same
// from every machine; what is not listed is offered for download.
func typeOf(suffix string) string {
	const utf8 = "; charset=utf-8"
	switch suffix {
	case ".html":
		return "text/html" + utf8
	case ".css":
		return "text/css" + utf8
	case ".js":
		return "text/javascript" + utf8
	case ".txt", ".bib", ".ris", ".sql", ".md":
		return "text/plain" + utf8
	case ".csv":
		return "text/csv" + utf8
	case ".json":
		return "application/json"
	case ".jsonl":
		return "application/jsonl"
	case ".atom":
		return "application/atom+xml"
	case ".xml", ".graphml":
		return "application/xml"
	case ".ics":
		return "text/calendar" + utf8
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".gif":
		return "image/gif"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".pdf":
		return "application/pdf"
	case ".zip":
		return "application/zip"
	}
	return "application/octet-stream"
}
