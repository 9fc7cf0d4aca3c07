package evaluate

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"undersigned/graph"
)

// WriteDrafts writes what each document was read as into a folder, as ID.json; write makes the bytes. A document that was not read gets no file,
// and an older one is taken away.
func (e *Extraction) WriteDrafts(dir string, write func(io.Writer, any) error) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return graph.Wrap(graph.Unavailable, err, "the folder for what was read could not be made; choose another with --out")
	}
	of := map[string]string{}
	for i := range e.Documents {
		d := &e.Documents[i]
		id := safeName(d.ID)
		if other, taken := of[id]; taken {
			return graph.Errorf(graph.Invalid, "%s and %s have the one id %s: give one gold file another", other, d.Name, id)
		}
		of[id] = d.Name
		if err := d.writeDraft(filepath.Join(dir, id+".json"), write); err != nil {
			return graph.Wrap(graph.Unavailable, err, id+".json could not be written; see that there is room in the folder")
		}
	}
	return nil
}

func (d *Document) writeDraft(file string, write func(io.Writer, any) error) error {
	if d.Error != "" {
		if err := os.Remove(file); !os.IsNotExist(err) {
			return err
		}
		return nil
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := write(f, d.draft); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// safeName makes a name for a file of an id: letters, digits, dots, dashes and underscores stay.
func safeName(id string) string {
	return strings.TrimLeft(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-", r) {
			return r
		}
		return '-'
	}, id), ".")
}
