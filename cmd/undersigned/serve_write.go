package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"time"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/api"
	"undersigned/internal/explore"
	"undersigned/internal/fetch"
	"undersigned/internal/intake"
	"undersigned/internal/load"
	"undersigned/internal/store"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	example, noOpen, readOnly bool
	access, metrics           bool
	askToken                  bool // --token-file was given
	tokenFile                 string
	hosts                     []string
}

// The least length of a token that a person chose: shorter ones can be guessed from afar.
const (
	tokenLeast = 16
	tokenMost  = 4 << 10

	tokenDifferent = 8 // characters: aaaaaaaaaaaaaaaa and 1212121212121212 are long and no secret
)

func different(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}

// writing says who may add letters: on a loopback address whoever opens the page there; anywhere else, and where a proxy stands in
// front, those who know the token of --token-file.
func (a *app) writing(o serveOptions, listener net.Listener, service *explore.Service, s store.Store) (api.Writing, error) {
	token, err := "", error(nil)
	if o.askToken && o.tokenFile == "" {
		return api.Writing{}, graph.Errorf(graph.Invalid, "--token-file names no file: give one with the token, or leave the flag out, so that nobody can add letters from elsewhere")
	}
	if o.tokenFile != "" {
		if token, err = a.readToken(o.tokenFile); err != nil {
			return api.Writing{}, err
		}
	}
	local, _ := listener.Addr().(*net.TCPAddr)
	switch {
	case o.readOnly:
		return api.Writing{Why: "This server was started with --read-only: letters can be read and not added."}, nil
	case isReadOnly(s):
		return api.Writing{Why: "The store of this server may only be read, so letters cannot be added. Ask for write permission on its file and folder, then start the server again."}, nil
	case token != "":
	case local == nil || !local.IP.IsLoopback():
		return api.Writing{Why: "This server can be reached by others and so takes no letters. Start it with --token-file FILE and give the token to those who may add some, or add them on the command line with undersigned load."}, nil
	case len(o.hosts) > 0:
		return api.Writing{Why: "This server answers to other host names (--host) and so takes no letters. Start it with --token-file FILE and give the token to those who may add some, or add them on the command line with undersigned load."}, nil
	}
	program, err := ownProgram()
	if err != nil {
		a.log.Warn("no letters can be added: the program does not know its own file", "cause", err)
		return api.Writing{Why: "This server cannot start the program that reads documents. Add letters on the command line with undersigned load."}, nil
	}
	in := intake.New(service, s, intake.Options{Command: []string{program, readLetterCommand}, Logger: a.log, Fetch: fetchPublic, Keep: a.keepCopy, Kept: a.keptCopy})
	if token != "" {
		return api.Writing{Intake: in, Token: token, Ask: true}, nil
	}
	return api.Writing{Intake: in, Token: rand.Text()}, nil
}

// isReadOnly: a store that says so before somebody types a letter for it.
func isReadOnly(s store.Store) bool {
	r, ok := s.(interface{ ReadOnly() bool })
	return ok && r.ReadOnly()
}

// fetchPublic gets a document for the explorer: from public addresses only, since a page could otherwise have the server ask others that only
// it can reach.
func fetchPublic(ctx context.Context, address string) (intake.Document, error) {
	got, err := fetch.Get(ctx, address, fetch.Options{Bytes: intake.MaxBytes})
	return intake.Document{Name: got.Name, Data: got.Data, Published: got.FinalURL, Retrieved: got.Retrieved.Format(time.RFC3339)}, err
}

// keepCopy keeps a fetched document where load keeps its own.
func (a *app) keepCopy(d intake.Document) error {
	_, err := fetch.Result{Data: d.Data, Name: d.Name}.Keep(filepath.Join(a.settings.Data, "copies"))
	return err
}

// keptCopy returns what keepCopy or load kept.
func (a *app) keptCopy(sum string) ([]byte, error) {
	return fetch.Kept(filepath.Join(a.settings.Data, "copies"), sum)
}

// readToken reads the token of a file that only its owner can read, or of standard input. It is neither logged nor shown.
func (a *app) readToken(path string) (string, error) {
	if path == load.Stdin {
		data, err := io.ReadAll(io.LimitReader(a.input(), tokenMost))
		if err != nil {
			return "", graph.Wrap(graph.Unavailable, err, "the token could not be read from standard input")
		}
		return checkToken("standard input", data)
	}
	name := filepath.Base(path)
	data, err := load.ReadFile(path, tokenMost)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", graph.Wrap(graph.Unavailable, err, name+" cannot be looked at: see that it is there and yours")
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return "", graph.Errorf(graph.Invalid, "%s can be read by other users of this machine, who could then add letters: run chmod 600 on it and start again", name)
	}
	return checkToken(name, data)
}

func checkToken(name string, data []byte) (string, error) {
	token := string(bytes.TrimSpace(data))
	switch {
	case utf8.RuneCountInString(token) < tokenLeast:
		return "", graph.Errorf(graph.Invalid, "the token in %s has less than %d characters and could be guessed: write a longer one, for instance from: openssl rand -base64 24", name, tokenLeast)
	case bytes.ContainsFunc([]byte(token), func(r rune) bool { return r <= ' ' || r > '~' }):
		return "", graph.Errorf(graph.Invalid, "the token in %s has blanks, line breaks or letters that a header cannot carry: write one line of ASCII letters, digits and signs", name)
	case different(token) < tokenDifferent:
		return "", graph.Errorf(graph.Invalid, "the token in %s repeats a few characters and could be guessed: write one with at least %d different ones, for instance from: openssl rand -base64 24", name, tokenDifferent)
	}
	return token, nil
}
