package page

import (
	"strconv"
	"strings"
	"undersigned/internal/letter/rule"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tagAttributes are the attributes that matter.
type tagAttributes struct {
	class, id, style, role, alt, src, start, name, property, content, datetime, itemprop, kind, span, rows, lang, title, label, href, toggle, size string
	hidden                                                                                                                                         bool
}

func readAttributes(z *xhtml.Tokenizer, more bool) (a tagAttributes) {
	for n := 0; more && n < 64; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class":
			a.class = string(value)
		case "id":
			a.id = string(value)
		case "style":
			a.style = string(value)
		case "role":
			a.role = string(value)
		case "alt":
			a.alt = string(value)
		case "src":
			a.src = string(value)
		case "start":
			a.start = string(value)
		case "name":
			a.name = string(value)
		case "property":
			a.property = string(value)
		case "content":
			a.content = string(value)
		case "datetime":
			a.datetime = string(value)
		case "itemprop":
			a.itemprop = string(value)
		case "type":
			a.kind = string(value)
		case "colspan":
			a.span = string(value)
		case "rowspan":
			a.rows = string(value)
		case "lang", "xml:lang":
			a.lang = string(value)
		case "title":
			a.title = string(value)
		case "aria-label":
			a.label = string(value)
		case "size":
			a.size = string(value)
		case "href":
			a.href = string(value)
		case "data-toggle", "data-bs-toggle", "aria-expanded":
			a.toggle = string(value)
		case "hidden":
			a.hidden = true
		}
	}
	return a
}

// Elements by what their boundaries do to lines.
var (
	paragraphs = atoms(atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Menu, atom.Dl, atom.Table, atom.Blockquote, atom.Pre, atom.Figure,
		atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Address, atom.Fieldset, atom.Form, atom.Details, atom.Summary, atom.Hr, atom.Body, atom.Center)
	divisions = atoms(atom.Div, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption, atom.Figcaption, atom.Legend, atom.Head, atom.Html, atom.Dir)
	skipped   = atoms(atom.Svg, atom.Math, atom.Select, atom.Button, atom.Textarea, atom.Iframe, atom.Canvas, atom.Object, atom.Audio, atom.Video, atom.Noscript, atom.Datalist, atom.Map, atom.Applet, atom.Rp, atom.Rt)
	void      = atoms(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)
)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		m[a] = true
	}
	return m
}

