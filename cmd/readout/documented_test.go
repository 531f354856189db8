package main

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every command and every flag stands in the README, and every command has an example.
func TestCommandsAreDocumented(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(b)
	var look func(c *cobra.Command)
	look = func(c *cobra.Command) {
		if c.HasParent() && !strings.Contains(readme, "`"+c.CommandPath()) {
			t.Errorf("README.md does not tell of `%s`", c.CommandPath())
		}
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && !strings.Contains(readme, "`--"+f.Name+"`") {
				t.Errorf("README.md does not tell of --%s of %s", f.Name, c.CommandPath())
			}
			if f.Usage == "" {
				t.Errorf("--%s of %s has no help", f.Name, c.CommandPath())
			}
		})
		for _, sub := range c.Commands() {
			look(sub)
		}
	}
	look(rootCommand(&shell{}))
	for _, target := range []string{"make site", "make test"} {
		if !strings.Contains(readme, target) {
			t.Errorf("README.md does not tell of %s", target)
		}
	}
}

// The plan in the README is the one that the import test holds: the same packages on the same floors.
func TestPlanIsDocumented(t *testing.T) {
	plan, err := os.ReadFile("../../internal/imports_test.go")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(plan)) {
		name, rest, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), `"`), `":`)
		floor := strings.TrimSpace(rest)
		if !ok || !strings.HasPrefix(floor, "{") || len(floor) < 2 || strings.Contains(name, " ") {
			continue
		}
		n++
		found := false
		for row := range strings.Lines(string(readme)) {
			found = found || strings.HasPrefix(row, "| "+floor[1:2]+" |") && strings.Contains(row, "`"+name+"`")
		}
		if !found {
			t.Errorf("README.md does not put %s on floor %s", name, floor[1:2])
		}
	}
	if n < 14 {
		t.Errorf("only %d packages found in the plan", n)
	}
}
