package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/load"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled"
)

func newBackup(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE|-",
		Short: "Write everything the store holds to one file",
		Long: `Writes letters, judgements (undone ones too), profiles and the audit log to FILE, in a form that any store can be
restored from. FILE is complete or not there: it is written beside its place and renamed. - writes to standard output.`,
		Example: `  undersigned backup letters-2026-11-30.backup
  undersigned backup - | ssh archive.example.org 'cat > letters.backup'`,
		Args: needArgs(1, 1, "one file name, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.openStore(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			if args[0] == load.Stdin {
				return store.Backup(cmd.Context(), ruled.Below(s), a.out)
			}
			if err := store.WriteFileAtomic(args[0], func(w io.Writer) error { return store.Backup(cmd.Context(), ruled.Below(s), w) }); err != nil {
				return err
			}
			fmt.Fprintf(a.note(), "Everything is in %s. Restore it with: undersigned restore %s\n", args[0], args[0])
			return nil
		},
	}
}

func newRestore(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE|-",
		Short: "Fill an empty store from a backup",
		Long: `Restores a backup into an empty store, checks counts and content hash, and keeps nothing where they differ. - reads from
standard input.`,
		Example: `  undersigned restore letters-2026-11-30.backup
  undersigned restore --store new.db letters-2026-11-30.backup
  ssh archive.example.org cat letters.backup | undersigned restore -`,
		Args: needArgs(1, 1, "one file name, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if info, err := os.Stat(args[0]); args[0] != load.Stdin && err == nil && !info.Mode().IsRegular() {
				return graph.Errorf(graph.Invalid, "%s is no file: name a backup", args[0])
			}
			f, err := a.open(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			in := bufio.NewReader(f)
			if head, err := in.Peek(2); (err == nil || errors.Is(err, io.EOF)) && string(head) != "\x1f\x8b" { // before a new store is made for it
				return graph.Errorf(graph.Invalid, "%s is no backup of undersigned: give one that `undersigned backup` wrote", args[0])
			}
			s, err := a.makeStore(cmd.Context(), "undersigned.db")
			if err != nil {
				return err
			}
			defer s.Close()
			held, err := store.Restore(cmd.Context(), ruled.Below(s), in, store.Options{})
			if err != nil {
				return err
			}
			fmt.Fprintf(a.note(), "Restored %d letters, %d profiles and %d judgements; the content hash is %s.\n", held.Letters, held.Profiles, held.Judgements, held.Hash)
			return nil
		},
	}
}
