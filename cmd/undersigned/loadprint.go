package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"undersigned/internal/load"
)

// detailsUpTo is the number of letters up to which each is printed; larger loads print only what deserves a look.
const detailsUpTo = 60

func printSummary(w io.Writer, s *load.Summary, dryRun bool) {
	quiet := len(s.Letters) > detailsUpTo
	for _, r := range s.Letters {
		gap := r.Claimed.Organizations != nil && *r.Claimed.Organizations != r.Found
		if quiet && !gap && len(r.LeftOut)+len(r.Warnings)+len(r.Linked) == 0 {
			continue
		}
		printReport(w, r, gap, dryRun)
	}
	for _, f := range s.Failed {
		printf(w, "NOT READ %s\n    %s\n", f.Name, f.Error)
	}
	for _, k := range s.Skipped {
		printf(w, "skipped %s: %s\n", k.Name, k.Why)
	}
	if s.Hidden > 0 {
		printf(w, "%d hidden files and folders skipped\n", s.Hidden)
	}
	if replaced := s.States.Replaced; quiet && replaced > 0 && !dryRun {
		printf(w, "%s an earlier state of the same letter\n", counted(replaced, "letter replaces", "letters replace"))
	}
	for i, warning := range s.Warnings {
		if i == 8 {
			printf(w, "and %d more notes of this kind (all with --json)\n", len(s.Warnings)-i)
			break
		}
		printf(w, "note: %s\n", warning)
	}
	printProposals(w, s.Proposals)
	printDoubts(w, s.Letters)
	verb := "written"
	if dryRun {
		verb = "would be written"
	}
	printf(w, "%s with %s, %s nobody signs, %s; %s %s, %d unchanged", counted(s.Signed, "signed letter", "signed letters"),
		counted(s.Signatories, "signatory", "signatories"), counted(s.Unsigned, "document", "documents"), counted(s.Judgements, "judgement", "judgements"),
		counted(s.Written, "record", "records"), verb, s.Unchanged)
	if len(s.Failed) > 0 {
		printf(w, "; %s failed", counted(len(s.Failed), "file", "files"))
	}
	printf(w, " (revision %d)\n", s.Revision)
}

func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

// atLine is the place of a text, "" for what stands on no line, such as the header of a document's pages.
func atLine(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf(", line %d", line)
}

func printReport(w io.Writer, r load.Report, gap, dryRun bool) {
	state := stateInWords(&r, dryRun)
	title := r.Title
	if title == "" {
		title = "without a title"
	}
	printf(w, "%s: %s (%s)\n", r.Name, title, state)
	date := r.Date.String()
	if date == "" {
		date = "no date"
	}
	printf(w, "    %s, %s: %s, %s", r.Kind, date, counted(r.Organizations, "organization", "organizations"), counted(r.Persons, "person", "persons"))
	if c := r.Claimed.Organizations; c != nil {
		printf(w, "; claims %d, found %d", *c, r.Found)
		if gap {
			printf(w, " (%s)", strings.TrimSpace(r.Claimed.Text))
		}
	}
	fmt.Fprintln(w)
	for _, warning := range r.Warnings {
		printf(w, "    note: %s\n", warning)
	}
	for _, l := range r.Linked {
		printf(w, "    %q is a report of %q: %.0f %% of its names, and it quotes %q\n", l.ReportTitle, l.LetterTitle, 100*l.Share, l.Quote)
	}
	for i, l := range r.LeftOut {
		if i == 8 {
			printf(w, "    and %d more lines left out (all with --json)\n", len(r.LeftOut)-i)
			break
		}
		printf(w, "    left out%s: %s (%s)\n", atLine(l.Line), shortened(l.Text), l.Why)
	}
}

// longestShown is how many characters of a line that was left out are shown; --json has it whole.
const longestShown = 400

func shortened(line string) string {
	n := 0
	for i := range line {
		if n++; n > longestShown {
			return line[:i] + "…"
		}
	}
	return line
}

// printDoubts names the documents that may have been read wrongly. Copies of one document are one.
func printDoubts(w io.Writer, letters []load.Report) {
	n := 0
	for _, r := range letters {
		if len(r.Doubtful) > 0 && r.CopyOf == "" {
			n++
		}
	}
	if n == 0 {
		return
	}
	printf(w, "%s doubtful; compare with the source:\n", counted(n, "document is", "documents are"))
	for _, r := range letters {
		if len(r.Doubtful) > 0 && r.CopyOf == "" {
			printf(w, "    %s (%s): %s\n", cmp.Or(r.Title, "without a title"), r.Name, strings.Join(r.Doubtful, "; "))
		}
	}
}

// stateInWords says what a load makes of a letter, or would.
func stateInWords(r *load.Report, dryRun bool) string {
	switch r.State {
	case load.NotStored:
		return "NOT STORED: the load ended before"
	case load.Copy:
		return "the same as " + r.CopyOf
	case load.Replaced:
		if dryRun {
			return "would replace an earlier state"
		}
		return "replaces an earlier state"
	case load.New:
		if dryRun {
			return "would be new"
		}
		return "new"
	}
	return "unchanged"
}

// repeated are the flags of a command line that say which store was meant, for the commands that come next.
func repeated(cmd *cobra.Command) string {
	var b strings.Builder
	for _, name := range []string{"data", "store"} {
		if f := cmd.Flags().Lookup(name); f.Changed {
			fmt.Fprintf(&b, " --%s %s", name, shellWord(f))
		}
	}
	return b.String()
}

// shellWord is a flag's value as it can be pasted into a shell.
func shellWord(f *pflag.Flag) string {
	value := f.Value.String()
	if value != "" && !strings.ContainsFunc(value, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-:+@%,=~", r))
	}) {
		return value
	}
	return "'" + strings.ReplaceAll(value, "'", `'\''`) + "'"
}
