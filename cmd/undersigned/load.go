package main

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

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
	var called *string
	cmd := &cobra.Command{
		Use:   "load PATH|ADDRESS|-...",
		Short: "Read letters, tables and data sets into the store",
		Long: `Reads letters (PDF, DOCX, ODT, RTF, web pages saved or as templates, Markdown, plain text), tables of signatures (XLSX, CSV,
TSV), lists of signatories (YAML, JSON), data sets (YAML, JSON), folders of them, and addresses of the web. It says for each
letter how many signatories were found, how many it claims, and which lines were left out and why. Loading the same files again
writes nothing. A file that cannot be read is named; the others load, and the exit status is 3.

What is read from an address (http:// or https://, at most 16 MiB, 30 seconds and 5 redirects) is kept as evidence: the
letter has the address, the time and the hash, and the folder "copies" in the data folder has the document, named after its
hash.

A table with the columns name1, name2, verdict (same, different, unsure) or canonical, alias says who is who, as what undersigned judgements --csv
writes does; it is known by its header.

- reads standard input; where its bytes do not say what it is, --stdin-name does. With --dry-run each letter is said to be new, a replacement or
unchanged, and nothing is written.

At the end it names the documents that may have been read wrongly, and why; then what the store holds, what waits for a person, and where to look
next. With --again, documents that are stored already are read
again, by what may be a newer reader, and the difference to what is stored is shown: names that are new or gone, and what changed. Nothing is
written unless --yes says so; what persons corrected stays as it is. The store has the text of documents and not their files: name these;
without any, the copies of what was read from addresses are read again.`,
		Example: `  undersigned load letters/ https://example.org/open-letter
  undersigned load --dry-run letters/                     # say what would be new, write nothing
  undersigned load --edges signatures.csv.gz --aliases same.json
  curl -s https://example.org/list.csv | undersigned load - --stdin-name list.csv
  undersigned load --again letters/                       # what a newer reader says otherwise`,
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
			if err := checkStdinName(*called, slices.Concat(args, in.Edges, in.Aliases, in.Distinct)); err != nil {
				return err
			}
			if again {
				return a.loadAgain(cmd, args, *called, asJSON, yes && !dryRun)
			}
			return a.load(cmd, in, answers, *called, asJSON, dryRun)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&in.Edges, "edges", nil, "two-mode edge list `FILES`: any table that load reads, such as CSV with columns organization, letter, optional date, target; .gz too")
	f.StringSliceVar(&in.Aliases, "aliases", nil, "`FILES` of JSON or CSV: groups of printed names that are one organization")
	f.StringSliceVar(&in.Distinct, "distinct", nil, "`FILES` of JSON or CSV: pairs of printed names that are not")
	tableFlags(cmd, &answers)
	privateFlag(cmd)
	called = stdinName(cmd)
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

func (a *app) load(cmd *cobra.Command, in load.Input, answers letter.Answers, called string, asJSON, dryRun bool) error {
	ctx := cmd.Context()
	from, err := fetchOptions(cmd)
	if err != nil {
		return err
	}
	apart, err := a.apart()
	if err != nil {
		return err
	}
	defer apart.Close()
	loader := load.Loader{Apart: apart, Actor: "load", DryRun: dryRun, Fetch: from, Copies: filepath.Join(a.settings.Data, "copies"), StdinName: called, Limits: letter.Limits{Answers: answers}}
	if slices.Contains(slices.Concat(in.Paths, in.Edges, in.Aliases, in.Distinct), load.Stdin) {
		loader.Stdin = a.input()
	}
	s, err := a.loadStore(cmd, dryRun)
	if err != nil {
		return err
	}
	if s != nil {
		defer s.Close()
		loader.Store = s
	}
	progress, done := a.progress()
	loader.Progress = progress
	summary, err := loader.Load(ctx, in)
	done()
	if asJSON {
		if e := a.writeJSON(summary); e != nil {
			return e
		}
	} else {
		printSummary(a.said(), summary, dryRun)
		printEnd(a.said(), summary, dryRun, repeated(cmd))
		a.tellFailures(summary.Failed)
	}
	if err != nil && len(summary.Failed) > 0 && len(summary.Letters)+summary.Judgements > 0 && graph.CodeOf(err) != graph.Cancelled {
		return partlyDone{graph.MessageOf(err)}
	}
	return err
}

// tellFailures names the files that could not be read where --quiet has left out the summary.
func (a *app) tellFailures(failed []load.Failure) {
	if !a.settings.Quiet || len(failed) < 2 { // a single one is in the error
		return
	}
	for _, f := range failed {
		message := f.Error
		if name := path.Base(f.Name); !strings.HasPrefix(message, name) {
			message = name + ": " + message
		}
		fmt.Fprintln(plain{a.err}, "undersigned: "+message)
	}
}

// loadStore opens the store. A dry run never makes one: without a store there is nothing to compare with.
func (a *app) loadStore(cmd *cobra.Command, dryRun bool) (store.Store, error) {
	if !dryRun {
		return a.makeStore(cmd.Context(), "undersigned.db")
	}
	s, err := a.openStore(cmd.Context())
	if graph.CodeOf(err) == graph.NotFound {
		return nil, nil
	}
	return s, err
}
