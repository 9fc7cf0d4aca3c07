package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"undersigned/graph"
	"undersigned/internal/fetch"
	"undersigned/internal/letter"
	"undersigned/internal/load"
	"undersigned/internal/store"
)

func newLoad(a *app) *cobra.Command {
	var in load.Input
	var answers letter.Answers
	var asJSON, dryRun, again, yes bool
	cmd := &cobra.Command{
		Use:   "load PATH|ADDRESS...",
		Short: "Read letters, tables and data sets into the store",
		Long: `Reads letters (PDF, DOCX, ODT, RTF, web pages saved or as templates, Markdown, plain text), tables of signatures (XLSX, CSV,
TSV), lists of signatories (YAML, JSON), data sets (YAML, JSON), folders of them, and addresses of the web. It says for each
letter how many signatories were found, how many it claims, and which lines were left out and why. Loading the same files again
writes nothing. A file that cannot be read is named; the others load, and the exit status is 3.

What is read from an address (http:// or https://, at most 16 MiB, 30 seconds and 5 redirects) is kept as evidence: the
letter has the address, the time and the hash, and the folder "copies" in the data folder has the document, named after its
hash.

At the end it names the documents that may have been read wrongly, and why. With --again, documents that are stored already are read
again, by what may be a newer reader, and the difference to what is stored is shown: names that are new or gone, and what changed. Nothing is
written unless --yes says so; what persons corrected stays as it is. The store has the text of documents and not their files: name these;
without any, the copies of what was read from addresses are read again.`,
		Args: func(_ *cobra.Command, args []string) error {
			if again && len(in.Edges)+len(in.Aliases)+len(in.Distinct) > 0 {
				return graph.Errorf(graph.Invalid, "--again reads documents again: edge lists, aliases and distinct names are loaded without it")
			}
			if yes && !again {
				return graph.Errorf(graph.Invalid, "--yes goes with --again; without it, load writes what it reads")
			}
			if again {
				return nil
			}
			if len(args)+len(in.Edges)+len(in.Aliases)+len(in.Distinct) == 0 {
				return graph.Errorf(graph.Invalid, "load takes files, folders or addresses, or --edges, --aliases, --distinct; see: undersigned load --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			in.Paths = args
			if again {
				return a.loadAgain(cmd, args, asJSON, yes && !dryRun)
			}
			return a.load(cmd, in, answers, asJSON, dryRun)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&in.Edges, "edges", nil, "two-mode edge list: CSV with columns organization, letter, optional date, target; .gz too")
	f.StringSliceVar(&in.Aliases, "aliases", nil, "JSON: groups of printed names that are one organization")
	f.StringSliceVar(&in.Distinct, "distinct", nil, "JSON: pairs of printed names that are not")
	tableFlags(cmd, &answers)
	privateFlag(cmd)
	f.BoolVar(&asJSON, "json", false, "write JSON")
	f.BoolVar(&again, "again", false, "read stored documents again and show the difference to what is stored")
	f.BoolVar(&yes, "yes", false, "with --again: write the newer reading; what persons corrected stays")
	f.BoolVar(&dryRun, "dry-run", false, "read, compare and report, but write nothing")
	return cmd
}

// privateFlag adds the flag that lets addresses lead into local networks. Without it a public address that redirects to one cannot
// have it read.
func privateFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("private-addresses", false, "also read addresses of this machine and local network, and use the proxy of HTTPS_PROXY and HTTP_PROXY")
}

func fetchOptions(cmd *cobra.Command) (fetch.Options, error) {
	private, err := cmd.Flags().GetBool("private-addresses")
	return fetch.Options{Private: private}, graph.Wrap(graph.Internal, err, "the flag --private-addresses could not be read")
}

func (a *app) load(cmd *cobra.Command, in load.Input, answers letter.Answers, asJSON, dryRun bool) error {
	ctx := cmd.Context()
	from, err := fetchOptions(cmd)
	if err != nil {
		return err
	}
	loader := load.Loader{Actor: "load", DryRun: dryRun, Fetch: from, Copies: filepath.Join(a.settings.Data, "copies"), Limits: letter.Limits{Answers: answers}}
	s, err := a.loadStore(cmd, dryRun)
	if err != nil {
		return err
	}
	if s != nil {
		defer s.Close()
		loader.Store = s
	}
	progress, done := progressBar(a.err)
	loader.Progress = progress
	summary, err := loader.Load(ctx, in)
	done()
	if asJSON {
		if e := a.writeJSON(summary); e != nil {
			return e
		}
	} else {
		printSummary(a.text(), summary, dryRun)
	}
	if err != nil && len(summary.Failed) > 0 && len(summary.Letters)+summary.Judgements > 0 && graph.CodeOf(err) != graph.Cancelled {
		return partlyDone{graph.MessageOf(err)}
	}
	return err
}

// loadStore opens the store. A dry run never makes one: without a store there is nothing to compare with.
func (a *app) loadStore(cmd *cobra.Command, dryRun bool) (store.Store, error) {
	if dryRun {
		path := a.settings.Store
		if path == "" {
			path = a.settings.Data + string(os.PathSeparator) + "undersigned.db"
		}
		if !isAddress(path) && !fileExists(path) {
			return nil, nil
		}
	}
	return a.openStore(cmd.Context())
}

// progressBar shows progress on a terminal and is silent elsewhere. done must be called before anything else is printed.
func progressBar(w io.Writer) (report func(done, total int, name string), done func()) {
	f, ok := w.(*os.File)
	if !ok {
		return nil, func() {}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil, func() {}
	}
	p := mpb.New(mpb.WithOutput(f), mpb.WithWidth(40))
	var bar *mpb.Bar
	current := ""
	report = func(n, total int, name string) {
		if bar == nil {
			bar = p.AddBar(int64(total), mpb.BarRemoveOnComplete(),
				mpb.PrependDecorators(decor.CountersNoUnit("%d of %d ")),
				mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return " " + current })))
		}
		current = name
		bar.SetCurrent(int64(n))
	}
	return report, func() {
		if bar != nil && !bar.Completed() {
			bar.Abort(true)
		}
		p.Wait()
	}
}

