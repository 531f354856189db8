package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/collection"
	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/static"
	"readout/templates"
)

// Where a collection and its site lie if nothing is said.
const (
	defaultCollection = "seeds"
	defaultOut        = "public"
)

func buildCommand(s *shell) *cobra.Command {
	var records string
	o := pipeline.Options{Templates: templates.FS, Static: static.FS, Version: version()}
	var quiet bool
	cmd := &cobra.Command{
		Use:   "build [COLLECTION]",
		Short: "Make a site of a collection",
		Long: `Build reads a collection, a folder of releases, and publishes it as a site of
plain files. Built again, only what changed is written. Addresses that were ever
published are kept in ids.lock in the collection, which is meant to be committed.

Where many machines share the reading, each prints records with readout parse;
--records takes their lines, joined in any order, from a file or from standard
input (-). A line belongs to the file with its SHA-256. A line without its file, or
one that does not agree with it, ends the build with its number; a file without a
line is read here, and told.`,
		Example: `  readout build                       seeds into public
  readout build releases --out site
  readout build --base-url https://example.org/archive
  cat part-*.jsonl | readout build releases --records -`,
		Args: between(0, 1, "one collection (default "+defaultCollection+")"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Collection = first(args, defaultCollection)
			if err := errors.Join(complete(cmd, &o), cacheFolder(cmd, &o.Cache)); err != nil {
				return err
			}
			began := time.Now()
			if err := s.records(cmd, records, &o); err != nil {
				return err
			}
			rep, err := s.build(cmd.Context(), o, quiet)
			told := s.tell(rep)
			if err != nil {
				return err
			}
			if !quiet {
				summary(s.out, o, rep, time.Since(began))
			}
			return told.outcome()
		},
	}
	cmd.Flags().StringVar(&o.Out, "out", defaultOut, "folder to publish into")
	cmd.Flags().StringVar(&o.BaseURL, "base-url", "", "address at which the site will stand; without it no page names its own address")
	cmd.Flags().StringVar(&records, "records", "", "file of records that readout parse printed, - for standard input; releases in it are not read again")
	cmd.Flags().BoolVar(&o.Full, "full", false, "write every file anew, beside the folder, and swap the two at the end")
	cmd.Flags().BoolVar(&quiet, "quiet", false, "print only what went wrong")
	cmd.Flags().IntVar(&o.Jobs, "jobs", 0, "files read and pages made at a time (default as many as there are cores)")
	cacheFlags(cmd, &o.Cache)
	return cmd
}

// complete checks the base URL that a command was given, and adds the lexicon.
func complete(cmd *cobra.Command, o *pipeline.Options) (err error) {
	if o.BaseURL != "" {
		if o.BaseURL, err = collection.BaseURL(o.BaseURL); err != nil {
			return usageError{cmd, fmt.Errorf("--base-url: %w", err)}
		}
	}
	o.Lexicon, err = lexicon.Builtin()
	return err
}

// records reads the records that a command was told to take instead of reading.
func (s *shell) records(cmd *cobra.Command, name string, o *pipeline.Options) (err error) {
	if !cmd.Flags().Changed("records") {
		return nil
	}
	if name == "-" {
		o.Records, err = pipeline.ReadRecordFile("standard input", s.in)
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return usageError{cmd, fmt.Errorf("--records: %w", err)}
	}
	defer f.Close()
	o.Records, err = pipeline.ReadRecordFile(filepath.ToSlash(name), f)
	return err
}

// tell prints what a report tells of.
func (s *shell) tell(rep pipeline.Report) *teller {
	told := &teller{to: s.err}
	for _, line := range rep.Problems {
		told.Problem(line)
	}
	for _, line := range rep.Notices {
		told.Notice(line)
	}
	return told
}

// summary closes a build: what was read and what was written.
func summary(w io.Writer, o pipeline.Options, rep pipeline.Report, took time.Duration) {
	fmt.Fprintf(w, "%s: %s read", o.Collection, count(rep.Files, "file"))
	if rep.Remembered > 0 {
		fmt.Fprintf(w, " (%d remembered)", rep.Remembered)
	}
	fmt.Fprintf(w, ", %s, %s", count(rep.Releases, "release"), count(rep.Doubts, "doubt"))
	if rep.Other > 0 {
		fmt.Fprintf(w, "; %s of other kinds passed over", count(rep.Other, "file"))
	}
	fmt.Fprintf(w, "\n%s: %d new, %d changed, %d unchanged, %d removed in %s\n",
		o.Out, rep.New, rep.Changed, rep.Unchanged, rep.Removed, took.Round(10*time.Millisecond))
	tellUnstated(w, o.Collection, rep.Unstated, 3)
	if rep.Lock {
		fmt.Fprintf(w, "%s/%s: written; commit it\n", o.Collection, collection.LockFile)
	}
}

// tellUnstated names releases of news media of which nobody stated what may be shown, up to a number of them.
func tellUnstated(w io.Writer, collection string, list []string, most int) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "%s: %s of news media shown in full, since nobody stated rights (full or excerpt): %s", collection, count(len(list), "release"), strings.Join(list[:min(most, len(list))], ", "))
	if len(list) > most {
		fmt.Fprintf(w, " and %d more; readout check names all", len(list)-most)
	}
	fmt.Fprintln(w)
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func first(args []string, other string) string {
	if len(args) > 0 {
		return args[0]
	}
	return other
}
