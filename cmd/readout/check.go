package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readout/internal/lexicon"
	"readout/internal/pipeline"
)

func checkCommand(s *shell) *cobra.Command {
	var o pipeline.CheckOptions
	cmd := &cobra.Command{
		Use:   "check [COLLECTION]",
		Short: "Look for faults in a collection and its site",
		Long: `Check reads a collection as build does, with its lexicon and its corrections, and
looks at the site that was made of it: links and anchors, files changed by hand,
published addresses that are gone. Each fault is a line, file:line: what. Doubts
about releases are no faults; see readout review. Nor are releases of news media of
which nobody stated what may be shown: they are named.`,
		Example: `  readout check                       seeds, and public if it is there
  readout check releases --out site`,
		Args: between(0, 1, "one collection (default "+defaultCollection+")"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Collection = first(args, defaultCollection)
			if !cmd.Flags().Changed("out") {
				if _, err := os.Stat(filepath.Join(o.Out, pipeline.ManifestFile)); err != nil {
					o.Out = ""
				}
			}
			err := cacheFolder(cmd, &o.Cache)
			if err != nil {
				return err
			}
			if o.Lexicon, err = lexicon.Builtin(); err != nil {
				return err
			}
			rep, err := pipeline.Check(cmd.Context(), o)
			if err != nil {
				return err
			}
			for _, line := range rep.Faults {
				fmt.Fprintln(s.out, line)
			}
			tellUnstated(s.out, o.Collection, rep.Unstated, len(rep.Unstated))
			for _, line := range rep.Warnings {
				fmt.Fprintln(s.out, line)
			}
			fmt.Fprintf(s.out, "%s: %s, %s, %s", o.Collection, count(rep.Files, "file"), count(rep.Releases, "release"), count(rep.Doubts, "doubt"))
			if o.Out != "" {
				fmt.Fprintf(s.out, "; %s: %s, %s", o.Out, count(rep.Pages, "page"), count(rep.Links, "link"))
			}
			fmt.Fprintf(s.out, "; %s\n", count(len(rep.Faults), "fault"))
			if len(rep.Faults) > 0 {
				return errFault
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&o.Out, "out", defaultOut, "folder that was published into")
	cacheFlags(cmd, &o.Cache)
	return cmd
}
