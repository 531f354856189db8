package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes of every command.
const (
	exitDone        = 0
	exitFault       = 1 // some input could not be read, or a check found a fault
	exitUsage       = 2 // wrong usage, or a build that cannot go on
	exitInterrupted = 130
)

// errFault ends a command with exitFault when its messages were printed already.
var errFault = errors.New("faults were found")

// shell is what a command talks to.
type shell struct {
	in       io.Reader
	out, err io.Writer
}

// run runs one command line and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cmd := rootCommand(&shell{stdin, stdout, stderr})
	cmd.SetArgs(args)
	cmd.SetIn(stdin)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	err := cmd.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "interrupted")
		return exitInterrupted
	case errors.Is(err, errFault):
		return exitFault
	}
	fmt.Fprintln(stderr, err)
	if hint := hintFor(err); hint != "" {
		fmt.Fprintln(stderr, hint)
	}
	return exitUsage
}

func rootCommand(s *shell) *cobra.Command {
	root := &cobra.Command{
		Use:   "readout",
		Short: "Read diplomatic press releases into records, and publish them as a site",
		Long: `readout reads press releases of governments from a folder of text, Markdown and
saved web pages. It tells what each is about, who took part, when and where it
says so, and makes a site of them that needs no server.`,
		Example: `  readout build seeds --out public    make a site of the folder seeds
  readout parse seeds                 print what is read, one JSON object a line
  readout explain seeds/call.txt      show one release with how each fact is known`,
		Args:          noSuchCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usageError{cmd, err} })
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(
		parseCommand(s), explainCommand(s),
		buildCommand(s), serveCommand(s), checkCommand(s), verifyCommand(s),
		exportCommand(s), redirectsCommand(s),
		reviewCommand(s), lexiconCommand(s),
		versionCommand(s),
	)
	return root
}

func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := fmt.Errorf("no command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		err = fmt.Errorf("no command %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return usageError{cmd, err}
}

// usageError is a command line that cannot be understood.
type usageError struct {
	cmd *cobra.Command
	err error
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// hintFor is a second line under an error, "" for none.
func hintFor(err error) string {
	var u usageError
	if errors.As(err, &u) {
		return fmt.Sprintf("'%s --help' shows how it is used", u.cmd.CommandPath())
	}
	return ""
}

// between lets a command take a number of arguments, and says in its own words what is missing.
func between(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usageError{cmd, fmt.Errorf("%s: name %s", cmd.CommandPath(), what)}
		case most >= 0 && len(args) > most:
			return usageError{cmd, fmt.Errorf("%s: %q is one too many; name %s", cmd.CommandPath(), args[most], what)}
		}
		return nil
	}
}

// teller prints what goes wrong while a command goes on, and remembers whether anything did.
type teller struct {
	to     io.Writer
	failed bool
}

func (t *teller) Problem(line string) {
	t.failed = true
	fmt.Fprintln(t.to, line)
}

func (t *teller) Notice(line string) { fmt.Fprintln(t.to, line) }

// outcome is errFault if anything went wrong.
func (t *teller) outcome() error {
	if t.failed {
		return errFault
	}
	return nil
}
