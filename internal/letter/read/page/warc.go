package page

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
)

// warcMedium reads the first page of a web archive (ISO 28500, WARC/1.0 and 1.1), uncompressed or with gzip.
var warcMedium = medium.Medium{Name: "warc", Is: isWARC, Read: readWARC, Extensions: []string{"warc"}}

// maxRecords bounds how many records are looked through for a page.
const maxRecords = 20_000

func isWARC(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return false
		}
		head := make([]byte, 5)
		_, err = io.ReadFull(z, head)
		return err == nil && string(head) == "WARC/"
	}
	return bytes.HasPrefix(data, []byte("WARC/"))
}

// readWARC reads the first answer that is a page.
func readWARC(ctx context.Context, s medium.Source) (*document.Document, error) {
	name, data, limits := s.Name, s.Data, s.Limits
	var packed io.Reader = bytes.NewReader(data)
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(packed)
		if err != nil {
			return nil, graph.Errorf(graph.Invalid, "%s is a damaged archive: its compression cannot be read; fetch it again", name)
		}
		packed = z // records are members of the file; the reader goes on over them
	}
	// An archive holds more than a page; ten times the limit is looked through, no more, whatever it unpacks to.
	r := bufio.NewReader(io.LimitReader(packed, 10*int64(limits.Bytes)))
	for range maxRecords {
		if ctx.Err() != nil {
			return nil, medium.Cancelled(ctx, name)
		}
		header, ok := recordHead(r)
		if !ok {
			break
		}
		size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			break
		}
		body := io.LimitReader(r, size)
		if kind := header.Get("Warc-Type"); (kind == "response" || kind == "resource") && isPageAddress(header.Get("Warc-Target-Uri")) {
			page, set, err := archivedPage(name, kind, header, body, limits)
			if err != nil {
				return nil, err
			}
			if page != nil {
				return readWebPart(ctx, s, page, set, false)
			}
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			break
		}
	}
	return nil, graph.Errorf(graph.Invalid, "%s holds no page that could be read: save the page itself, as HTML", name)
}

// recordHead reads the head of the next record.
func recordHead(r *bufio.Reader) (textproto.MIMEHeader, bool) {
	for range 64 {
		l, err := r.ReadString('\n')
		if strings.HasPrefix(l, "WARC/") {
			h, err := textproto.NewReader(r).ReadMIMEHeader()
			return h, err == nil || len(h) > 0
		}
		if err != nil || strings.TrimSpace(l) != "" {
			return nil, false
		}
	}
	return nil, false
}

// archivedPage returns the page of a record, nil where it is none.
func archivedPage(name, kind string, header textproto.MIMEHeader, body io.Reader, limits medium.Limits) (page []byte, set string, err error) {
	content := header.Get("Content-Type")
	if kind == "response" {
		res, err := http.ReadResponse(bufio.NewReader(body), nil)
		if err != nil {
			return nil, "", nil
		}
		defer res.Body.Close()
		if res.StatusCode != http.StatusOK {
			return nil, "", nil
		}
		content, body = res.Header.Get("Content-Type"), res.Body
		if strings.EqualFold(res.Header.Get("Content-Encoding"), "gzip") {
			z, err := gzip.NewReader(body)
			if err != nil {
				return nil, "", nil
			}
			body = z
		}
	}
	media, params, _ := mime.ParseMediaType(content)
	if media != "text/html" && media != "application/xhtml+xml" {
		return nil, "", nil
	}
	page, err = io.ReadAll(io.LimitReader(body, int64(limits.Bytes)+1))
	if len(page) > limits.Bytes {
		return nil, "", graph.Errorf(graph.TooLarge, "the page in %s is larger than %d bytes: split it, or raise the limit", name, limits.Bytes)
	}
	if len(page) == 0 {
		return nil, "", nil
	}
	_ = err // a truncated page is read as far as it goes
	return page, params["charset"], nil
}
