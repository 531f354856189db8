package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/collection"
	"readout/internal/pipeline"
	"readout/internal/preview"
	"readout/static"
	"readout/templates"
)

func serveCommand(s *shell) *cobra.Command {
	o := pipeline.Options{Templates: templates.FS, Static: static.FS, Version: version()}
	var address string
	var port int
	var quiet bool
	cmd := &cobra.Command{
		Use:   "serve [COLLECTION]",
		Short: "Show a collection in a browser while it changes",
		Long: `Serve builds a preview of a collection and shows it in a browser on this machine.
When a file of the collection changes it builds again, and pages that are open
show themselves anew, or say what went wrong. It publishes nothing: the site in
its folder and ids.lock stay as they are. Ctrl-C ends it.`,
		Example: `  readout serve                       seeds, at http://127.0.0.1:8000/
  readout serve releases --port 4000`,
		Args: between(0, 1, "one collection (default "+defaultCollection+")"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			o.Collection = first(args, defaultCollection)
			if err := errors.Join(complete(cmd, &o), cacheFolder(cmd, &o.Cache)); err != nil {
				return err
			}
			if _, err := os.Stat(o.Collection); err != nil {
				return fmt.Errorf("%s: %w", o.Collection, errors.Unwrap(err))
			}
			l, err := listen(address, port)
			if err != nil {
				return err
			}
			if o.Out == "" {
				dir, err := os.MkdirTemp("", "readout-")
				if err != nil {
					l.Close()
					return err
				}
				defer os.RemoveAll(dir)
				o.Out = filepath.Join(dir, "site")
			}
			o.Preview = &pipeline.Preview{}
			return s.serve(cmd.Context(), o, l, address, quiet)
		},
	}
	cmd.Flags().StringVar(&o.Out, "out", "", "folder to build the preview into (default one that is removed at the end)")
	cmd.Flags().StringVar(&address, "address", "127.0.0.1", "address to listen at; any but this one can be reached from other machines")
	cmd.Flags().IntVar(&port, "port", 8000, "port to listen at; 0 is any that is free")
	cmd.Flags().BoolVar(&quiet, "quiet", false, "print only the address and what went wrong")
	cmd.Flags().IntVar(&o.Jobs, "jobs", 0, "files read and pages made at a time (default as many as there are cores)")
	cacheFlags(cmd, &o.Cache)
	return cmd
}

// listen opens a port.
func listen(address string, port int) (net.Listener, error) {
	l, err := net.Listen("tcp", net.JoinHostPort(address, strconv.Itoa(port)))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("port %d is in use; name another with --port, or --port 0 for any", port)
	case err != nil:
		return nil, fmt.Errorf("cannot listen at %s: %w", address, err)
	}
	return l, nil
}

// serve builds and shows a collection until the context ends.
func (s *shell) serve(ctx context.Context, o pipeline.Options, l net.Listener, address string, quiet bool) error {
	shown := &preview.Server{Dir: o.Out, Name: address}
	h := &http.Server{Handler: shown, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(l) }()
	defer h.Close()
	fmt.Fprintf(s.out, "%s is shown at http://%s/ until you press Ctrl-C\n", o.Collection, l.Addr())
	news := preview.Watch(ctx, o.Collection, s.notWatched(o))
	for {
		s.show(ctx, o, shown, quiet)
		select {
		case <-news:
		case <-ctx.Done():
			return nil
		case err := <-ended:
			return err
		}
	}
}

// show builds once and tells the pages that are open.
func (s *shell) show(ctx context.Context, o pipeline.Options, shown *preview.Server, quiet bool) {
	began := time.Now()
	rep, err := s.build(ctx, o, quiet)
	if ctx.Err() != nil {
		return
	}
	s.tell(rep)
	lines := append(append([]string{}, rep.Problems...), rep.Notices...)
	if err != nil {
		fmt.Fprintln(s.err, err)
		lines = append(strings.Split(err.Error(), "\n"), lines...)
	} else if !quiet {
		fmt.Fprintf(s.out, "%s: %s, %s; %d pages new, %d changed, %d removed in %s\n", o.Collection, count(rep.Files, "file"), count(rep.Releases, "release"),
			rep.New, rep.Changed, rep.Removed, time.Since(began).Round(10*time.Millisecond))
	}
	shown.Built(err == nil, lines)
}

// notWatched names what lies in a collection and is no part of it: the addresses and the site that is built.
func (s *shell) notWatched(o pipeline.Options) func(string) bool {
	out, err1 := filepath.Abs(o.Out)
	in, err2 := filepath.Abs(o.Collection)
	site, err3 := filepath.Rel(in, out)
	return func(name string) bool {
		return name == collection.LockFile || errors.Join(err1, err2, err3) == nil && name == filepath.ToSlash(site)
	}
}
