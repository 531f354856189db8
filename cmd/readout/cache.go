package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// cacheFlags adds the flags that say where what was read is remembered.
func cacheFlags(cmd *cobra.Command, dir *string) {
	cmd.Flags().StringVar(dir, "cache", "", "folder in which what was read is remembered, so that it is not read again (default readout in your cache folder)")
	cmd.Flags().Bool("no-cache", false, "remember nothing, and read and make all again")
}

// cacheFolder settles where what was read is remembered: in a folder of the user's if nothing else is said, and nowhere if
// there is none or it is not wanted.
func cacheFolder(cmd *cobra.Command, dir *string) error {
	none, err := cmd.Flags().GetBool("no-cache")
	if err != nil {
		return err
	}
	switch {
	case none && *dir != "":
		return usageError{cmd, errors.New("--cache and --no-cache exclude each other")}
	case none || *dir != "":
		return nil
	}
	if user, err := os.UserCacheDir(); err == nil {
		*dir = filepath.Join(user, "readout")
	}
	return nil
}
