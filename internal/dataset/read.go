package dataset

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/store"
)

// MaxSize bounds the files this package reads, in bytes, unpacked.
const MaxSize = 256 << 20

// Read reads a data set as the records of a store. name is the file's name: its base stands in judgements and documents,
// with the SHA-256 of data. It ends with code Cancelled when ctx does.
func Read(ctx context.Context, name string, data []byte) (store.Change, error) {
	f, err := Parse(name, data)
	if err != nil {
		return store.Change{}, err
	}
	return f.Change(ctx, name, fingerprint(data))
}

// Parse reads the form alone. Errors are Invalid and name the line and the field.
func Parse(name string, data []byte) (*File, error) {
	n, err := parse(name, data)
	if err != nil {
		return nil, inFile(name, err)
	}
	f := &File{}
	if err := checkFormat(n); err != nil {
		return nil, inFile(name, err)
	}
	if err := decode(n, f); err != nil {
		return nil, inFile(name, err)
	}
	return f, nil
}

// parse reads JSON where the file says so by name or by its first character, else YAML.
func parse(name string, data []byte) (*node, error) {
	if len(data) > MaxSize {
		return nil, graph.Errorf(graph.TooLarge, "the file is larger than %d MiB; split it", MaxSize>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, graph.Errorf(graph.Invalid, "the file is empty")
	}
	if !utf8.Valid(data) {
		return nil, graph.Errorf(graph.Invalid, "line %d: the text is not UTF-8; save the file as UTF-8", invalidLine(data))
	}
	if first := bytes.TrimSpace(data)[0]; strings.EqualFold(filepath.Ext(name), ".json") || first == '{' || first == '[' {
		return parseJSON(data)
	}
	return parseYAML(data)
}

func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return line
}

func checkFormat(n *node) error {
	if n.kind != mapNode {
		return wrong(n, "", `this is no data set: it begins with "undersigned: %s" and has the fields name and letters (lists of aliases are read with --aliases)`, Format)
	}
	i := slices.IndexFunc(n.keys, func(k *node) bool { return k.text == "undersigned" })
	if i < 0 {
		return wrong(n, "", `the field "undersigned: %s" is missing, so this is not taken for a data set; add it`, Format)
	}
	if v := n.items[i]; v.text != Format {
		return wrong(v, "undersigned", "this program reads %q, not %q; a newer program may have written the file", Format, v.text)
	}
	return nil
}

func inFile(name string, err error) error {
	return &graph.Error{Code: graph.CodeOf(err), Message: base(name) + ": " + graph.MessageOf(err)}
}

// source is the file that records come from.
type source struct{ name, sha256 string }

func (s source) by() string { return "file " + s.name }

func base(name string) string { return filepath.Base(filepath.ToSlash(name)) }

