package letter

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/pdf"
)

// Limits bound what one document may cost. A zero field means the default.
type Limits struct {
	Bytes int // size of the document; default MaxBytes
	Lines int // printed lines; default 200,000
	Rows  int // signatories; default 50,000
}

// MaxBytes is the default limit of a document's size.
const MaxBytes = 16 << 20

// DefaultLimits are wide enough for every letter we know of, and narrow enough for a service.
var DefaultLimits = Limits{Bytes: MaxBytes, Lines: 200_000, Rows: 50_000}

func (l Limits) withDefaults() Limits {
	if l.Bytes <= 0 {
		l.Bytes = DefaultLimits.Bytes
	}
	if l.Lines <= 0 {
		l.Lines = DefaultLimits.Lines
	}
	if l.Rows <= 0 {
		l.Rows = DefaultLimits.Rows
	}
	return l
}

// medium turns bytes into printed lines. A new medium is one file that defines one of these, and a word in media.
type medium struct {
	name       string
	extensions []string
	is         func(data []byte) bool // whether the bytes say so themselves, whatever the name; nil where they cannot
	read       func(ctx context.Context, name string, data []byte, limits Limits) (*paper, error)
	draft      func(ctx context.Context, name string, data []byte, limits Limits) (*Draft, error) // instead of read, where nothing is left to understand
}

// media are chosen by what the bytes say, then by extension; the first is also what a name without a known extension is read as.
var media = slices.Concat(textMedia, webMedia, officeMedia, pdfMedia, dataMedia)

// paper is a document as understanding sees it.
type paper struct {
	medium   string
	name     string // base name
	lines    []line // printed lines in reading order, without blank ones
	meta     meta   // what the document says about itself outside its text (front matter)
	hints    meta   // what a page's properties say: when it was put up; what the letter prints wins
	warnings []string
	aside    []LeftOut // what is no part of the text, such as footnotes
}

// meta is what front matter or a document's properties say.
type meta struct{ title, date, language string }

// Extract reads one document. The name chooses the medium (its extension) and may hold a date; its folder is dropped. Errors:
// Invalid for an empty document, Unsupported for a medium that is not read (the sentence says which are), TooLarge over a
// limit, Cancelled when ctx ends. Nothing else fails: a document without signatories is a Draft with none.
func Extract(ctx context.Context, name string, data []byte, limits Limits) (*Draft, error) {
	limits = limits.withDefaults()
	name = baseName(name)
	if len(data) > limits.Bytes {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d: split it, or raise the limit", name, len(data), limits.Bytes)
	}
	if isTable(name) {
		return extractTable(ctx, name, data, limits)
	}
	m, err := chooseMedium(name, data)
	if err != nil {
		return nil, err
	}
	if m.draft != nil {
		return m.draft(ctx, name, data, limits)
	}
	p, err := m.read(ctx, name, data, limits)
	if err != nil {
		return nil, err
	}
	p.medium, p.name = m.name, name
	if len(p.lines) == 0 && p.meta.title == "" {
		return nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	if len(p.lines) > limits.Lines {
		return nil, graph.Errorf(graph.TooLarge, "%s has %d lines and the limit is %d: split it, or raise the limit", name, len(p.lines), limits.Lines)
	}
	d, err := understand(ctx, p, limits)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	d.SHA256 = hex.EncodeToString(sum[:])
	return d, nil
}

// Reads reports whether files of that name are read at all; a loader that walks folders asks it.
func Reads(name string) bool {
	ext := extension(name)
	return isTable(name) || slices.ContainsFunc(media, func(m medium) bool { return slices.Contains(m.extensions, ext) })
}

func chooseMedium(name string, data []byte) (medium, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return medium{}, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	for _, m := range media {
		if m.is != nil && m.is(data) {
			return m, nil
		}
	}
	if what := foreign(data); what != "" {
		return medium{}, graph.Errorf(graph.Unsupported, "%s is %s: %s are read; save it or copy its text as one of these", name, what, readable)
	}
	ext := extension(name)
	for _, m := range media {
		if slices.Contains(m.extensions, ext) {
			return m, nil
		}
	}
	if what, known := unread[ext]; known {
		return medium{}, graph.Errorf(graph.Unsupported, "%s is %s: %s are read; save it or copy its text as one of these", name, what, readable)
	}
	return media[0], nil
}

// unread are extensions whose content would be read as text by mistake.
var unread = map[string]string{"rtf": "an RTF document", "xml": "XML", "eml": "an e-mail"}

// readable names the media for messages. It is no list of media's extensions: there are some forty.
const readable = "PDF, DOCX, ODT, web pages, Markdown, plain text, XLSX, CSV, YAML and JSON"

var magics = []struct{ prefix, what string }{
	{"PK\x03\x04", "a ZIP archive or an office document"}, {"\x1f\x8b", "compressed with gzip"},
	{"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"}, {"GIF8", "a GIF picture"}, {"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "an office document of before 2007, or one with a password"}, {"SQLite format 3\x00", "an SQLite database"}, {"\x7fELF", "a program"},
}

// foreign names what data is if it is no text: a known kind of file, or bytes that no text has.
func foreign(data []byte) string {
	if pdf.Is(data) {
		return "a PDF"
	}
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.what
		}
	}
	if hasUTF16BOM(data) {
		return ""
	}
	sample := data[:min(len(data), 1<<16)]
	odd := 0
	for _, b := range sample {
		if b == 0 {
			return "no text (it has zero bytes)"
		}
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b {
			odd++
		}
	}
	if odd*20 > len(sample) {
		return "no text (it is full of control characters)"
	}
	return ""
}

func baseName(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if base == "." || base == "/" {
		return "document"
	}
	return base
}

func extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(baseName(name)), "."))
}
