package letter

import xhtml "golang.org/x/net/html"

// tagAttributes are the attributes that matter.
type tagAttributes struct {
	class, id, style, role, alt, src, start, name, property, content, datetime, itemprop, kind, span, rows, lang, title string
	hidden                                                                                                              bool
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
		case "hidden":
			a.hidden = true
		}
	}
	return a
}
