package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/report"
	"undersigned/internal/store"
)

func newExport(a *app) *cobra.Command {
	var format, file, preset string
	view := explore.View{}
	var options report.Options
	var without []string
	var rollUp string
	cmd := &cobra.Command{
		Use:   "export -o FILE",
		Short: "Write the network, or a view of it, for other programs or as a figure",
		Long: "The ending of FILE chooses the format; --format does where there is none, as for standard output (-o -). Formats:\n\n" + formatList() +
			"\nWithout filters everything is written, but for ties beyond --ties; the file says how many there are. What filters take is listed by:\nundersigned list targets, countries, organizations, clusters. Without betweenness its column is empty; without layout the nodes stand on a\nspiral, those with most letters in the middle, for programs that lay them out themselves.",
		Example: `  undersigned export -o network.gexf
  undersigned export -o map.png --from 2015 --min-letters 2 --size slide
  undersigned export -o signatures.csv --target "City Council"
  undersigned export --format ties.csv -o - | head`,
		Args: needArgs(0, 0, "no arguments: name the file with -o"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, err := chosenFormat(format, file)
			if err != nil {
				return err
			}
			if preset != "" {
				if err := applyPreset(&options, preset); err != nil {
					return err
				}
			}
			if err := checkNumbers(cmd, view, options); err != nil {
				return err
			}
			if err := cmp.Or(checkWithout(without), checkRollUp(cmd, rollUp)); err != nil {
				return err
			}
			if f.Picture && slices.Contains(without, explore.WithoutLayout) {
				return graph.Errorf(graph.Invalid, "a figure needs positions: leave out --without layout, or write a data format")
			}
			return a.export(cmd, f, file, graph.RollUp(rollUp), view, options, without)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", "", "`FORMAT`, one of those above; without it the ending of FILE says which")
	f.StringVarP(&file, "output", "o", "", "`FILE` to write; - for standard output")
	f.IntVar(&view.MinLetters, "min-letters", 1, "organizations that signed at least so many letters")
	f.IntVar(&view.From, "from", 0, "first `YEAR`")
	f.IntVar(&view.To, "to", 0, "last `YEAR`")
	f.IntVar(&view.MinShared, "min-shared", 1, "ties of at least so many shared letters")
	f.StringVar(&view.Target, "target", "", "letters to this `TARGET` only, by id or name; see undersigned list targets")
	f.StringVar(&view.Country, "country", "", "organizations of this `COUNTRY` only; see undersigned list countries")
	f.IntVar(&view.Cluster, "cluster", 0, "organizations of this cluster only, by its `NUMBER`; see undersigned list clusters")
	f.StringVar(&view.Around, "around", "", "this `ORGANIZATION` and its co-signers only, by id or name")
	f.IntVar(&view.Ties, "ties", 0, "ties at most, the strongest (0: as many as the format is made for)")
	withoutFlag(cmd, &without)
	rollUpFlag(cmd, &rollUp)
	f.BoolVar(&options.TwoMode, "two-mode", false, "organizations and letters as nodes, signatures as ties")
	f.BoolVar(&options.BOM, "bom", false, "of a CSV: begin with a byte order mark, by which Excel knows UTF-8")
	f.StringVar(&options.Theme, "theme", "light", "of a figure: light or dark")
	f.StringVar(&options.Title, "title", "", "of a figure")
	f.StringVar(&options.Selected, "selected", "", "of a figure: `ORGANIZATION` to mark, by id or name")
	f.Float64Var(&options.Scale, "scale", 1, "of a PNG: pixels for a CSS pixel, 1 to 4")
	f.StringVar(&preset, "size", "", "of a figure: "+strings.Join(sizes(), ", "))
	completed(cmd, "format", formatNames()...)
	completed(cmd, "size", sizes()...)
	completed(cmd, "theme", "light", "dark")
	return cmd
}

func formatList() string {
	var b strings.Builder
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "  %-22s %s\n", f.Name, f.About)
	}
	return b.String()
}

// chosenFormat is the one that is named, else that of the file's ending.
func chosenFormat(name, file string) (report.Format, error) {
	switch {
	case file == "":
		return report.Format{}, graph.Errorf(graph.Invalid, "export needs a file: -o FILE, or -o - for standard output")
	case name != "":
		return report.FormatNamed(name)
	case file == "-":
		return report.Format{}, graph.Errorf(graph.Invalid, "standard output has no ending that names a format: name it with --format, one of %s", strings.Join(formatNames(), ", "))
	}
	return report.FormatOf(file)
}

