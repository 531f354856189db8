package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/export"
	"readout/internal/pipeline"
)

func redirectsCommand(s *shell) *cobra.Command {
	var o pipeline.Options
	var form string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "redirects [COLLECTION]",
		Short: "List old addresses and where they lead",
		Long: `Redirects lists every address of a collection that was published once and leads
elsewhere now, or at which nothing stands any more. The site has a page at each of
them that sends readers on, or says so. Hosts that can send a browser on before a
page is loaded take the list in their own form: --form netlify for a file named
_redirects, --form nginx for lines of a server block.`,
		Example: `  readout redirects seeds
  readout redirects seeds --json
  readout redirects seeds --form netlify --base-url https://example.org/ > _redirects`,
		Args: between(0, 1, "one collection (default "+defaultCollection+")"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON {
				if cmd.Flags().Changed("form") && form != "json" {
					return usageError{cmd, fmt.Errorf("--json and --form %s are two forms; choose one", form)}
				}
				form = "json"
			}
			if !slices.Contains(export.RedirectForms(), form) {
				return usageError{cmd, fmt.Errorf("no form %q; forms are %s", form, strings.Join(export.RedirectForms(), ", "))}
			}
			o.Collection = first(args, defaultCollection)
			if err := complete(cmd, &o); err != nil {
				return err
			}
			a, rep, err := pipeline.Archive(cmd.Context(), o)
			told := s.tell(rep)
			if err != nil {
				return err
			}
			if form == "lines" && len(a.Redirects)+len(a.Gone) == 0 {
				fmt.Fprintf(s.out, "%s: every address that was published still stands\n", o.Collection)
			} else if err := export.Redirects(s.out, a, form); err != nil {
				return err
			}
			return told.outcome()
		},
	}
	cmd.Flags().StringVar(&form, "form", "lines", "how they are listed: "+strings.Join(export.RedirectForms(), ", "))
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list as JSON; the same as --form json")
	cmd.Flags().StringVar(&o.BaseURL, "base-url", "", "address at which the site stands; its path stands before those for hosts")
	cmd.Flags().IntVar(&o.Jobs, "jobs", 0, "files read at a time (default as many as there are cores)")
	return cmd
}