// detailsUpTo is the number of letters up to which each is printed; larger loads print only what deserves a look.
const detailsUpTo = 60

func printSummary(w io.Writer, s *load.Summary, dryRun bool) {
	quiet := len(s.Letters) > detailsUpTo
	for _, r := range s.Letters {
		gap := r.Claimed.Organizations != nil && *r.Claimed.Organizations != r.Found
		if quiet && !gap && len(r.LeftOut)+len(r.Warnings)+len(r.Linked) == 0 {
			continue
		}
		printReport(w, r, gap)
	}
	for _, f := range s.Failed {
		fmt.Fprintf(w, "NOT READ %s\n    %s\n", f.Name, f.Error)
	}
	for _, k := range s.Skipped {
		fmt.Fprintf(w, "skipped %s: %s\n", k.Name, k.Why)
	}
	if s.Hidden > 0 {
		fmt.Fprintf(w, "%d hidden files and folders skipped\n", s.Hidden)
	}
	replaced := 0
	for _, r := range s.Letters {
		if r.Replaces && r.Written {
			replaced++
		}
	}
	if quiet && replaced > 0 {
		fmt.Fprintf(w, "%s an earlier state of the same letter\n", counted(replaced, "letter replaces", "letters replace"))
	}
	printProposals(w, s.Proposals)
	printDoubts(w, s.Letters)
	verb := "written"
	if dryRun {
		verb = "would be written"
	}
	fmt.Fprintf(w, "%s with %s, %s nobody signs, %s; %s %s, %d unchanged", counted(s.Signed, "signed letter", "signed letters"),
		counted(s.Signatories, "signatory", "signatories"), counted(s.Unsigned, "document", "documents"), counted(s.Judgements, "judgement", "judgements"),
		counted(s.Written, "record", "records"), verb, s.Unchanged)
	if len(s.Failed) > 0 {
		fmt.Fprintf(w, "; %s failed", counted(len(s.Failed), "file", "files"))
	}
	fmt.Fprintf(w, " (revision %d)\n", s.Revision)
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

func printReport(w io.Writer, r load.Report, gap bool) {
	state := "unchanged"
	switch {
	case r.NotStored:
		state = "NOT STORED: the load ended before"
	case r.CopyOf != "":
		state = "the same as " + r.CopyOf
	case r.Replaces && r.Written:
		state = "replaces an earlier state"
	case r.Written:
		state = "new"
	}
	title := r.Title
	if title == "" {
		title = "without a title"
	}
	fmt.Fprintf(w, "%s: %s (%s)\n", r.Name, title, state)
	date := r.Date.String()
	if date == "" {
		date = "no date"
	}
	fmt.Fprintf(w, "    %s, %s: %d organizations, %d persons", r.Kind, date, r.Organizations, r.Persons)
	if c := r.Claimed.Organizations; c != nil {
		fmt.Fprintf(w, "; claims %d, found %d", *c, r.Found)
		if gap {
			fmt.Fprintf(w, " (%s)", strings.TrimSpace(r.Claimed.Text))
		}
	}
	fmt.Fprintln(w)
	for _, warning := range r.Warnings {
		fmt.Fprintf(w, "    note: %s\n", warning)
	}
	for _, l := range r.Linked {
		fmt.Fprintf(w, "    %q is a report of %q: %.0f %% of its names, and it quotes %q\n", l.ReportTitle, l.LetterTitle, 100*l.Share, l.Quote)
	}
	for i, l := range r.LeftOut {
		if i == 8 {
			fmt.Fprintf(w, "    and %d more lines left out (all with --json)\n", len(r.LeftOut)-i)
			break
		}
		fmt.Fprintf(w, "    left out%s: %s (%s)\n", atLine(l.Line), l.Text, l.Why)
	}
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
	fmt.Fprintf(w, "%s doubtful; compare with the source:\n", counted(n, "document is", "documents are"))
	for _, r := range letters {
		if len(r.Doubtful) > 0 && r.CopyOf == "" {
			fmt.Fprintf(w, "    %s (%s): %s\n", cmp.Or(r.Title, "without a title"), r.Name, strings.Join(r.Doubtful, "; "))
		}
	}
}
