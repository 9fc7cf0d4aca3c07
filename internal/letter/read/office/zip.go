package office

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
)

// Limits of office documents, which are ZIP files of XML: far above what a letter needs, and low enough that a bomb ends in
// seconds. Packed XML is seldom smaller than a fiftieth of itself; deflate cannot go below a thousandth.
const (
	maxParts    = 20_000   // files in the archive
	maxUnpacked = 48 << 20 // bytes unpacked from one document, all parts together
	maxRatio    = 200      // unpacked to packed, of parts above freeRatio
	freeRatio   = 1 << 20
	maxXMLDepth = 200 // elements within elements
)

// archive is the ZIP file of a document. Its parts are unpacked one by one, on demand and within the limits.
type archive struct {
	spelt int // bytes of text in cells, of workbooks
	name  string
	parts map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

// IsZIP reports whether bytes are a ZIP file.
func IsZIP(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// HasPart returns the test of a medium that is a ZIP file with a part of that name.
func HasPart(part string) func([]byte) bool {
	return func(data []byte) bool {
		if !IsZIP(data) {
			return false
		}
		a, err := openArchive("", data)
		return err == nil && a.parts[part] != nil
	}
}

func openArchive(name string, data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // paths are names here: nothing is written
		return nil, &graph.Error{Code: graph.Invalid, Message: name + " is damaged or cut off: the directory at its end is missing; save or download it again", Err: err}
	}
	if len(z.File) > maxParts {
		return nil, graph.Errorf(graph.TooLarge, "%s is an archive of %d files and the limit is %d: no letter has so many; save it again as a document", name, len(z.File), maxParts)
	}
	a := &archive{name: name, parts: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	for _, f := range z.File {
		if _, twice := a.parts[f.Name]; !twice {
			a.parts[f.Name] = f
		}
	}
	return a, nil
}

// open returns a reader of a part that stops at the limits; nil where there is no such part.
func (a *archive) open(part string) (*partReader, error) {
	f := a.parts[part]
	if f == nil {
		return nil, nil
	}
	if f.Flags&1 != 0 {
		return nil, graph.Errorf(graph.Unsupported, "%s is protected with a password: save a copy without one", a.name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, a.damaged(err)
	}
	most := max(freeRatio, maxRatio*int64(min(f.CompressedSize64, maxUnpacked)))
	return &partReader{archive: a, in: in, most: most}, nil
}

func (a *archive) damaged(err error) error {
	return &graph.Error{Code: graph.Invalid, Message: a.name + " is damaged: a part of it cannot be unpacked; save or download it again", Err: err}
}

// partReader reads one part and counts.
type partReader struct {
	*archive
	in   io.ReadCloser
	read int64
	most int64 // by the ratio
	err  error // why it ended early: a limit or damage
}

func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.in.Read(b)
	p.read += int64(n)
	p.left -= int64(n)
	switch {
	case p.left < 0:
		p.err = graph.Errorf(graph.TooLarge, "%s unpacks to more than %d MiB, the limit: save it again without pictures, or as plain text", p.name, maxUnpacked>>20)
	case p.read > p.most:
		p.err = graph.Errorf(graph.TooLarge, "%s unpacks to more than %d times its size, as only files made to do harm do: save it again with another program", p.name, maxRatio)
	case err != nil && err != io.EOF:
		p.err = p.damaged(err)
	default:
		return n, err
	}
	return 0, p.err
}

func (p *partReader) Close() error { return p.in.Close() }

// xmlReader walks the elements of a part. Entities of a document type are never expanded, external ones never fetched:
// encoding/xml knows the five of XML and refuses others.
type xmlReader struct {
	ctx    context.Context
	name   string
	d      *xml.Decoder
	part   *partReader
	depth  int
	tokens int
}

// readPart calls read with a walker at the root element of a part; it does nothing where there is no such part.
func (a *archive) readPart(ctx context.Context, part string, read func(x *xmlReader, root xml.StartElement) error) error {
	p, err := a.open(part)
	if err != nil || p == nil {
		return err
	}
	defer p.Close()
	x := &xmlReader{ctx: ctx, name: a.name, d: xml.NewDecoder(p), part: p}
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			return read(x, t)
		case nil:
			return graph.Errorf(graph.Invalid, "%s is damaged: its part %s is empty; save it again", a.name, part)
		}
	}
}

