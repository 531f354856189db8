package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/lexicon"
	"readout/internal/pipeline"
)

func reviewCommand(s *shell) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "review COLLECTION",
		Short: "List what is unsure, the likeliest fault first",
		Long: `Review reads a collection and lists everything that a curator may want to look
at: dates that could be another, people who may not have taken part, corrections
that no longer apply, officials who are in no list. Each comes with the words in
question and with lines to paste into corrections.yaml or lexicon/people.yaml,
where what you know is to be filled in.`,
		Example: `  readout review seeds
  readout review releases --json`,
		Args: between(1, 1, "one collection"),
		RunE: func(cmd *cobra.Command, args []string) error {
			lex, err := lexicon.Builtin()
			if err != nil {
				return err
			}
			items, rep, err := pipeline.Review(cmd.Context(), args[0], lex)
			if err != nil {
				return err
			}
			told := &teller{to: s.err}
			for _, line := range rep.Problems {
				told.Problem(line)
			}
			if asJSON {
				enc := json.NewEncoder(s.out)
				enc.SetEscapeHTML(false)
				enc.SetIndent("", "  ")
				err = enc.Encode(items)
			} else {
				err = listItems(newPaper(s.out), items, rep)
			}
			if err != nil {
				return err
			}
			return told.outcome()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list as JSON")
	return cmd
}

// listItems prints what is unsure, numbered, with its words and what would settle it.
func listItems(p *paper, items []pipeline.Item, rep pipeline.Report) error {
	for i, it := range items {
		name := it.File
		if it.Part > 0 {
			name += fmt.Sprintf("#%d", it.Part)
		}
		if it.Line > 0 {
			name += fmt.Sprintf(":%d", it.Line)
		}
		head := []piece{{fmt.Sprintf("%3d  ", i+1), dim}}
		p.wrap(head, piece{visible(name), dim}, piece{"  " + it.Field, bold})
		indent := []piece{{"     ", plain}}
		p.wrap(indent, piece{visible(it.Message), yellow})
		if it.Context != "" {
			before, after, _ := strings.Cut(it.Context, it.Quote)
			p.wrap(indent, piece{visible(tail(before)), plain}, piece{visible("“" + it.Quote + "”"), green}, piece{visible(shorten(after, 120)), plain})
		}
		if it.Paste != "" {
			p.line(piece{"     " + it.Into + ":", dim})
			for line := range strings.Lines(it.Paste) {
				p.line(piece{"       " + visible(strings.TrimRight(line, "\n")), plain})
			}
		}
		p.line()
	}
	p.line(piece{fmt.Sprintf("%s to look at in %s", count(len(items), "thing"), count(rep.Releases, "release")), plain})
	return p.err
}

// tail is the end of a text, cut between words.
func tail(s string) string {
	const limit = 120
	if len(s) <= limit {
		return s
	}
	s = strings.ToValidUTF8(s[len(s)-limit:], "")
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[i:]
	}
	return "…" + s
}
