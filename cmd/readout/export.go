package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/export"
	"readout/internal/pipeline"
)

func exportCommand(s *shell) *cobra.Command {
	var o pipeline.Options
	var e export.Options
	var out, records string
	cmd := &cobra.Command{
		Use:   "export FORMAT [COLLECTION]",
		Short: "Write the records of a collection as data, without a site",
		Long: `Export reads a collection as build does and writes it in another form. One file
goes to standard output, or to the file named by --out; a format of several files
needs --out, a folder. The formats:

` + formatList() + `
E-mail addresses are masked in all of them. Of a release of which only an excerpt
may be shown, they hold facts, the headline and a few words.`,
		Example: `  readout export jsonl seeds > releases.jsonl
  readout export csv seeds --out tables
  readout export sql seeds | sqlite3 archive.db
  readout export bibtex seeds --shelf countries/south-korea`,
		Args: between(1, 2, "a format, and one collection (default "+defaultCollection+")"),
		RunE: func(cmd *cobra.Command, args []string) error {
			format, ok := export.FormatNamed(args[0])
			if !ok {
				return usageError{cmd, fmt.Errorf("no format %q; formats are %s", args[0], strings.Join(formatNames(), ", "))}
			}
			if !format.Single() && out == "" {
				return usageError{cmd, fmt.Errorf("%s is several files: name a folder for them with --out", format.Name)}
			}
			o.Collection = first(args[1:], defaultCollection)
			if err := complete(cmd, &o); err != nil {
				return err
			}
			if err := s.records(cmd, records, &o); err != nil {
				return err
			}
			a, rep, err := pipeline.Archive(cmd.Context(), o)
			told := s.tell(rep)
			if err != nil {
				return err
			}
			if e.Shelf != "" {
				if _, ok := export.FindShelf(a, e.Shelf); !ok {
					return fmt.Errorf("%s: no shelf %q; want one such as countries/south-korea", o.Collection, e.Shelf)
				}
			}
			files := format.Files(a, e)
			if len(files) == 0 {
				return usageError{cmd, fmt.Errorf("%s needs the address at which the site stands: --base-url", format.Name)}
			}
			if err := writeFiles(s.out, files, format.Single(), out); err != nil {
				return err
			}
			return told.outcome()
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write, or the folder for several (default standard output)")
	cmd.Flags().StringVar(&o.BaseURL, "base-url", "", "address at which the site stands, for links and feeds")
	cmd.Flags().StringVar(&records, "records", "", "file of records that readout parse printed, as for build; - for standard input")
	cmd.Flags().StringVar(&e.Shelf, "shelf", "", "only the releases of one page, named by its folder and id: countries/south-korea")
	cmd.Flags().IntVar(&o.Jobs, "jobs", 0, "files read at a time (default as many as there are cores)")
	return cmd
}

func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// formatList tells of all formats, a line each.
func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-18s %s\n", f.Name, f.Holds)
	}
	return b.String()
}

// writeFiles writes one file to w, or to the file named out; several into the folder out, where they lie as they do in
// their own folder on the site.
func writeFiles(w io.Writer, files []export.File, single bool, out string) error {
	if single && out == "" {
		b := bufio.NewWriterSize(w, 1<<16)
		if err := files[0].Write(b); err != nil {
			return err
		}
		return b.Flush()
	}
	top := path.Dir(files[0].Path) + "/"
	for _, f := range files {
		name := out
		if !single {
			name = filepath.Join(out, filepath.FromSlash(strings.TrimPrefix(f.Path, top)))
		}
		if err := writeFile(name, f); err != nil {
			return err
		}
	}
	return nil
}

// writeFile writes a file beside its place and renames it, so that it is whole or not there.
func writeFile(name string, f export.File) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // does nothing once it is renamed
	b := bufio.NewWriterSize(file, 1<<16)
	err = f.Write(b)
	if err == nil {
		err = b.Flush()
	}
	if err == nil {
		err = file.Chmod(0o644)
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}
