// Package main prints how records compare with labelled releases, a line a field.
//
// Without arguments it reads the test data of the project. Given pairs of a gold file and the folder of its releases it
// reads those. With -errors each field that is wrong is listed.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/internal/score"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	errors := flag.Bool("errors", false, "list each field that is wrong")
	flag.Parse()
	pairs := flag.Args()
	if len(pairs) == 0 {
		for _, set := range []string{"seeds", "mofa-dev", "world-dev"} {
			pairs = append(pairs, "internal/score/testdata/"+set+".jsonl", "internal/score/testdata/"+set)
		}
	}
	if len(pairs)%2 != 0 {
		return fmt.Errorf("want pairs: a gold file, and the folder of its releases")
	}
	lex, err := lexicon.Builtin()
	if err != nil {
		return err
	}
	var gold []score.Gold
	var folders []string
	for i := 0; i < len(pairs); i += 2 {
		data, err := os.ReadFile(pairs[i])
		if err != nil {
			return err
		}
		g, err := score.ReadGold(data)
		if err != nil {
			return fmt.Errorf("%s: %w", pairs[i], err)
		}
		gold, folders = append(gold, g...), append(folders, pairs[i+1])
	}
	recs, err := pipeline.Records(context.Background(), folders, lex)
	if err != nil {
		return err
	}
	s := score.Compare(gold, recs)
	if *errors {
		for _, e := range s.Errors {
			fmt.Printf("%s: %s: want %q, got %q\n", e.File, e.Field, e.Want, e.Got)
		}
	}
	s.Print(os.Stdout)
	return nil
}
