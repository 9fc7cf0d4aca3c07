package fetch

import (
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
)

// endings are the media types of documents, each with the ending that files of it have. The first of a type is the one to give.
var endings = map[string][]string{
	"text/html":                 {".html", ".htm"},
	"application/xhtml+xml":     {".xhtml", ".html"},
	"text/plain":                {".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".yml", ".yaml", ".json"}, // what hosts of source code call everything
	"text/markdown":             {".md", ".markdown"},
	"text/x-markdown":           {".md", ".markdown"},
	"text/csv":                  {".csv"},
	"text/tab-separated-values": {".tsv"},
	"application/csv":           {".csv"},
	"application/json":          {".json"},
	"text/json":                 {".json"},
	"application/yaml":          {".yaml", ".yml"},
	"application/x-yaml":        {".yaml", ".yml"},
	"text/yaml":                 {".yaml", ".yml"},
	"text/x-yaml":               {".yaml", ".yml"},
	"application/pdf":           {".pdf"},
	"application/x-pdf":         {".pdf"},
	"multipart/related":         {".mhtml"},
	"message/rfc822":            {".mhtml"},
	"application/x-mimearchive": {".mhtml"},
	"application/warc":          {".warc"},
	"application/msword":        {".docx"}, // what servers that know no newer type call DOCX; an old file says what it is
	"application/vnd.ms-excel":  {".xlsx", ".csv"},
	"application/rtf":           {".rtf"},
	"text/rtf":                  {".rtf"},
	"application/xml":           {".xhtml"},
	"text/xml":                  {".xhtml"},
	"application/vnd.ms-word.document.macroenabled.12":                        {".docm"},
	"application/vnd.oasis.opendocument.text":                                 {".odt"},
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": {".docx"},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":       {".xlsx"},
}

// anything are types by which a server says that it does not know.
var anything = []string{"application/octet-stream", "binary/octet-stream", "application/force-download", "application/x-download", "application/zip", "application/x-zip-compressed"}

// mediaType reads what the server says that it sends; types that are no document are refused before they are read.
func mediaType(u *url.URL, h http.Header) (kind, charset string, err error) {
	given := h.Get("Content-Type")
	kind, parameters, parseErr := mime.ParseMediaType(given)
	if parseErr != nil {
		kind, _, _ = strings.Cut(given, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	if _, known := endings[kind]; kind == "" || known || slices.Contains(anything, kind) || strings.HasPrefix(kind, "text/") {
		return kind, strings.ToLower(parameters["charset"]), nil
	}
	return "", "", graph.Errorf(graph.Unsupported, "%s is no document (the server calls it %q): give the address of the letter itself, as a web page, PDF, Word file, text or table", shown(u), kind)
}

// fileName makes a base name: the one that the server suggests, else the last part of the address, else the host; with an ending
// that fits the media type. Letters, digits, dots, hyphens and underscores stay.
func fileName(u *url.URL, h http.Header, kind string) string {
	name := path.Base(u.Path)
	if _, p, err := mime.ParseMediaType(h.Get("Content-Disposition")); err == nil && p["filename"] != "" {
		name = path.Base(strings.ReplaceAll(p["filename"], `\`, "/"))
	}
	name = strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, name), ".-")
	if name == "" {
		name = strings.ReplaceAll(u.Hostname(), ":", "-")
		return name + endingOf(kind, "")
	}
	for utf8.RuneCountInString(name) > 100 {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
	}
	ending := path.Ext(name)
	return strings.TrimSuffix(name, ending) + endingOf(kind, ending)
}

// endingOf returns the ending for a media type: the one that the name has, where it fits or where the type says nothing.
func endingOf(kind, has string) string {
	fit, known := endings[kind]
	switch {
	case !known && has != "":
		return has
	case !known && strings.HasPrefix(kind, "text/"):
		return ".txt"
	case !known:
		return ""
	case slices.Contains(fit, strings.ToLower(has)):
		return strings.ToLower(has)
	}
	return fit[0]
}
