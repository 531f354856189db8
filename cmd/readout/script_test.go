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
	os.Setenv("XDG_CACHE_HOME", filepath.Join(os.TempDir(), "readout-tests")) // the user's own cache is left alone
	testscript.Main(m, map[string]func(){"readout": main})
}

// Each file of testdata/script is a session at the command line, with the reason at its top.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", UpdateScripts: *update, Setup: func(e *testscript.Env) error {
		e.Setenv("XDG_CACHE_HOME", "none") // no absolute path: nothing is remembered, unless a script says where
		return nil
	}})
}
