package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"readout/internal/collection"
	"readout/internal/pipeline"
)

func verifyCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "verify FOLDER",
		Short: "Tell whether a published folder is as it was built",
		Long: `Verify holds every file of a published folder against manifest.json, which lists
all of them with their SHA-256, and names those that were changed, added or
removed since. At the end it prints the SHA-256 of the manifest itself: noted
down elsewhere, it shows later that the list is the one that was published.`,
		Example: `  readout verify public`,
		Args:    between(1, 1, "the published folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			v, err := pipeline.Verify(args[0])
			if err != nil {
				return err
			}
			for _, d := range v.Differences {
				fmt.Fprintf(s.out, "%s: %s\n", collection.Printable(d.File), d.What)
			}
			fmt.Fprintf(s.out, "%s: %s in the manifest, %s; built by readout %s; SHA-256 of %s is %s\n",
				args[0], count(v.Files, "file"), count(len(v.Differences), "difference"), v.Version, pipeline.ManifestFile, v.Manifest)
			if len(v.Differences) > 0 {
				return errFault
			}
			return nil
		},
	}
}
