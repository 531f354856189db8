package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/internal/record"
)

func parseCommand(s *shell) *cobra.Command {
	var format, with string
	var o pipeline.ParseOptions
	cmd := &cobra.Command{
		Use:   "parse PATH...",
		Short: "Print what releases tell, as records",
		Long: `Parse reads files and folders and prints a record for each release it finds, in
order of path. A folder is read with all folders in it; the root of a collection
with its lexicon and its corrections. What cannot be read is told on standard
error, and everything else is read.

Pieces of a collection can be read apart, on any machine, and their lines joined
for readout build --records: name the collection with --with if it has a lexicon
of its own, and give what comes on standard input its name, by whose suffix
Markdown and HTML are known.`,
		Example: `  readout parse seeds > records.jsonl
  readout parse 2018/call.txt 2019 --format yaml
  cat call.txt | readout parse -
  readout parse - --name notes/call.md --with releases < notes/call.md
  readout parse seeds --raw           without the corrections of seeds`,
		Args: between(1, -1, "the files and folders to read, or - for standard input"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if !slices.Contains(formats, format) {
				return usageError{cmd, fmt.Errorf("no format %q; formats are %s", format, strings.Join(formats, ", "))}
			}
			lex, err := lexicon.Builtin()
			if err != nil {
				return err
			}
			if with != "" {
				f, err := pipeline.OpenFolder(with, "", lex)
				if err != nil {
					return err
				}
				lex = f.Lexicon
				f.Close()
			}
			o.Lexicon, o.Stdin = lex, s.in
			buffer := bufio.NewWriterSize(s.out, 1<<16)
			to := newPrinter(format, buffer)
			told := &teller{to: s.err}
			err = pipeline.Parse(cmd.Context(), paths, o, told, func(r *record.Record, _ *document.Document) error { return to.print(r) })
			if err == nil {
				err = to.end()
			}
			if e := buffer.Flush(); err == nil {
				err = e
			}
			if err != nil {
				return err
			}
			return told.outcome()
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "how records are printed: jsonl, json or yaml")
	cmd.Flags().StringVar(&o.Name, "name", "", "name of the file that comes on standard input")
	cmd.Flags().StringVar(&with, "with", "", "collection whose lexicon is laid over the built-in one")
	cmd.Flags().BoolVar(&o.Raw, "raw", false, "apply no corrections")
	cmd.Flags().IntVar(&o.Jobs, "jobs", 0, "files read at a time (default as many as there are cores)")
	return cmd
}
