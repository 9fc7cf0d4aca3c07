package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"undersigned/examples"
	"undersigned/graph"
	"undersigned/internal/api"
	"undersigned/internal/explore"
	"undersigned/internal/pdf"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled"
	"undersigned/web"
)

func newServe(a *app) *cobra.Command {
	var o serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Explore the network in the browser",
		Long: `Serves the explorer on a local address and prints it. Where a desktop is there, the browser opens by itself.
If the port is taken, the next free one is used.

On a loopback address, letters can be added on the page. On any other address, and with --host, the server is read-only
unless --token-file names a file with the token that people type who may add letters. Put a proxy in front of a server only
with --read-only or --token-file.`,
		Example: `  undersigned serve                          # your letters
  undersigned serve --example                # the example data
  undersigned serve --read-only --listen 0.0.0.0:8000 --no-open`,
		Args: needArgs(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.askToken = cmd.Flags().Changed("token-file")
			return a.serve(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.example, "example", false, "explore the example data that comes with undersigned (kept in a store of its own)")
	f.BoolVar(&o.noOpen, "no-open", false, "do not open the browser")
	f.StringSliceVar(&o.hosts, "host", nil, "host `NAMES` to answer to beside localhost, when a proxy stands in front")
	f.BoolVar(&o.readOnly, "read-only", false, "take no letters from the browser")
	f.StringVar(&o.tokenFile, "token-file", "", "`FILE` with the token that people type who may add letters (at least 16 characters, 8 of them different, readable by you only); - reads it from standard input")
	f.BoolVar(&o.access, "access-log", false, "write a line of JSON for each request to standard error")
	f.BoolVar(&o.metrics, "metrics", false, "answer on /metrics in the text format of Prometheus; with --token-file, to Authorization: Bearer TOKEN only")
	f.String("listen", "", "`ADDRESS` to listen on; also UNDERSIGNED_LISTEN, or listen in config.yaml (default "+defaultListen+")")
	return cmd
}

const (
	shutdownGrace = 10 * time.Second
	portsToTry    = 20
)

func (a *app) serve(ctx context.Context, o serveOptions) error {
	if err := checkHosts(o.hosts); err != nil {
		return err
	}
	patience.Store(int64(shutdownGrace + 2*time.Second))
	s, err := a.serveStore(ctx, o.example)
	if err != nil {
		return err
	}
	defer s.Close()
	listener, err := listen(ctx, a.settings.Listen)
	if err != nil {
		return err
	}
	files, built := web.Files()
	if !built {
		a.log.Warn("this binary was built without the explorer's pages; run: make build")
		files = nil
	}
	var folders []string // an image with nothing but this program has no folder for temporary files
	if !isAddress(a.settings.Store) {
		folders = append(folders, filepath.Dir(a.storePath("undersigned.db")))
	}
	service := explore.New(s, explore.Options{Logger: a.log, Example: o.example, Build: version, Warm: true, Folders: folders})
	defer service.Close()
	writing, err := a.writing(o, listener, service, s)
	if err != nil {
		listener.Close()
		return err
	}
	server := api.NewServer(api.New(service, api.Options{Web: files, Logger: a.log, Version: version, Hosts: o.hosts, Writing: writing,
		Access: a.accessLog(o), Metrics: o.metrics}))
	server.BaseContext = func(net.Listener) context.Context { return context.WithoutCancel(ctx) }
	address := "http://" + reachable(listener.Addr())
	fmt.Fprintf(a.out, "undersigned is at %s\n", address)
	fmt.Fprintln(a.note(), "Press Ctrl+C to stop.")
	go service.Read(context.WithoutCancel(ctx)) // so that the analysis is under way before the first visitor asks; errors come with the first question
	if writing.Intake != nil && pdf.Available() {
		go pdf.Warm(context.WithoutCancel(ctx)) // compiled once for this machine, so that the first PDF need not wait; errors come with that PDF
	}
	if !o.noOpen {
		openBrowser(ctx, address)
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return graph.Wrap(graph.Internal, err, "the server stopped by itself")
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownGrace)
	defer cancel()
	if err := server.Shutdown(stopping); err != nil {
		a.log.Warn("some requests were cut off", "err", err)
		server.Close()
	}
	return nil
}

// accessLog is where a line for each request goes, whatever --log says; nil for nowhere.
func (a *app) accessLog(o serveOptions) *slog.Logger {
	if !o.access {
		return nil
	}
	return slog.New(slog.NewJSONHandler(a.err, nil))
}

// serveStore opens the store to serve. The example has a store of its own, so that it never mixes with a user's letters;
// writing it again changes nothing.
func (a *app) serveStore(ctx context.Context, example bool) (store.Store, error) {
	if !example {
		return a.makeStore(ctx, "undersigned.db")
	}
	s, err := a.makeStore(ctx, "example.db")
	if err != nil {
		return nil, err
	}
	change, err := examples.Change(ctx)
	if err == nil && a.settings.Store != "" {
		err = mayHoldExample(ctx, s, &change, a.settings.Store)
	}
	if err == nil {
		below, follow := ruled.Bulk(s)
		if _, err = store.PutInParts(ctx, below, change); err == nil {
			err = follow(ctx, change.Actor)
		}
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// mayHoldExample refuses to write the example into a store that somebody named and that holds letters, but none of the example's: they would stand among
// these for good.
func mayHoldExample(ctx context.Context, s store.Store, example *store.Change, called string) error {
	revision, err := s.Revision(ctx)
	if err != nil || revision == 0 {
		return err
	}
	for i := range example.Letters {
		switch _, err := s.Letter(ctx, example.Letters[i].ID); graph.CodeOf(err) {
		case "":
			return nil
		case graph.NotFound:
		default:
			return err
		}
	}
	data, err := s.Snapshot(ctx)
	if err != nil || len(data.Letters) == 0 {
		return err
	}
	return graph.Errorf(graph.Conflict, "%s holds letters of its own, and the example's would be written among them: serve it without --example, or name another store (the example has one of its own where --store, UNDERSIGNED_STORE and store in config.yaml name none)", called)
}

// checkHosts refuses what no browser sends as the name of a host, so that nobody could open the page.
func checkHosts(hosts []string) error {
	for _, h := range hosts {
		if strings.TrimSpace(h) == "" || strings.ContainsAny(h, "/ \t@?#") || strings.Count(h, ":") == 1 {
			return graph.Errorf(graph.Invalid, "--host takes the name alone, as in letters.example.org, without https:// and without a port, and not %q", h)
		}
	}
	return nil
}

// listen takes the address, or the next port after it that is free.
func listen(ctx context.Context, address string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	number, bad := strconv.Atoi(port)
	if err != nil || bad != nil || number < 0 || number > 65535 {
		return nil, graph.Errorf(graph.Invalid, "%q is no address to listen on: write it like %s", address, defaultListen)
	}
	var config net.ListenConfig
	for try := range portsToTry {
		if number+try > 65535 {
			break
		}
		l, err := config.Listen(ctx, "tcp", net.JoinHostPort(host, strconv.Itoa(number+try)))
		if err == nil {
			return l, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return nil, graph.Wrap(graph.Unavailable, err, "cannot listen on "+address+": choose another address with --listen")
		}
	}
	return nil, graph.Errorf(graph.Unavailable, "port %d and the %d after it are taken: choose another with --listen", number, portsToTry-1)
}

// reachable names an address that a browser on this machine can open: one that listens on all addresses has no name itself.
func reachable(a net.Addr) string {
	if tcp, ok := a.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		return net.JoinHostPort("localhost", strconv.Itoa(tcp.Port))
	}
	return a.String()
}

// openBrowser opens the address on a desktop; elsewhere, or where that fails, the printed address is enough.
func openBrowser(ctx context.Context, address string) {
	var command []string
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open", address}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
		command = []string{"xdg-open", address}
	}
	c := exec.CommandContext(context.WithoutCancel(ctx), command[0], command[1:]...)
	if c.Start() == nil {
		go c.Wait()
	}
}