// next returns the next token, nil at the end of the part.
func (x *xmlReader) next() (xml.Token, error) {
	if x.tokens++; x.tokens&0xfff == 0 && x.ctx.Err() != nil {
		return nil, medium.Cancelled(x.ctx, x.name)
	}
	t, err := x.d.Token()
	switch {
	case x.part.err != nil:
		return nil, x.part.err
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, &graph.Error{Code: graph.Invalid, Message: x.name + " is damaged: a part of it is no valid XML; save or download it again", Err: err}
	}
	switch t.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > maxXMLDepth {
			return nil, graph.Errorf(graph.TooLarge, "%s nests its elements more than %d deep, as no letter does: save it again with another program", x.name, maxXMLDepth)
		}
	case xml.EndElement:
		x.depth--
	}
	return t, nil
}

// children calls element for each element within the one that was begun last, and text for its characters, until it ends.
// element must read its element to its end. Either may be nil, then elements are skipped and characters dropped.
func (x *xmlReader) children(element func(xml.StartElement) error, text func([]byte)) error {
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if element == nil {
				err = x.skip()
			} else {
				err = element(t)
			}
			if err != nil {
				return err
			}
		case xml.CharData:
			if text != nil {
				text(t)
			}
		case xml.EndElement, nil:
			return nil
		}
	}
}

// skip reads the element that was begun last to its end.
func (x *xmlReader) skip() error {
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case nil:
			return nil
		}
	}
	return nil
}

// allText returns the characters within the element that was begun last, those of its children included, but for the
// instructions of Word's fields.
func (x *xmlReader) allText() (string, error) {
	var b strings.Builder
	var walk func(xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local == "instrText" {
			return x.skip()
		}
		return x.children(walk, func(t []byte) { b.Write(t) })
	}
	err := walk(xml.StartElement{})
	return b.String(), err
}

// paragraphs returns the text of the paragraphs and headings within the element that was begun last, with blanks between them.
func (x *xmlReader) paragraphs() (string, error) {
	var texts []string
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local != "p" && e.Name.Local != "h" {
			return x.children(walk, nil)
		}
		t, err := x.allText()
		texts = append(texts, t)
		return err
	}
	err := x.children(walk, nil)
	return strings.Join(texts, " "), err
}

// attribute returns an attribute by its local name; office documents never have two of one.
func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// ZIP says what a ZIP file is that no other medium reads.
var ZIP = medium.Medium{Name: "zip", Is: IsZIP, Read: func(_ context.Context, s medium.Source) (*document.Document, error) {
	name := s.Name
	a, err := openArchive(name, s.Data)
	if err != nil {
		return nil, err
	}
	for _, known := range []struct{ part, what string }{{"ppt/presentation.xml", "a PowerPoint presentation"}, {"META-INF/container.xml", "an e-book"}} {
		if a.parts[known.part] != nil {
			return nil, graph.Errorf(graph.Unsupported, "%s is %s, which is not read: save it as PDF, DOCX or plain text", name, known.what)
		}
	}
	return nil, graph.Errorf(graph.Unsupported, "%s is a ZIP archive of %s and no document: unpack it and give the files in it", name, files(len(a.parts)))
}}

func files(n int) string {
	if n == 1 {
		return "1 file"
	}
	return fmt.Sprintf("%d files", n)
}

// maxSpelt bounds the text that the cells of a workbook have in all: a text is stored once and shown in as many cells as a file says, so that what a
// file packs says nothing of what it unpacks to.
const maxSpelt = 64 << 20

// spell counts the text of cells.
func (a *archive) spell(bytes int) error {
	if a.spelt += bytes; a.spelt > maxSpelt {
		return graph.Errorf(graph.TooLarge, "%s has more than %d MB of text in its cells: save the columns of the list alone", a.name, maxSpelt>>20)
	}
	return nil
}