// start reads a start tag.
func (w *htmlWalker) start(z *xhtml.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	if tag == 0 {
		return // custom elements are transparent
	}
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Xmp, atom.Noembed, atom.Noframes, atom.Iframe, atom.Plaintext:
		a := readAttributes(z, more)
		w.raw, w.rawLD = tag, tag == atom.Script && strings.Contains(a.kind, "ld+json")
		return
	}
	if w.skip > 0 {
		if !void[tag] {
			w.push(element{tag: tag, skip: skipped[tag]})
		}
		return
	}
	a := tagAttributes{}
	if more {
		a = readAttributes(z, true)
	}
	switch tag {
	case atom.Br:
		w.breakLine()
		return
	case atom.Hr:
		w.block(true)
		return
	case atom.Img:
		w.picture(a)
		return
	case atom.Meta:
		w.metaTag(a)
		return
	case atom.Input:
		w.input(a)
		return
	case atom.Html:
		w.language = a.lang
	case atom.Time:
		if w.dateBy == "" && a.datetime != "" {
			w.published, w.dateBy = a.datetime, "time"
		}
	}
	if void[tag] {
		return
	}
	w.implied(tag)
	if paragraphs[tag] || divisions[tag] {
		w.block(paragraphs[tag] && !w.inItem(tag))
		w.apart = w.apart || tag == atom.P && w.inItem(tag)
	}
	w.ids++
	e := element{tag: tag, id: w.ids, class: a.class, start: len(w.lines), at: len(w.buf), chars: w.chars, noted: w.noted, title: a.title, label: a.label}
	if tag == atom.A {
		e.href = ofSite(a.href)
	}
	if w.regions < maxRegions { // each is looked over at its end
		e.region = regionOf(tag, a)
	}
	e.said, e.named, e.note = saysSigned(tag, a), saysName(a.class), saysNote(tag, a)
	e.hidden = w.regions < maxRegions && isHidden(a)
	e.skip = skipped[tag] && !(tag == atom.Button && w.inHeading()) || tag == atom.Template && !(w.component && len(w.stack) == 0) || spokenOnly(a.class) || w.furniture(tag, a)
	e.button = isButton(tag, a)
	e.pre = tag == atom.Pre || strings.Contains(a.style, "white-space") && strings.Contains(a.style, "pre")
	e.bold = tag == atom.B || tag == atom.Strong || strings.Contains(a.style, "font-weight") && (strings.Contains(a.style, "bold") || strings.Contains(a.style, "700") || strings.Contains(a.style, "600")) || headingClass(tag, a.class)
	e.size = sizeOf(tag, a)
	e.struck = tag == atom.Del || tag == atom.S || tag == atom.Strike || strings.Contains(a.style, "line-through")
	if e.named && !paragraphs[tag] && !divisions[tag] {
		w.flush()
	}
	switch tag {
	case atom.Svg:
		w.picture(a)
	case atom.Div, atom.Span, atom.I, atom.Figure:
		if a.label != "" && (a.role == "img" || strings.Contains(a.style, "background")) {
			w.picture(a) // a logo that the style sheet draws
		}
	case atom.Form:
		e.inputs = w.inputs
	case atom.Sup:
		w.sup = len(w.buf)
	case atom.Ol:
		e.number = 1
		if n, err := strconv.Atoi(a.start); err == nil && n > 0 && n < 100_000 {
			e.number = n
		}
		w.listBegins()
	case atom.Ul, atom.Menu, atom.Dir:
		w.listBegins()
	case atom.Li, atom.Dt, atom.Dd:
		for i := len(w.stack) - 1; i >= 0; i-- {
			if list := &w.stack[i]; list.tag == atom.Ol || list.tag == atom.Ul || list.tag == atom.Menu || list.tag == atom.Dir || list.tag == atom.Dl {
				list.items++
				if list.number > 0 {
					list.number++
				}
				break
			}
		}
	case atom.Table:
		e.table = &htmlTable{from: len(w.lines), layout: a.role == "presentation" || a.role == "none"}
	case atom.Tr:
		if t := w.open(atom.Table); t != nil && t.table != nil {
			t.table.row()
		}
	case atom.Td, atom.Th:
		if t := w.open(atom.Table); t != nil && t.table != nil {
			t.table.cell(tag == atom.Th, len(w.lines), a)
		}
	}
	if e.as = tableRole(tag, a); e.as != 0 {
		w.startRole(&e, a)
		e.start = len(w.lines)
	}
	w.push(e)
}

// inItem reports whether a paragraph stands directly in an item of a list or a cell, where it makes no gap.
func (w *htmlWalker) inItem(tag atom.Atom) bool {
	if rule.Off("page.htmlWalker.inItem") {
		return false
	}
	if tag != atom.P || len(w.stack) == 0 {
		return false
	}
	switch w.stack[len(w.stack)-1].tag {
	case atom.Li, atom.Td, atom.Th, atom.Dd, atom.Dt:
		return true
	}
	return false
}

func (w *htmlWalker) push(e element) {
	if len(w.stack) >= maxDepth {
		return
	}
	w.stack = append(w.stack, e)
	w.count(&e, 1)
}

func (w *htmlWalker) count(e *element, by int) {
	if e.skip {
		w.skip += by
	}
	if e.pre {
		w.pre += by
	}
	if e.bold {
		w.bold += by
	}
	if e.struck {
		w.struck += by
	}
	if e.note {
		w.notes += by
	}
	if e.said {
		w.said += by
	}
	if e.named {
		w.named += by
	}
	if e.region != noRegion || e.hidden {
		w.regions += by
	}
	if e.button {
		w.buttons += by
	}
	switch e.tag {
	case atom.A:
		w.links += by
	case atom.Form:
		w.forms += by
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Dl:
		w.lists += by
	}
}
