package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/internal/record"
)

func explainCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "explain FILE...",
		Short: "Show a release with how each fact is known",
		Long: `Explain prints a release as it was read: the text with each fact marked and
numbered, then the facts, each with its rule, the words that say it, the clues
that bound a date, and what is in doubt. Lines are numbered as in the file.
Colours are used on a terminal only, and not where NO_COLOR is set.`,
		Example: `  readout explain seeds/call.txt
  readout explain seeds/call.txt | less`,
		Args: between(1, -1, "the file to explain"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			lex, err := lexicon.Builtin()
			if err != nil {
				return err
			}
			told := &teller{to: s.err}
			p := newPaper(s.out)
			n := 0
			o := pipeline.ParseOptions{Lexicon: lex, Stdin: s.in, Jobs: 1}
			err = pipeline.Parse(cmd.Context(), paths, o, told, func(r *record.Record, d *document.Document) error {
				if n++; n > 1 {
					p.line()
				}
				explanation{p, r, d, lex}.print()
				return p.err
			})
			if err != nil {
				return err
			}
			return told.outcome()
		},
	}
}

// explanation prints one release.
type explanation struct {
	*paper
	r   *record.Record
	d   *document.Document
	lex *lexicon.Lexicon
}

func (x explanation) print() {
	marks := x.marks()
	name := x.r.File
	if x.r.Part > 1 {
		name += fmt.Sprintf(", release %d", x.r.Part)
	}
	x.line(piece{name, dim})
	x.line()
	x.text(marks)
	x.line()
	x.facts(marks)
}
