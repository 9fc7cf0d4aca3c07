package layouts

import (
	"fmt"
	"html"
	"strings"
)

// habit is how the HTML of one kind of program looks: what stands around each thing.
type habit struct {
	start, end string // of the page; %s is the title and the language
	brk        string
	around     map[string][4]string // open, before each, after each, close
}

type htmlPrinter struct {
	*habit
	strings.Builder
}

func (h *habit) page(p *page) []byte {
	w := &htmlPrinter{habit: h}
	w.WriteString(strings.NewReplacer("{lang}", p.language, "{title}", html.EscapeString(p.title)).Replace(h.start))
	for _, b := range p.blocks {
		w.block(b)
	}
	w.WriteString(h.end)
	return []byte(w.String())
}

// each prints things with what the habit has around that kind.
func (w *htmlPrinter) each(kind string, inner ...string) {
	a, ok := w.around[kind]
	if !ok {
		panic("no habit for " + kind)
	}
	w.WriteString(a[0])
	for _, in := range inner {
		w.WriteString(a[1] + in + a[2])
	}
	w.WriteString(a[3] + "\n")
}

// nested is each, printed to a text.
func (w *htmlPrinter) nested(kind string, inner ...string) string {
	n := &htmlPrinter{habit: w.habit}
	n.each(kind, inner...)
	return strings.TrimSuffix(n.String(), "\n")
}

func (w *htmlPrinter) block(b any) {
	switch b := b.(type) {
	case heading:
		w.each(fmt.Sprintf("h%d", b.level), html.EscapeString(b.text))
	case paragraph:
		w.each("p", w.lines(item(b)))
	case list:
		w.each(b.style, w.entries(b.style, b.items)...)
	case columns:
		var all []string
		for _, c := range b.items {
			all = append(all, w.nested("lines", w.entries("lines", c)...))
		}
		w.each("columns", all...)
	case table:
		var rows []string
		if b.header != nil {
			var cells []string
			for _, h := range b.header {
				cells = append(cells, html.EscapeString(h))
			}
			rows = append(rows, w.nested("header", cells...))
		}
		for _, row := range b.rows {
			rows = append(rows, w.nested("row", w.entries("row", row)...))
		}
		w.each("table", rows...)
	case menu:
		kind := "menu"
		if b.foot {
			kind = "foot"
		}
		var all []string
		for _, it := range b.items {
			all = append(all, `<a href="/`+host(it)+`">`+html.EscapeString(it)+`</a>`)
		}
		w.each(kind, all...)
	case form:
		w.WriteString(`<form action="/sign" method="post">`)
		for i, label := range b[:len(b)-1] {
			fmt.Fprintf(w, `<label for="f%d">%s</label> <input id="f%d" name="f%d">`+"<br>\n", i, html.EscapeString(label), i, i)
		}
		fmt.Fprintf(w, "<button type=\"submit\">%s</button></form>\n", html.EscapeString(b[len(b)-1]))
	}
}

func (w *htmlPrinter) entries(style string, items []item) []string {
	var out []string
	for _, it := range items {
		if style == "cards" {
			first := w.nested("cardname", w.lines(it[:1]))
			for _, l := range it[1:] {
				first += w.nested("cardtext", w.line(l))
			}
			out = append(out, first)
			continue
		}
		out = append(out, w.lines(it))
	}
	return out
}

func (w *htmlPrinter) lines(it item) string {
	var all []string
	for _, l := range it {
		all = append(all, w.line(l))
	}
	return strings.Join(all, w.brk)
}

func (w *htmlPrinter) line(l line) string {
	var b strings.Builder
	for _, s := range l {
		text := strings.ReplaceAll(html.EscapeString(s.text), "\u00a0", "&nbsp;")
		if s.image {
			text = fmt.Sprintf(`<img src="/logos/%s.png" alt="%s"`, host(s.text+s.title), text)
			if s.title != "" {
				text += ` title="` + html.EscapeString(s.title) + `"`
			}
			text += ">"
		}
		if s.bold {
			text = "<strong>" + text + "</strong>"
		}
		if s.link != "" {
			text = `<a href="` + s.link + `">` + text + "</a>"
		}
		b.WriteString(text)
	}
	return b.String()
}
