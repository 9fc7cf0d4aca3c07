package main

import (
	"fmt"
	"io"
	"strings"

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
	cmd := &cobra.Command{
		Use:   "export --format FORMAT -o FILE",
		Short: "Write the network, or a view of it, for other programs or as a figure",
		Long:  "Formats:\n" + formatList() + "\nWithout filters everything is written, but for ties beyond --ties; the file says how many there are.",
		Args:  needArgs(0, 0, "no arguments: name the file with -o"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := report.FormatNamed(format); err != nil {
				return err
			}
			if file == "" {
				return graph.Errorf(graph.Invalid, "export needs a file: -o FILE, or -o - for standard output")
			}
			if preset != "" {
				if err := applyPreset(&options, preset); err != nil {
					return err
				}
			}
			return a.export(cmd, format, file, view, options)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", "", "one of the formats above")
	f.StringVarP(&file, "output", "o", "", "file to write; - for standard output")
	f.IntVar(&view.MinLetters, "min-letters", 1, "organizations that signed at least so many letters")
	f.IntVar(&view.From, "from", 0, "first year")
	f.IntVar(&view.To, "to", 0, "last year")
	f.IntVar(&view.MinShared, "min-shared", 1, "ties of at least so many shared letters")
	f.StringVar(&view.Target, "target", "", "letters to this target only: its id or name")
	f.StringVar(&view.Country, "country", "", "organizations of this country only")
	f.IntVar(&view.Cluster, "cluster", 0, "organizations of this cluster only, by its number")
	f.StringVar(&view.Around, "around", "", "this organization and its co-signers only: its id or name")
	f.IntVar(&view.Ties, "ties", 0, "ties at most, the strongest (0: as many as the format is made for)")
	f.BoolVar(&options.TwoMode, "two-mode", false, "organizations and letters as nodes, signatures as ties")
	f.StringVar(&options.Theme, "theme", "light", "of a figure: light or dark")
	f.StringVar(&options.Title, "title", "", "of a figure")
	f.StringVar(&options.Selected, "selected", "", "of a figure: organization to mark, by id or name")
	f.Float64Var(&options.Scale, "scale", 1, "of a PNG: pixels for a CSS pixel, 1 to 4")
	f.StringVar(&preset, "size", "", "of a figure: slide, half-page, square or page")
	return cmd
}

func formatList() string {
	var b strings.Builder
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "  %-22s %s\n", f.Name, f.About)
	}
	return b.String()
}

func applyPreset(o *report.Options, name string) error {
	var names []string
	for _, p := range report.Presets() {
		if p.Name == name {
			o.Width, o.Height = p.Width, p.Height
			return nil
		}
		names = append(names, p.Name)
	}
	return graph.Errorf(graph.Invalid, "there is no size %q: choose one of %s", name, strings.Join(names, ", "))
}

func (a *app) export(cmd *cobra.Command, format, file string, view explore.View, options report.Options) error {
	ctx := cmd.Context()
	s, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	service := explore.New(s, explore.Options{Logger: a.log, Build: version})
	defer service.Close()
	reading, err := service.Read(ctx)
	if err != nil {
		return err
	}
	f, err := reading.Export(ctx, format, view, options)
	if err != nil {
		return err
	}
	if len(f.Boxed) > 0 {
		fmt.Fprintf(plain{a.err}, "undersigned: the picture has boxes for characters that its fonts lack, in: %s. The SVG shows them.\n", strings.Join(f.Boxed, "; "))
	}
	if file == "-" {
		_, err := a.out.Write(f.Data)
		return err
	}
	if err := store.WriteFileAtomic(file, func(w io.Writer) error { _, err := w.Write(f.Data); return err }); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s is written (data version %s).\n", file, reading.Version().Short)
	return nil
}
