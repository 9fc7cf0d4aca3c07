package main

import (
	"fmt"
	"io"
	"strings"

	"undersigned/internal/load"
)

// printEnd ends a load: what the store holds, what waits for a person, where to look next. options are those that the next commands need, too.
func printEnd(w io.Writer, s *load.Summary, dryRun bool, options string) {
	if s.Store == nil {
		return
	}
	holds := "The store holds"
	if dryRun {
		holds = "The store would hold"
	}
	printf(w, "\n%s %s and %s.", holds, counted(s.Store.Letters, "letter", "letters"), counted(s.Store.Organizations, "organization", "organizations"))
	var made []string
	for _, m := range []struct {
		n                 int
		one, several, dry string
	}{{s.States.New, "is new", "are new", "would be new"}, {s.States.Replaced, "replaces an earlier state", "replace an earlier state", "would replace an earlier state"},
		{s.States.Unchanged, "is unchanged", "are unchanged", ""}} {
		switch {
		case m.n == 0:
		case dryRun && m.dry != "":
			made = append(made, fmt.Sprintf("%d %s", m.n, m.dry))
		default:
			made = append(made, counted(m.n, m.one, m.several))
		}
	}
	if len(made) > 0 {
		printf(w, " Of the letters read, %s.", strings.Join(made, ", "))
	}
	fmt.Fprintln(w)
	printJoined(w, s.Store, dryRun, options)
	waits := waiting(s, options)
	if len(waits) == 0 {
		fmt.Fprintln(w, "Nothing waits for a person.")
	} else {
		fmt.Fprintln(w, "Waiting for a person:")
		for _, line := range waits {
			printf(w, "    %s\n", line)
		}
	}
	switch {
	case dryRun:
		fmt.Fprintln(w, "Nothing was written. Load without --dry-run to do so.")
	case s.Store.Letters > 0:
		printf(w, "Next:\n    undersigned serve%[1]s                    explore them in the browser\n    undersigned list letters%[1]s             look at each\n"+
			"    undersigned export -o network.gexf%[1]s   take the network away\n", options)
	}
}

// printJoined says what rules made of the names, since nobody was asked.
func printJoined(w io.Writer, h *load.Holding, dryRun bool, options string) {
	if h.Joined+h.Open == 0 {
		return
	}
	joined := "joined"
	if dryRun {
		joined = "would join"
	}
	printf(w, "Rules %s %s (undersigned judgements rule%s)", joined, counted(h.Joined, "pair of names", "pairs of names"), options)
	if h.Open > 0 {
		left := counted(h.Open, "was left open", "were left open")
		if dryRun {
			left = fmt.Sprintf("%d would be left open", h.Open)
		}
		printf(w, "; %s (undersigned names review%s)", left, options)
	}
	fmt.Fprintln(w, ".")
}

// waiting lists what only a person can decide, each with the command that helps.
func waiting(s *load.Summary, options string) (lines []string) {
	doubtful, short := 0, 0
	for i := range s.Letters {
		r := &s.Letters[i]
		if r.CopyOf != "" {
			continue
		}
		if len(r.Doubtful) > 0 {
			doubtful++
		}
		if c := r.Claimed.Organizations; c != nil && *c > r.Found {
			short++
		}
	}
	add := func(n int, one, several, how string) {
		if n > 0 {
			lines = append(lines, counted(n, one, several)+": "+how)
		}
	}
	add(doubtful, "document may have been read wrongly", "documents may have been read wrongly", "named above; compare with the source, in the letter's page of undersigned serve"+options)
	add(short, "letter claims more signatories than were found", "letters claim more signatories than were found", "see what was left out, with undersigned extract FILE --why")
	add(len(s.Proposals), "pair of letters may be one letter", "pairs of letters may be one letter", "undersigned letters proposals"+options)
	add(s.Store.Refused, "judgement contradicts others and is not applied", "judgements contradict others and are not applied", "undersigned judgements"+options)
	add(s.Store.Open, "pair of names that a rule does not join may be one organization", "pairs of names that rules do not join may be one organization each", "undersigned names review"+options)
	add(len(s.Failed), "file could not be read", "files could not be read", "mend what is said above and load again; what is loaded already stays")
	return lines
}