func fingerprint(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Change turns the form into records. name and sha256 are those of the file that the records come from.
func (f *File) Change(ctx context.Context, name, sha256 string) (store.Change, error) {
	c, src := store.Change{}, source{base(name), sha256}
	if strings.TrimSpace(f.Name) == "" {
		return c, graph.Errorf(graph.Invalid, `%s: the field "name" is missing: the letters' ids are made from it, so it must stay when the file grows`, src.name)
	}
	ids, err := f.letterIDs(src)
	if err != nil {
		return c, err
	}
	for i := range f.Letters {
		if err := ctx.Err(); err != nil {
			return store.Change{}, graph.Wrap(graph.Cancelled, err, "reading "+src.name+" was stopped")
		}
		l, err := f.letter(&f.Letters[i], ids, src)
		if err != nil {
			return store.Change{}, err
		}
		c.Letters = append(c.Letters, l)
	}
	if err := f.judgements(&c, ids, src); err != nil {
		return store.Change{}, err
	}
	if err := store.Check(c); err != nil {
		return store.Change{}, inFile(src.name, err)
	}
	return c, nil
}

// letterIDs maps the file's ids of letters to those of the store.
func (f *File) letterIDs(src source) (map[string]string, error) {
	ids := make(map[string]string, len(f.Letters))
	for i, l := range f.Letters {
		if strings.TrimSpace(l.ID) == "" {
			return nil, graph.Errorf(graph.Invalid, "%s, letters[%d]: the field \"id\" is missing; give each letter one of its own", src.name, i)
		}
		if _, taken := ids[l.ID]; taken {
			return nil, graph.Errorf(graph.Invalid, "%s, letters[%d]: the id %q stands twice; give each letter one of its own", src.name, i, l.ID)
		}
		ids[l.ID] = l.ID
		if !f.KeepIDs {
			ids[l.ID] = graph.LetterID(l.ID, f.Name+"\x00"+l.ID)
		}
	}
	return ids, nil
}

// resolve returns the store's id for a file's id. With KeepIDs a letter may point at one that the file does not hold.
func (f *File) resolve(ids map[string]string, id, where string, src source) (string, error) {
	if id == "" || f.KeepIDs {
		return id, nil
	}
	if to, ok := ids[id]; ok {
		return to, nil
	}
	return "", graph.Errorf(graph.Invalid, "%s, %s: no letter of this file has the id %q", src.name, where, id)
}

func (f *File) letter(l *Letter, ids map[string]string, src source) (graph.Letter, error) {
	where := "letter " + l.ID
	out := graph.Letter{ID: ids[l.ID], Title: l.Title, TitleBy: l.TitleBy, Kind: l.Kind, Date: l.Date, Language: l.Language, Stance: l.Stance,
		Addressees: l.Addressees, Topics: l.Topics, Claimed: graph.Claimed(l.Claimed), Individuals: l.Individuals, Quotes: l.Quotes, LeftOut: l.LeftOut,
		Doubtful: l.Doubtful, Checked: l.Checked}
	if !f.KeepIDs {
		if err := l.check(where, src); err != nil {
			return out, err
		}
		out.Kind = cmp.Or(l.Kind, "letter")
		out.Signatures = []graph.Signature{}
	}
	for _, t := range l.Targets {
		if strings.TrimSpace(t.Name) == "" {
			return out, graph.Errorf(graph.Invalid, "%s, %s: a target has no name", src.name, where)
		}
		out.Targets = append(out.Targets, graph.TargetRef(t))
	}
	for _, link := range []struct {
		field, from string
		to          *string
	}{{"version_of", l.VersionOf, &out.VersionOf}, {"translation_of", l.TranslationOf, &out.TranslationOf}, {"report_of", l.ReportOf, &out.ReportOf}} {
		to, err := f.resolve(ids, link.from, where+", "+link.field, src)
		if err != nil {
			return out, err
		}
		if to == out.ID && to != "" {
			return out, graph.Errorf(graph.Invalid, "%s, %s, %s: it names the letter itself; name another or leave it out", src.name, where, link.field)
		}
		*link.to = to
	}
	out.Documents = l.documents(src, f.KeepIDs)
	return out, l.sign(&out, where, src)
}

// Kinds are the kinds of letters that the form knows.
var Kinds = []string{"letter", "statement", "petition", "amicus-brief", "press-release", "news", "profile", "list", "other"}

func (l *Letter) check(where string, src source) error {
	if l.Kind != "" && !slices.Contains(Kinds, l.Kind) {
		return graph.Errorf(graph.Invalid, "%s, %s: the kind %q is unknown; write one of %s", src.name, where, l.Kind, strings.Join(Kinds, ", "))
	}
	if l.TitleBy != "" && l.TitleBy != "described" {
		return graph.Errorf(graph.Invalid, "%s, %s: title_by is \"described\" where the title is yours; leave it out where it is printed", src.name, where)
	}
	return nil
}

// documents returns the letter's documents with ids; a letter without any has the data set itself as its document.
func (l *Letter) documents(src source, kept bool) []graph.Document {
	if l.Documents == nil && kept {
		return nil
	}
	if len(l.Documents) == 0 && !kept {
		return []graph.Document{{ID: src.sha256, Name: src.name, SHA256: src.sha256, Medium: "dataset"}}
	}
	out := make([]graph.Document, len(l.Documents))
	for i, d := range l.Documents {
		out[i] = graph.Document(d)
		out[i].ID = cmp.Or(d.ID, d.SHA256, d.Path, d.Name, "document")
	}
	return out
}
