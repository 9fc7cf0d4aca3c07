package page

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/net/html"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/text"
)

// Media are pages of the web, as published, as templates, and as saved by browsers and archives.
var Media = []medium.Medium{htmlMedium, mhtmlMedium, warcMedium}

var htmlMedium = medium.Medium{Name: "html", Is: isHTML, Read: readHTML, Extensions: []string{"html", "htm", "xhtml", "shtml", "php", "phtml", "inc", "tmpl", "tpl", "erb", "ejs",
	"njk", "liquid", "j2", "jinja", "jinja2", "hbs", "handlebars", "mustache", "twig", "jsp", "asp", "aspx", "cshtml", "vue", "svelte"}}

// isHTML reports whether bytes say that they are a page: a document type or the first elements of one stand at their head,
// below nothing but white space, comments, declarations and code.
func isHTML(data []byte) bool {
	if text.HasUTF16BOM(data) {
		text, _ := text.Decode("", data[:min(len(data), 2048)&^1])
		data = []byte(text)
	}
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf"))
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?php")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = ">"
		case bytes.HasPrefix(head, []byte("#!")):
			end = "\n"
		default:
			low := bytes.ToLower(head[:min(len(head), 20)])
			for _, start := range []string{"<!doctype html", "<html", "<head>", "<body"} {
				if bytes.HasPrefix(low, []byte(start)) {
					return true
				}
			}
			return false
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return false
		}
		head = head[i+len(end):]
	}
}

// readHTML reads a page for its text as a reader of the page meets it: headings, lists, tables, lines that <br> ends, the
// alternative texts of logos. Code of templates is dropped, and so is what belongs to the site and not to the page (menus,
// forms). Every line keeps the number of its source line.
//
// It walks the tokens and builds no tree: pages are seldom well formed, the lines of a letter need no more than the open
// elements, and tokens know where they stand in the source, which nodes of a tree do not. Time is linear in the bytes: the
// stack of open elements is bounded.
func readHTML(ctx context.Context, s medium.Source) (*document.Document, error) {
	text, warnings := text.DecodeWeb(s.Name, s.Data, "")
	return readPage(ctx, s, text, warnings)
}

// readPage reads the text of a page.
func readPage(ctx context.Context, s medium.Source, t string, warnings []string) (*document.Document, error) {
	name, limits := s.Name, s.Limits
	front, body, first, warning := plain.FrontMatter(t)
	if warning != "" {
		warnings = append(warnings, name+": "+warning)
	}
	body, said := dropCode(body)
	if !strings.Contains(body, "<") {
		lines, err := plain.TextLines(ctx, name, body, limits, first) // an included file without markup
		return &document.Document{Lines: lines, Meta: front.Or(said), Warnings: warnings}, err
	}
	begin := func() *htmlWalker { return newHTMLWalker(first, text.Extension(name) == "vue", s.Ask) }
	w, err := walk(body, begin, func(w *htmlWalker, count int) error {
		if count&0xfff == 0 && ctx.Err() != nil {
			return medium.Cancelled(ctx, name)
		}
		if len(w.lines) > limits.Lines {
			return graph.Errorf(graph.TooLarge, "%s has more than %d lines: split it, or raise the limit", name, limits.Lines)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &document.Document{Lines: w.lines, Meta: front.Or(said), Hints: w.hints(), Warnings: warnings, Data: append(plain.FrontData(t, first), w.programs...)}, nil
}

// WalkPage reads a piece of a page within another medium.
func WalkPage(body string, first int, ask medium.Words) []document.Line {
	w, _ := walk(body, func() *htmlWalker { return newHTMLWalker(first, false, ask) }, func(*htmlWalker, int) error { return nil })
	return w.lines
}

// token reads one token and counts its line breaks.
func (w *htmlWalker) token(z *html.Tokenizer, kind html.TokenType) {
	breaks := bytes.Count(z.Raw(), newline) // Text and TagAttr change what Raw returned
	switch kind {
	case html.TextToken:
		w.text(z)
	case html.StartTagToken, html.SelfClosingTagToken:
		w.start(z)
	case html.EndTagToken:
		w.end(z)
	}
	w.number += breaks
}

var newline = []byte{'\n'}
