package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/providers/posflag"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"

	"undersigned/graph"
)

// settings are read, the later winning, from config.yaml in the data folder, from UNDERSIGNED_DATA, UNDERSIGNED_STORE,
// UNDERSIGNED_LISTEN and UNDERSIGNED_LOG, and from the flags; see newSettingsTopic.
type settings struct {
	Data   string // the per-user data folder
	Store  string // a file; the default lies in the data folder
	Listen string
	Log    string
	Quiet  bool // nothing but results and errors
	Force  bool // Neo4j: make a store in a database that holds something else, beside it
}

const defaultListen = "127.0.0.1:7788"

func addSettings(root *cobra.Command) {
	f := root.PersistentFlags()
	f.String("data", "", "data `FOLDER`, with config.yaml; also UNDERSIGNED_DATA (default: a folder of yours, "+defaultDataFolderHint()+")")
	f.String("store", "", "`STORE` to use: a file (default: undersigned.db in the data folder), or a Neo4j address\n"+
		"(bolt://HOST:7687, neo4j+s://HOST, ...) with NEO4J_USERNAME and NEO4J_PASSWORD_FILE or NEO4J_PASSWORD;\nalso UNDERSIGNED_STORE, or store in config.yaml")
	f.Bool("force", false, "Neo4j: make the store in a database that holds something else; that is left alone")
	f.String("log", "warn", "`LEVEL` of what to log to standard error: debug, info (progress, too), warn or error; also UNDERSIGNED_LOG, or log in config.yaml")
	completed(root, "log", "debug", "info", "warn", "error")
	f.BoolP("quiet", "q", false, "write results and errors only: no progress, no remarks, no summary of what was done")
}

func (a *app) configure(cmd *cobra.Command) error {
	for _, name := range []string{"data", "store", "listen"} { // an unset variable of a script would choose the default
		if f := cmd.Flags().Lookup(name); f != nil && f.Changed && strings.TrimSpace(f.Value.String()) == "" {
			return graph.Errorf(graph.Invalid, "--%s is empty: give it a value, or leave the flag out", name)
		}
	}
	k := koanf.New(".")
	known := map[string]bool{"data": true, "store": true, "listen": true, "log": true}
	environment := env.Provider(".", env.Opt{Prefix: "UNDERSIGNED_", TransformFunc: func(key, value string) (string, any) {
		key = strings.ToLower(strings.TrimPrefix(key, "UNDERSIGNED_"))
		if !known[key] {
			return "", nil
		}
		return key, value
	}})
	load := func() error {
		if err := k.Load(environment, nil); err != nil {
			return graph.Wrap(graph.Invalid, err, "the UNDERSIGNED_ variables could not be read")
		}
		flags := posflag.ProviderWithValue(cmd.Flags(), ".", k, func(key, value string) (string, any) {
			if !known[key] {
				return "", nil
			}
			return key, value
		})
		return graph.Wrap(graph.Invalid, k.Load(flags, nil), "the flags could not be read")
	}
	if err := load(); err != nil { // once without the file, to know where it lies
		return err
	}
	data := k.String("data")
	if data == "" {
		data = defaultDataFolder()
	}
	if path := filepath.Join(data, "config.yaml"); fileExists(path) {
		k = koanf.New(".")
		if err := k.Load(file.Provider(path), yaml.Parser()); err != nil {
			return graph.Wrap(graph.Invalid, err, "the settings in "+path+" could not be read: mend the file or move it away")
		}
		for _, key := range k.Keys() {
			if !known[key] {
				return graph.Errorf(graph.Invalid, "%s: there is no setting %q; the settings are store, listen and log", path, key)
			}
		}
		if err := load(); err != nil {
			return err
		}
	}
	force, err := cmd.Flags().GetBool("force")
	if err != nil {
		return graph.Wrap(graph.Internal, err, "the flag --force could not be read")
	}
	quiet, err := cmd.Flags().GetBool("quiet")
	if err != nil {
		return graph.Wrap(graph.Internal, err, "the flag --quiet could not be read")
	}
	a.settings = settings{Force: force, Quiet: quiet, Data: data, Store: k.String("store"), Listen: k.String("listen"), Log: k.String("log")}
	if a.settings.Listen == "" {
		a.settings.Listen = defaultListen
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(a.settings.Log)); err != nil {
		return graph.Errorf(graph.Invalid, "%q is no log level: choose debug, info, warn or error", a.settings.Log)
	}
	if quiet {
		level = max(level, slog.LevelError)
	}
	a.log = slog.New(slog.NewTextHandler(a.err, &slog.HandlerOptions{Level: level}))
	return nil
}

// defaultDataFolder is a per-user folder: XDG_DATA_HOME or ~/.local/share on Linux, Application Support on macOS, AppData
// on Windows.
func defaultDataFolder() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "undersigned")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "undersigned-data"
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "undersigned")
	case "windows":
		if dir, err := os.UserConfigDir(); err == nil {
			return filepath.Join(dir, "undersigned")
		}
	}
	return filepath.Join(home, ".local", "share", "undersigned")
}

func defaultDataFolderHint() string {
	switch runtime.GOOS {
	case "darwin":
		return "~/Library/Application Support/undersigned"
	case "windows":
		return "undersigned in AppData"
	}
	return "~/.local/share/undersigned"
}

func fileExists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
