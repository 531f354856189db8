package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/date"
	"readout/internal/lexicon"
)

// lexiconFolder is where a collection keeps its own entries.
const lexiconFolder = "lexicon"

func lexiconCommand(s *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "Look into what is known before reading: officials, countries, topics, publishers",
		Long: `The lexicon is what readout knows before it reads: who held which office when,
names of countries, words that tell of topics, signs of publishers. A collection
may lay entries of its own over the built-in ones, in lexicon/*.yaml.`,
		Example: `  readout lexicon find Pompeo --on 2018-06-18
  readout lexicon show kang-kyung-wha
  readout lexicon check releases`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return noSuchCommand(cmd, args)
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(lexiconCheckCommand(s), lexiconShowCommand(s), lexiconFindCommand(s))
	return cmd
}

func lexiconCheckCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "check [COLLECTION]",
		Short: "Look for faults in the built-in lexicon, or in a collection's",
		Long: `Check reads the YAML files of the built-in lexicon, or those that a collection lays
over it, and tells every fault at once: unknown keys, ids that are not well formed
or stand twice, references to nothing, terms that run back or overlap, phrases
that their own sentences do not prove. Each fault is a line, file:line: entry: what.`,
		Example: `  readout lexicon check
  readout lexicon check releases`,
		Args: between(0, 1, "one collection, or none for the built-in lexicon"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var faults []lexicon.Fault
			where := ""
			l, err := lexicon.Builtin()
			switch {
			case len(args) == 0:
				faults = lexicon.Check()
				if err != nil && len(faults) == 0 {
					return err
				}
			case err != nil:
				return err
			default:
				folder, err := lexiconIn(args[0])
				if err != nil {
					return err
				}
				where = folder + string(filepath.Separator)
				l, faults = l.With(os.DirFS(args[0]), lexiconFolder)
			}
			for _, f := range faults {
				fmt.Fprintf(s.out, "%s%v\n", where, f)
			}
			if l != nil {
				fmt.Fprintf(s.out, "%s, %s, %d countries and organisations, %s, %s, %s; ", count(len(l.Persons), "person"), count(len(l.Offices), "office"), len(l.Countries),
					count(len(l.Topics), "topic"), count(len(l.Publishers), "publisher"), count(len(l.Events), "event"))
			}
			fmt.Fprintln(s.out, count(len(faults), "fault"))
			if len(faults) > 0 {
				return errFault
			}
			return nil
		},
	}
}

func lexiconShowCommand(s *shell) *cobra.Command {
	var with string
	cmd := &cobra.Command{
		Use:   "show ID...",
		Short: "Print entries of the lexicon",
		Long: `Show prints entries by their ids: persons, offices with all who held them,
countries by code, topics with their phrases, publishers with their signs, events.`,
		Example: `  readout lexicon show kang-kyung-wha
  readout lexicon show KR kr-minister-of-foreign-affairs yonhap`,
		Args: between(1, -1, "an id"),
		RunE: func(cmd *cobra.Command, ids []string) error {
			l, err := openLexicon(s, with)
			if err != nil {
				return err
			}
			told := &teller{to: s.err}
			p := newPaper(s.out)
			for i, id := range ids {
				entry, ok := l.Entry(id)
				if !ok {
					told.Problem(fmt.Sprintf("no entry %q; readout lexicon find looks for names", id))
					continue
				}
				if i > 0 {
					p.line()
				}
				(&lexiconPaper{p, l}).entry(entry)
			}
			if p.err != nil {
				return p.err
			}
			return told.outcome()
		},
	}
	cmd.Flags().StringVar(&with, "with", "", "collection whose lexicon is laid over the built-in one")
	return cmd
}

func lexiconFindCommand(s *shell) *cobra.Command {
	var with, on string
	cmd := &cobra.Command{
		Use:   "find NAME...",
		Short: "Tell what a name means, and who held an office on a day",
		Long: `Find tells everything that a name may mean: persons by full name or as they are
called after a title, countries by any form, offices by words of their titles,
publishers by the lines, hosts and credits that show them, events and topics. All
words together are one name. With --on, only what held on that day counts; a term
that is only about right, or known to the month or year, is marked so.`,
		Example: `  readout lexicon find Kang
  readout lexicon find Korean foreign minister --on 2018-06-18
  readout lexicon find the North`,
		Args: between(1, -1, "a name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var day date.Day
			if on != "" {
				var err error
				if day, err = date.ParseDay(on); err != nil || day.Year == 0 {
					return usageError{cmd, fmt.Errorf("--on: %q is no day, month or year (2018-06-18, 2018-06, 2018)", on)}
				}
			}
			l, err := openLexicon(s, with)
			if err != nil {
				return err
			}
			name := strings.Join(args, " ")
			senses := l.Find(name)
			if len(senses) == 0 {
				fmt.Fprintf(s.err, "nothing is called %q\n", name)
				return errFault
			}
			p := newPaper(s.out)
			(&lexiconPaper{p, l}).senses(senses, day)
			return p.err
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "day (or month, or year) on which an office was held")
	cmd.Flags().StringVar(&with, "with", "", "collection whose lexicon is laid over the built-in one")
	return cmd
}

// openLexicon returns the built-in lexicon, with a collection's laid over it if one is named. Faults are told; what is
// sound beside them counts.
func openLexicon(s *shell, collection string) (*lexicon.Lexicon, error) {
	l, err := lexicon.Builtin()
	if err != nil || collection == "" {
		return l, err
	}
	folder, err := lexiconIn(collection)
	if err != nil {
		return nil, err
	}
	l, faults := l.With(os.DirFS(collection), lexiconFolder)
	for _, f := range faults {
		fmt.Fprintln(s.err, folder+string(filepath.Separator)+f.String())
	}
	return l, nil
}

// lexiconIn returns the folder of a collection's own entries, which must be there.
func lexiconIn(collection string) (string, error) {
	folder := filepath.Join(collection, lexiconFolder)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", fmt.Errorf("no folder %s", folder)
	}
	return folder, nil
}
