package letter

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/net/html"

	"undersigned/graph"
)

// webMedia are pages of the web, as published, as templates, and as saved by browsers and archives.
var webMedia = []medium{htmlMedium, mhtmlMedium, warcMedium}

var htmlMedium = medium{name: "html", is: isHTML, read: readHTML, extensions: []string{"html", "htm", "xhtml", "shtml", "php", "phtml", "inc", "tmpl", "tpl", "erb", "ejs",
	"njk", "liquid", "j2", "jinja", "jinja2", "hbs", "handlebars", "mustache", "twig", "jsp", "asp", "aspx", "cshtml", "vue", "svelte"}}

// isHTML reports whether bytes say that they are a page: a document type or the first elements of one stand at their head,
// below nothing but white space, comments, declarations and code.
func isHTML(data []byte) bool {
	if hasUTF16BOM(data) {
		text, _ := decode("", data[:min(len(data), 2048)&^1])
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
func readHTML(ctx context.Context, s source) (*paper, error) {
	text, warnings := decodeWeb(s.name, s.data, "")
	return readPage(ctx, s, text, warnings)
}

// readPage reads the text of a page.
func readPage(ctx context.Context, s source, text string, warnings []string) (*paper, error) {
	name, limits := s.name, s.limits
	front, body, first, warning := frontMatter(text)
	if warning != "" {
		warnings = append(warnings, name+": "+warning)
	}
	body, said := dropCode(body)
	if !strings.Contains(body, "<") {
		lines, err := textLines(ctx, name, body, limits, first) // an included file without markup
		return &paper{lines: lines, meta: front.or(said), warnings: warnings}, err
	}
	w := newHTMLWalker(first, extension(name) == "vue", s.ask)
	z := html.NewTokenizer(strings.NewReader(body))
	for count := 0; ; count++ {
		kind := z.Next()
		if kind == html.ErrorToken {
			break // the end; a reader of a string has no other error
		}
		if count&0xfff == 0 && ctx.Err() != nil {
			return nil, cancelled(ctx, name)
		}
		w.token(z, kind)
		if len(w.lines) > limits.Lines {
			return nil, graph.Errorf(graph.TooLarge, "%s has more than %d lines: split it, or raise the limit", name, limits.Lines)
		}
	}
	w.finish()
	return &paper{lines: w.lines, meta: front.or(said), hints: w.hints(), warnings: warnings}, nil
}

// walkPage reads a piece of a page within another medium.
func walkPage(body string, first int, ask words) []line {
	w := newHTMLWalker(first, false, ask)
	z := html.NewTokenizer(strings.NewReader(body))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		w.token(z, kind)
	}
	w.finish()
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

// or fills what m does not say with what other says.
func (m meta) or(other meta) meta {
	if m.title == "" {
		m.title = other.title
	}
	if m.date == "" {
		m.date = other.date
	}
	if m.language == "" {
		m.language = other.language
	}
	return m
}
