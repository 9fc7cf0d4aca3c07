package main

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"undersigned/internal/dataset"
)

// built says which program this is.
type built struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Date    string `json:"date"` // of the commit
	Changed bool   `json:"changed"`
	Go      string `json:"go"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
	Dataset string `json:"dataset"` // the form of data sets that it reads
}

// thisBuild is what the linker and the Go command wrote into the binary; a build without a repository has no commit.
func thisBuild() built {
	b := built{Version: version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH, Dataset: dataset.Format}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if b.Version == "unknown" && info.Main.Version != "" && info.Main.Version != "(devel)" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.Date = s.Value
		case "vcs.modified":
			b.Changed = s.Value == "true"
		}
	}
	return b
}

func newVersion(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Long:  "Prints the version of this program, with the commit and the Go version that it was built from: what to say in a report of a fault.",
		Example: `  undersigned version
  undersigned version --json`,
		Args:              needArgs(0, 0, "no arguments"),
		PersistentPreRunE: noSettings,
		RunE: func(*cobra.Command, []string) error {
			b := thisBuild()
			if asJSON {
				return a.writeJSON(b)
			}
			printf(a.text(), "undersigned %s\n", b.Version)
			if b.Commit != "" {
				changed := ""
				if b.Changed {
					changed = ", with changes"
				}
				printf(a.text(), "commit %.12s of %s%s\n", b.Commit, b.Date, changed)
			}
			printf(a.text(), "%s, %s/%s\n", b.Go, b.OS, b.Arch)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}
