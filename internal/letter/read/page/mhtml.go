package page

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// mhtmlMedium reads pages that browsers saved as one file (RFC 2557): a MIME message whose first page is the letter.
var mhtmlMedium = medium.Medium{Name: "mhtml", Is: isMHTML, Read: readMHTML, Extensions: []string{"mhtml", "mht"}}

// Bounds of a saved page: parts in it, and how deep messages are nested.
const (
	maxMIMEParts = 2000
	maxNesting   = 5
)

var messageHead = text.Lazy("page.messageHead", `(?i)^(from|subject|date|mime-version|snapshot-content-location|content-type|message-id|x-[a-z-]+): `)

func isMHTML(data []byte) bool {
	head := data[:min(len(data), 4096)]
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), "\r\n")
	line, _, _ := bytes.Cut(head, newline)
	return messageHead.MatchString(string(line)) && bytes.Contains(bytes.ToLower(head), []byte("multipart/related")) && bytes.Contains(bytes.ToLower(head), []byte("mime-version"))
}

// readMHTML reads the first page of the message.
func readMHTML(ctx context.Context, s medium.Source) (*document.Document, error) {
	name, data := s.Name, s.Data
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), "\r\n")
	r := bufio.NewReader(bytes.NewReader(data))
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return nil, graph.Errorf(graph.Invalid, "%s is no saved page: its head cannot be read; save the page again, or as HTML", name)
	}
	f := pageFinder{name: name, limits: s.Limits}
	if err := f.part(header, r, 0); err != nil {
		return nil, err
	}
	if f.page == nil {
		return nil, graph.Errorf(graph.Invalid, "%s holds no page: no part of it is HTML or text; save the page again, or as HTML", name)
	}
	return readWebPart(ctx, s, f.page, f.set, f.plain)
}

// readWebPart reads a page that a file holds.
func readWebPart(ctx context.Context, s medium.Source, page []byte, set string, bare bool) (*document.Document, error) {
	text, warnings := text.DecodeWeb(s.Name, page, set)
	if bare {
		lines, err := plain.TextLines(ctx, s.Name, text, s.Limits, 1)
		return &document.Document{Lines: lines, Warnings: warnings}, err
	}
	return readPage(ctx, s, text, warnings)
}

// pageFinder looks for the first page among the parts of a message.
type pageFinder struct {
	name   string
	limits medium.Limits
	parts  int
	page   []byte
	set    string
	plain  bool // found only text without markup so far
}

func (f *pageFinder) part(header textproto.MIMEHeader, body io.Reader, depth int) error {
	if f.parts++; f.parts > maxMIMEParts || depth > maxNesting {
		return graph.Errorf(graph.TooLarge, "%s has more parts than a saved page has: save it again, or as HTML", f.name)
	}
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil && kind == "" {
		kind, params = "text/plain", nil
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		m := multipart.NewReader(body, params["boundary"])
		for {
			p, err := m.NextRawPart()
			if err != nil {
				return nil // the end, or a truncated file: what was found counts
			}
			if err := f.part(p.Header, p, depth+1); err != nil {
				return err
			}
			if f.page != nil && !f.plain {
				return nil
			}
		}
	}
	html := kind == "text/html" || kind == "application/xhtml+xml"
	if !html && (kind != "text/plain" || f.page != nil) {
		return nil
	}
	data, err := f.body(header.Get("Content-Transfer-Encoding"), body)
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(data)) > 0 {
		f.page, f.set, f.plain = data, params["charset"], !html
	}
	return nil
}

// body decodes a part. What a truncated part holds is read; MIME does not expand, the limit is a second fence.
func (f *pageFinder) body(encoding string, r io.Reader) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(f.limits.Bytes)+1))
	if len(data) > f.limits.Bytes {
		return nil, graph.Errorf(graph.TooLarge, "the page in %s is larger than %d bytes: split it, or raise the limit", f.name, f.limits.Bytes)
	}
	if err != nil && len(data) == 0 {
		return nil, graph.Errorf(graph.Invalid, "the page in %s is damaged: save it again, or as HTML", f.name)
	}
	return data, nil
}

// isPageAddress reports whether an address of an archived answer may be a page, by the end of its path.
func isPageAddress(uri string) bool {
	if rule.Off("page.isPageAddress") {
		return false
	}
	uri, _, _ = strings.Cut(uri, "?")
	switch strings.ToLower(path.Ext(uri)) {
	case ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".woff", ".woff2", ".json", ".xml":
		return false
	}
	return true
}
