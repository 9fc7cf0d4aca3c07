package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/load"
	"undersigned/internal/sameletter"
)

func (a *app) loadAgain(cmd *cobra.Command, paths []string, called string, asJSON, write bool) error {
	from, err := fetchOptions(cmd)
	if err != nil {
		return err
	}
	s, err := a.openStore(cmd.Context())
	if err != nil {
		return err
	}
	defer s.Close()
	apart, err := a.apart()
	if err != nil {
		return err
	}
	defer apart.Close()
	loader := load.Loader{Apart: apart, Store: s, Fetch: from, Copies: filepath.Join(a.settings.Data, "copies"), StdinName: called}
	if slices.Contains(paths, load.Stdin) {
		loader.Stdin = a.input()
	}
	progress, done := a.progress()
	loader.Progress = progress
	result, err := loader.ReadAgain(cmd.Context(), paths, write)
	done()
	if asJSON {
		if e := a.writeJSON(result); e != nil {
			return e
		}
	} else {
		printAgain(a.said(), result, write)
	}
	if err != nil && len(result.Failed) > 0 && len(result.Letters) > 0 && graph.CodeOf(err) != graph.Cancelled {
		return partlyDone{graph.MessageOf(err)}
	}
	return err
}

// notGivenUpTo is how many letters that were not read again are named.
const notGivenUpTo = 20

func printAgain(w io.Writer, a *load.Again, write bool) {
	same, differ := 0, 0
	for i := range a.Letters {
		switch l := &a.Letters[i]; {
		case l.Letter == "":
			printf(w, "%s: not stored; load it without --again\n", l.Name)
		case l.None() && len(l.Kept) == 0:
			same++
		default:
			differ++
			printDifference(w, l)
		}
	}
	for _, f := range a.Failed {
		printf(w, "NOT READ %s\n    %s\n", f.Name, f.Error)
	}
	for _, k := range a.Skipped {
		printf(w, "skipped %s: %s\n", k.Name, k.Why)
	}
	if n := len(a.NotGiven); n > 0 {
		printf(w, "%s not read again, since the file was not given:\n", counted(n, "stored letter was", "stored letters were"))
		for i, l := range a.NotGiven {
			if i == notGivenUpTo {
				printf(w, "    and %d more (all with --json)\n", n-i)
				break
			}
			printf(w, "    %s (%s)\n", l.Title, l.Document)
		}
	}
	printf(w, "%s read again as stored, %s", counted(same, "letter", "letters"), counted(differ, "letter differs", "letters differ"))
	switch {
	case write:
		printf(w, "; %s written", counted(a.Written, "letter", "letters"))
	case differ > 0:
		fmt.Fprint(w, "; nothing was written: say --yes to take the newer reading")
	}
	printf(w, " (revision %d)\n", a.Revision)
}

func printDifference(w io.Writer, l *load.AgainReport) {
	printf(w, "%s: %s\n", l.Name, l.Title)
	rows := func(sign string, rows []sameletter.Row, why string) {
		for _, r := range rows {
			printf(w, "    %s %s%s%s\n", sign, r.Name, atLine(r.Line), why)
		}
	}
	fields := func(indent string, list []sameletter.Field) {
		for _, f := range list {
			printf(w, "%s%s: %s -> %s\n", indent, f.Name, stated(f.Was), stated(f.Is))
		}
	}
	fields("    ~ ", l.Fields)
	rows("+", l.New, "")
	rows("-", l.Gone, "")
	for _, c := range l.Changed {
		printf(w, "    ~ %s%s\n", c.Name, atLine(c.Line))
		fields("        ", c.Fields)
	}
	rows("=", l.Kept, ": stays as a person left it")
}

// stated is a value as it is shown.
func stated(value string) string {
	if value == "" {
		return "nothing"
	}
	return strings.ReplaceAll(value, "\n", " ")
}
