package evaluate

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"undersigned/graph"
)

// ReadGolds reads the gold folders, one after the other.
func ReadGolds(dirs []string) ([]Gold, error) {
	var all []Gold
	known := map[string]bool{}
	for _, dir := range dirs {
		golds, err := readGold(dir)
		if err != nil {
			return nil, err
		}
		for _, g := range golds {
			if file := filepath.Join(g.root, g.Document); known[file] {
				return nil, graph.Errorf(graph.Invalid, "two gold files are for %s: give each folder once, and each document one gold file", g.Document)
			} else {
				known[file] = true
			}
		}
		all = append(all, golds...)
	}
	return all, nil
}

// readGold reads the gold files below a folder, in the order of their documents' names. JSON of another form (lists of aliases and the
// like) lies beside them and is passed over: a gold file is an object with "document" and "signatories". A gold without an id gets its
// publisher and the name of its file, without .json.
func readGold(dir string) ([]Gold, error) {
	var all []Gold
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return nil, graph.Errorf(graph.NotFound, "there is no folder %q: give the folder that holds the gold files", dir)
	}
	root, err := filepath.EvalSymlinks(dir) // walking does not follow a link at its root
	if err != nil {
		return nil, graph.Wrap(graph.Unavailable, err, "the gold folder could not be opened; see where its link leads")
	}
	err = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".json") {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var form struct {
			Document    string          `json:"document"`
			Signatories json.RawMessage `json:"signatories"`
		}
		if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) || json.Unmarshal(data, &form) == nil && (form.Document == "" || form.Signatories == nil) {
			return nil
		}
		g, err := ReadGold(file, data)
		if err != nil {
			return err
		}
		if !filepath.IsLocal(filepath.FromSlash(g.Document)) {
			return graph.Errorf(graph.Invalid, "%s names the document %q: name it from the folder beside the gold, such as letters/a.txt", filepath.Base(file), g.Document)
		}
		within, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		g.root = filepath.Join(dir, "..")
		if publisher, _, below := strings.Cut(filepath.ToSlash(within), "/"); below {
			g.Publisher = publisher
		} else {
			g.Publisher = filepath.Base(root)
		}
		if g.ID == "" {
			g.ID = g.Publisher + "-" + strings.TrimSuffix(filepath.Base(file), ".json")
		}
		all = append(all, g)
		return nil
	})
	if _, said := errors.AsType[*graph.Error](err); said {
		return nil, err
	} else if err != nil {
		return nil, graph.Wrap(graph.Unavailable, err, "the gold files could not be read; see that the folder is complete")
	}
	if len(all) == 0 {
		return nil, graph.Errorf(graph.Invalid, "%q holds no gold file: JSON with document and signatories is wanted", filepath.Base(dir))
	}
	slices.SortStableFunc(all, func(a, b Gold) int { return strings.Compare(a.Document, b.Document) })
	return all, nil
}

// choose keeps the golds whose document is listed, by its name in the gold or its base name. A listed document without gold is an error:
// a measurement must not become smaller unseen.
func choose(all []Gold, only []string) ([]Gold, error) {
	if len(only) == 0 {
		return all, nil
	}
	var kept []Gold
	used := make([]bool, len(only))
	for _, g := range all {
		listed := false
		for i, name := range only {
			if name == g.Document || name == path.Base(g.Document) {
				used[i], listed = true, true
			}
		}
		if listed {
			kept = append(kept, g)
		}
	}
	if i := slices.Index(used, false); i >= 0 {
		return nil, graph.Errorf(graph.NotFound, "the list names %q, for which there is no gold file; write documents as the gold names them", only[i])
	}
	return kept, nil
}

// ReadList reads a list of documents from a file, see ParseList.
func ReadList(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, graph.Wrap(graph.NotFound, err, filepath.Base(file)+": the list of documents could not be read; check the name")
	}
	return ParseList(filepath.Base(file), data)
}

// ParseList reads a list of documents: one name a line, blank lines and lines that begin with # apart.
func ParseList(name string, data []byte) ([]string, error) {
	var names []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			names = append(names, line)
		}
	}
	if len(names) == 0 {
		return nil, graph.Errorf(graph.Invalid, "%s names no document", name)
	}
	return names, nil
}
