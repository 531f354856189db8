package pipeline

import (
	"context"

	"readout/internal/archive"
)

// Archive reads a collection and puts its releases in order, and writes nothing. Of the options it heeds Collection,
// BaseURL, Lexicon and Jobs.
func Archive(ctx context.Context, o Options) (*archive.Archive, Report, error) {
	var rep Report
	f, err := OpenFolder(o.Collection, "", o.Lexicon)
	if err != nil {
		return nil, rep, err
	}
	defer f.Close()
	a, err := f.archive(ctx, o, &rep)
	return a, rep, err
}
