package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/store"
)

func newBackup(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Write everything the store holds to one file",
		Long: `Writes letters, judgements (undone ones too), profiles and the audit log to FILE, in a form that any store can be
restored from. FILE is complete or not there: it is written beside its place and renamed.`,
		Args: needArgs(1, 1, "one file name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.openStore(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			if err := store.WriteFileAtomic(args[0], func(w io.Writer) error { return store.Backup(cmd.Context(), s, w) }); err != nil {
				return err
			}
			fmt.Fprintf(a.err, "Everything is in %s. Restore it with: undersigned restore %s\n", args[0], args[0])
			return nil
		},
	}
}

func newRestore(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Fill an empty store from a backup",
		Long:  `Restores a backup into an empty store, checks counts and content hash, and keeps nothing where they differ.`,
		Args:  needArgs(1, 1, "one file name"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if info, err := os.Stat(args[0]); err == nil && !info.Mode().IsRegular() {
				return graph.Errorf(graph.Invalid, "%s is no file: name a backup", args[0])
			}
			f, err := os.Open(args[0])
			if err != nil {
				return graph.Wrap(graph.NotFound, err, "the backup "+args[0]+" cannot be read")
			}
			defer f.Close()
			s, err := a.openStore(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			held, err := store.Restore(cmd.Context(), s, f, store.Options{})
			if err != nil {
				return err
			}
			fmt.Fprintf(a.err, "Restored %d letters, %d profiles and %d judgements; the content hash is %s.\n", held.Letters, held.Profiles, held.Judgements, held.Hash)
			return nil
		},
	}
}
