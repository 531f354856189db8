package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the tests expect")

func TestMain(m *testing.M) {
	const child = "READOUT_TESTED" // is set in what the tests start: they say there where the cache is
	if os.Getenv(child) == "" {
		os.Setenv(child, "1")
		os.Setenv("XDG_CACHE_HOME", filepath.Join(os.TempDir(), "readout-tests")) // the user's own cache is left alone
	}
	testscript.Main(m, map[string]func(){"readout": main})
}

// Each file of testdata/script is a session at the command line, with the reason at its top.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", UpdateScripts: *update, Setup: func(e *testscript.Env) error {
		e.Setenv("READOUT_TESTED", "1")
		e.Setenv("XDG_CACHE_HOME", "none") // no absolute path: nothing is remembered, unless a script says where
		return nil
	}})
}
