package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"undersigned/graph"
)

func newMan(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "Write the manual pages, one a command",
		Long: `Writes the manual pages of undersigned and of each command into a folder, which is made where it is missing. They are made from the help texts and
are of this version; make install puts them where man finds them.`,
		Example: `  undersigned man ~/.local/share/man/man1
  undersigned man pages/`,
		Args:              needArgs(1, 1, "one folder"),
		PersistentPreRunE: noSettings,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return graph.Wrap(graph.Unavailable, err, "the folder "+args[0]+" cannot be made: name another")
			}
			for name, page := range manualPages(cmd.Root()) {
				if err := os.WriteFile(filepath.Join(args[0], name), []byte(page), 0o644); err != nil {
					return graph.Wrap(graph.Unavailable, err, "the page "+name+" cannot be written: see that the folder "+args[0]+" is yours and has room")
				}
			}
			return nil
		},
	}
}

// manualPages returns the pages by file name. Topics of help are pages of section 7.
func manualPages(root *cobra.Command) map[string]string {
	pages := map[string]string{}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Hidden {
			return
		}
		c.InitDefaultHelpFlag()
		name, section := pageOf(c)
		pages[name+"."+section] = manualPage(c, name, section)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
	return pages
}

func pageOf(c *cobra.Command) (name, section string) {
	section = "1"
	if !c.Runnable() {
		section = "7"
	}
	return strings.ReplaceAll(c.CommandPath(), " ", "-"), section
}

// manualPage writes one page in the man macros of roff. It bears no date: the same program gives the same bytes.
func manualPage(c *cobra.Command, name, section string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH \"%s\" \"%s\" \"\" \"%s\" \"undersigned manual\"\n", strings.ToUpper(name), section, "undersigned "+roff(c.Root().Version))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(name), roff(c.Short))
	if c.Runnable() {
		use := c.UseLine()
		if c.HasSubCommands() {
			use = c.CommandPath() + " COMMAND"
		}
		fmt.Fprintf(&b, ".SH SYNOPSIS\n\\fB%s\\fR [OPTIONS]\n", roff(use))
	}
	b.WriteString(".SH DESCRIPTION\n")
	if c.Long != "" {
		prose(&b, c.Long)
	} else {
		prose(&b, c.Short+".")
	}
	if c.HasSubCommands() {
		b.WriteString(".SH COMMANDS\n")
		for _, sub := range c.Commands() {
			if !sub.Hidden && sub.Runnable() {
				fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", roff(strings.TrimPrefix(sub.CommandPath(), c.CommandPath()+" ")), roff(sub.Short))
			}
		}
	}
	if c.Runnable() {
		options(&b, "OPTIONS", c.NonInheritedFlags())
		options(&b, "OPTIONS OF ALL COMMANDS", c.InheritedFlags())
	}
	if c.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roffLines(c.Example))
	}
	fmt.Fprintf(&b, ".SH SEE ALSO\n%s\n", strings.Join(related(c), ",\n"))
	return b.String()
}

// related are the pages above and below, and for a command the one about settings.
func related(c *cobra.Command) (pages []string) {
	add := func(c *cobra.Command) {
		name, section := pageOf(c)
		pages = append(pages, fmt.Sprintf("\\fB%s\\fR(%s)", roff(name), section))
	}
	if c.HasParent() {
		add(c.Parent())
	}
	for _, sub := range c.Commands() {
		if !sub.Hidden && sub.Runnable() {
			add(sub)
		}
	}
	for _, topic := range c.Root().Commands() {
		if !topic.Runnable() && topic != c {
			add(topic)
		}
	}
	return pages
}

func options(b *strings.Builder, title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n", title)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		b.WriteString(".TP\n")
		if f.Shorthand != "" {
			fmt.Fprintf(b, "\\fB\\-%s\\fR, ", roff(f.Shorthand))
		}
		fmt.Fprintf(b, "\\fB\\-\\-%s\\fR", roff(f.Name))
		if value != "" {
			fmt.Fprintf(b, " \\fI%s\\fR", roff(value))
		}
		fmt.Fprintf(b, "\n%s", roff(strings.ReplaceAll(usage, "\n", " ")))
		if d := f.DefValue; d != "" && d != "false" && d != "[]" && d != "0" {
			fmt.Fprintf(b, " (default %s)", roff(d))
		}
		b.WriteString("\n")
	})
}

// prose writes paragraphs; lines that are set in, such as tables, stay as they are.
func prose(b *strings.Builder, text string) {
	inside := false
	for line := range strings.Lines(strings.TrimSpace(text)) {
		line = strings.TrimRight(line, "\n ")
		kept := strings.HasPrefix(line, "  ")
		switch {
		case line == "" && !inside:
			b.WriteString(".PP\n")
			continue
		case kept && !inside:
			b.WriteString(".nf\n")
		case !kept && inside && line != "":
			b.WriteString(".fi\n.PP\n")
		}
		inside = kept || inside && line == ""
		b.WriteString(roffLines(line) + "\n")
	}
	if inside {
		b.WriteString(".fi\n")
	}
}

// roff writes a text so that roff prints it as it is.
func roff(s string) string {
	return strings.NewReplacer("\\", "\\e", "-", "\\-", "'", "\\(aq", "`", "\\(ga", "^", "\\(ha", "~", "\\(ti").Replace(s)
}

// roffLines is roff for lines, none of which becomes a request.
func roffLines(s string) string {
	lines := strings.Split(roff(s), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = "\\&" + l
		}
	}
	return strings.Join(lines, "\n")
}
