package main

import (
	"cmp"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of readout",
		Example: "  readout version",
		Args:    between(0, 0, "nothing more"),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(s.out, "readout", version())
			return err
		},
	}
}

// version is the version that the program was built from: that of the module, or the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	commit := settings["vcs.revision"]
	if len(commit) > 12 {
		commit = commit[:12]
	}
	if settings["vcs.modified"] == "true" {
		commit += " with changes"
	}
	return cmp.Or(commit, "devel")
}
