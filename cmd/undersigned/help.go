package main

import (
	"strings"

	"github.com/spf13/cobra"

	"undersigned/graph"
)

// noSettings is for commands that need neither settings nor store, and so work where config.yaml is broken.
func noSettings(*cobra.Command, []string) error { return nil }

// newHelp shows what --help shows. cobra's own ends well for words that name nothing.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show the help of a command",
		Long:  "Shows the help of a command, as --help behind it does; without a command, that of undersigned.",
		Example: `  undersigned help load
  undersigned help letters judge
  undersigned help settings`,
		PersistentPreRunE: noSettings,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if of, err := commandNamed(cmd.Root(), args); err == nil {
				for _, c := range of.Commands() {
					if !c.Hidden {
						names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
					}
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			of, err := commandNamed(cmd.Root(), args)
			if err != nil {
				return err
			}
			of.InitDefaultHelpFlag()
			of.InitDefaultVersionFlag()
			return of.Help()
		},
	}
}

// commandNamed finds a command by its words.
func commandNamed(at *cobra.Command, words []string) (*cobra.Command, error) {
	for _, w := range words {
		var next *cobra.Command
		for _, c := range at.Commands() {
			if c.Name() == w || c.HasAlias(w) {
				next = c
			}
		}
		if next == nil {
			return nil, unknownCommand(at, w)
		}
		at = next
	}
	return at, nil
}

// newSettingsTopic is a page of help, no command.
func newSettingsTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "settings",
		Short: "Where settings come from: flags, UNDERSIGNED_* variables, config.yaml",
		Long: `A setting is taken from its flag; without one from the environment; without that from config.yaml in the data folder; else it has
its default.

  flag       variable             in config.yaml   what
  --data     UNDERSIGNED_DATA                      the data folder; default ` + defaultDataFolderHint() + `
  --store    UNDERSIGNED_STORE    store            the store: a file, default undersigned.db in the data folder; or a Neo4j address
  --listen   UNDERSIGNED_LISTEN   listen           the address of serve; default ` + defaultListen + `
  --log      UNDERSIGNED_LOG      log              debug, info, warn or error; default warn

config.yaml is written like this; a setting that it does not know is an error:

  store: /srv/letters/undersigned.db
  listen: 127.0.0.1:8000
  log: info

The data folder holds config.yaml, the store undersigned.db, the example's store example.db, and the folder "copies" with what was read from
addresses. On Linux XDG_DATA_HOME moves it.

User and password of Neo4j come from NEO4J_USERNAME (default neo4j) and from NEO4J_PASSWORD_FILE or NEO4J_PASSWORD, never from flags, which everybody
on the machine can read. HTTPS_PROXY and HTTP_PROXY are used for addresses with --private-addresses only.`,
	}
}

var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletion(a *app) *cobra.Command {
	var plainWords bool
	cmd := &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Print a script that completes commands and flags in your shell",
		Long: `Prints a script that lets the Tab key complete commands, flags and their values. Load it in the shell, or write it to a file from which
the shell loads it at each start. bash needs the package bash-completion.`,
		Example: `  source <(undersigned completion bash)
  undersigned completion bash > ~/.local/share/bash-completion/completions/undersigned
  undersigned completion zsh > "${fpath[1]}/_undersigned"
  undersigned completion fish > ~/.config/fish/completions/undersigned.fish
  undersigned completion powershell | Out-String | Invoke-Expression`,
		PersistentPreRunE: noSettings,
		Args:              needArgs(1, 1, "the name of a shell: "+strings.Join(shells, ", ")),
		ValidArgs:         shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch strings.ToLower(args[0]) {
			case "bash":
				return root.GenBashCompletionV2(a.out, !plainWords)
			case "zsh":
				if plainWords {
					return root.GenZshCompletionNoDesc(a.out)
				}
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, !plainWords)
			case "powershell", "pwsh":
				if plainWords {
					return root.GenPowerShellCompletion(a.out)
				}
				return root.GenPowerShellCompletionWithDesc(a.out)
			}
			return graph.Errorf(graph.Invalid, "there is no completion for %q: choose one of %s%s", args[0], strings.Join(shells, ", "), didYouMean(nearest(args[0], shells), ""))
		},
	}
	cmd.Flags().BoolVar(&plainWords, "no-descriptions", false, "complete without descriptions")
	return cmd
}
