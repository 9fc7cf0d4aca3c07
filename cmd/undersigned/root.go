package main

import (
	"encoding/json"
	"io"
	"log/slog"
	"strings"

	"github.com/spf13/cobra"
)

// stdio is where a command reads and writes; tests give buffers.
type stdio struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// app is what the subcommands share: streams, settings (read once, before the command runs) and the logger.
type app struct {
	stdio
	settings settings
	log      *slog.Logger
}

// The groups in which the help lists the commands.
const (
	groupRead    = "read"
	groupExplore = "explore"
	groupDecide  = "decide"
	groupKeep    = "keep"
	groupProgram = "program"
)

func newRoot(s stdio) *cobra.Command {
	a := &app{stdio: s, log: slog.New(slog.DiscardHandler)}
	root := &cobra.Command{
		Use:   "undersigned",
		Short: "Who signs with whom: open letters in, the network of their signatories out",
		Long: `undersigned reads open letters, works out which organization stands behind each printed name, keeps the line
that proves it, and shows who signs with whom.

Settings come from flags, from UNDERSIGNED_* variables and from config.yaml in the data folder: undersigned help settings.
Results go to standard output, everything else to standard error; "-" as a file is standard input, or standard output for what is written.
The exit status is 0 for done, 1 for failed, 2 for wrong use or bad input, 3 for partly done, 130 for stopped.`,
		Example: `  undersigned serve --example      # explore the example data in the browser
  undersigned load letters/        # read your own letters into your store
  undersigned serve                # explore them
  undersigned help load            # what a command does, with examples`,
		Version:       thisBuild().Version,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return a.configure(cmd)
		},
	}
	group(root)
	root.SetUsageTemplate(usageTemplate(root.UsageTemplate()))
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(flagError)
	addSettings(root)
	add := func(id, title string, commands ...*cobra.Command) {
		root.AddGroup(&cobra.Group{ID: id, Title: title})
		for _, c := range commands {
			c.GroupID = id
		}
		root.AddCommand(commands...)
	}
	add(groupRead, "Read letters:", newLoad(a), newExtract(a), newRemove(a))
	add(groupExplore, "Explore the network:", newServe(a), newStats(a), newList(a), newAnalyze(a), newPartners(a), newExport(a))
	add(groupDecide, "Say who is who:", newJudgements(a), newJudge(a), newLetters(a), newNames(a), newUndo(a), newRedo(a))
	add(groupKeep, "Keep the store:", newBackup(a), newRestore(a), newCopy(a), newVerify(a), newAudit(a))
	help := newHelp()
	add(groupProgram, "The program itself:", help, newVersion(a), newCompletion(a), newMan(a), newEvaluate(a), newLicenses(a))
	root.SetHelpCommand(help)
	root.AddCommand(newReadLetter(a), newSettingsTopic())
	finish(root)
	return root
}

func init() { cobra.EnableCommandSorting = false } // the help lists first what one does first

// usageTemplate is cobra's, but for the line that a command which only holds others would have for itself.
func usageTemplate(theirs string) string {
	return strings.Replace(theirs, "{{if .Runnable}}", "{{if and .Runnable (not .HasAvailableSubCommands)}}", 1)
}

// finish completes what all commands have alike: files are completed only where a command takes any.
func finish(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	if cmd.ValidArgsFunction == nil && len(cmd.ValidArgs) == 0 && !strings.Contains(cmd.Use, " ") {
		cmd.ValidArgsFunction = cobra.NoFileCompletions
	}
	for _, c := range cmd.Commands() {
		finish(c)
	}
}

// writeJSON writes one value as indented JSON with a final newline.
func (a *app) writeJSON(v any) error { return writeJSON(a.out, v) }

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