func formatNames() (names []string) {
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func sizes() (names []string) {
	for _, p := range report.Presets() {
		names = append(names, p.Name)
	}
	return names
}

func applyPreset(o *report.Options, name string) error {
	if err := oneOf("size", name, sizes()); err != nil {
		return err
	}
	for _, p := range report.Presets() {
		if p.Name == name {
			o.Width, o.Height = p.Width, p.Height
		}
	}
	return nil
}

// checkNumbers refuses values that no data could make right, before any are read.
func checkNumbers(cmd *cobra.Command, v explore.View, o report.Options) error {
	for _, n := range []struct {
		flag               string
		value, least, most int
	}{{"min-letters", v.MinLetters, 1, 0}, {"min-shared", v.MinShared, 1, 0}, {"from", v.From, 1, 9999}, {"to", v.To, 1, 9999}, {"cluster", v.Cluster, 1, 0}, {"ties", v.Ties, 0, -1}} {
		if cmd.Flags().Changed(n.flag) {
			if err := within(n.flag, n.value, n.least, n.most); err != nil {
				return err
			}
		}
	}
	if v.From > 0 && v.To > 0 && v.From > v.To {
		return graph.Errorf(graph.Invalid, "--from %d is after --to %d: exchange them", v.From, v.To)
	}
	if err := oneOf("theme", o.Theme, []string{"light", "dark"}); err != nil {
		return err
	}
	return within("scale", o.Scale, 1, 4)
}

// checkFilters refuses filters that name nothing in the data, and says what there is.
func checkFilters(ctx context.Context, r *explore.Reading, v explore.View, o report.Options) error {
	if v.Target != "" && !r.HasTarget(v.Target) {
		return unknownFilter("target", v.Target, namesOf(r.ListTargets(nil)), "targets")
	}
	if v.Country != "" && !r.HasCountry(v.Country) {
		return unknownFilter("country", v.Country, namesOf(r.ListCountries(nil)), "countries")
	}
	for _, name := range []string{v.Around, o.Selected} {
		if name != "" && !r.HasOrganization(name) {
			near, err := r.Search(ctx, explore.SearchQuery{Text: name, Kind: "organization", Limit: nearMost})
			if err != nil {
				return err
			}
			var names []string
			for _, h := range near.Hits {
				names = append(names, h.Name)
			}
			return graph.Errorf(graph.NotFound, "there is no organization %q%s; see: undersigned list organizations", name, didYouMean(names, ""))
		}
	}
	if v.Cluster > 0 {
		clusters, err := r.ListClusters(ctx, nil)
		if err != nil {
			return err
		}
		if v.Cluster > len(clusters) {
			return graph.Errorf(graph.NotFound, "there is no cluster %d: they are numbered from 1 to %d; see: undersigned list clusters", v.Cluster, len(clusters))
		}
	}
	if first, last := r.YearsOfLetters(); v.From > 0 || v.To > 0 {
		switch {
		case first == 0:
			return graph.Errorf(graph.Invalid, "no letter has a date, so --from and --to leave none: take them away")
		case v.From > last, v.To > 0 && v.To < first:
			return graph.Errorf(graph.Invalid, "--from and --to leave no letter: those with a date are of %d to %d", first, last)
		}
	}
	return nil
}

func namesOf(counts []explore.Count) (names []string) {
	for _, c := range counts {
		names = append(names, c.Name)
	}
	return names
}

// fewNames is how many allowed values a message lists whole.
const fewNames = 12

func unknownFilter(what, value string, all []string, list string) error {
	allowed := ""
	switch {
	case len(all) == 0:
		return graph.Errorf(graph.NotFound, "there is no %s %q: these data name no %s", what, value, list)
	case len(all) <= fewNames:
		allowed = ": choose one of " + strings.Join(all, ", ")
	}
	return graph.Errorf(graph.NotFound, "there is no %s %q%s%s; see: undersigned list %s", what, value, didYouMean(nearest(value, all), ""), allowed, list)
}

// withReading reads the store as the explorer does.
func (a *app) withReading(ctx context.Context, o explore.Options, work func(*explore.Reading) error) error {
	_, err := unlessStopped(ctx, func() (struct{}, error) {
		s, err := a.openStore(ctx)
		if err != nil {
			return struct{}{}, err
		}
		defer s.Close()
		o.Logger, o.Build, o.Timeout = a.log, version, time.Hour
		service := explore.New(s, o)
		defer service.Close()
		reading, err := service.Read(ctx)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, work(reading)
	})
	return err
}

func (a *app) export(cmd *cobra.Command, format report.Format, file string, rollUp graph.RollUp, view explore.View, options report.Options, without []string) error {
	ctx := cmd.Context()
	progress, done := a.progress()
	defer done()
	return a.withReading(ctx, explore.Options{Progress: progress, Without: without}, func(reading *explore.Reading) error {
		reading, err := reading.RollUp(ctx, rollUp)
		if err != nil {
			return err
		}
		if err := checkFilters(ctx, reading, view, options); err != nil {
			return err
		}
		var boxed []string
		options.Boxed = func(names []string) { boxed = names }
		write, err := reading.Prepare(ctx, format.Name, view, options)
		switch {
		case err != nil:
		case file == "-":
			err = write(&afterProgress{a.out, sync.OnceFunc(done)})
		default:
			err = store.WriteFileAtomic(file, write)
		}
		done()
		if err != nil {
			return err
		}
		if len(boxed) > 0 {
			fmt.Fprintf(plain{a.err}, "undersigned: the picture has boxes for characters that its fonts lack, in: %s. The SVG shows them.\n", strings.Join(boxed, "; "))
		}
		if file == "-" {
			return nil
		}
		fmt.Fprintf(a.note(), "%s is written: %s (data version %s).\n", file, format.About, reading.Version().Short)
		return nil
	})
}

// afterProgress ends the line of progress before the first byte: both may be on one terminal.
type afterProgress struct {
	w    io.Writer
	done func()
}

// Write implements io.Writer.
func (p *afterProgress) Write(b []byte) (int, error) {
	p.done()
	return p.w.Write(b)
}
