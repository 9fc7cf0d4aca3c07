package page

import (
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
)

// implied closes what a start tag closes without saying so.
func (w *htmlWalker) implied(tag atom.Atom) {
	switch tag {
	case atom.Li:
		w.closeUpTo(itemTags, listBounds)
	case atom.Dt, atom.Dd:
		w.closeUpTo(termTags, listBounds)
	case atom.Td, atom.Th:
		w.closeUpTo(cellTags, tableBounds)
	case atom.Tr:
		w.closeUpTo(rowTags, tableBounds)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		w.closeUpTo(bodyTags, tableBounds)
	case atom.A:
		w.closeUpTo(linkTags, blockBounds)
	}
	if paragraphs[tag] || tag == atom.Div || tag == atom.Li {
		w.closeUpTo(paragraphTags, blockBounds)
	}
}

var (
	listBounds                                  = atoms(atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Dl, atom.Table, atom.Td, atom.Th)
	tableBounds                                 = atoms(atom.Table)
	itemTags, termTags, linkTags, paragraphTags = atoms(atom.Li), atoms(atom.Dt, atom.Dd), atoms(atom.A), atoms(atom.P)
	cellTags, rowTags                           = atoms(atom.Td, atom.Th), atoms(atom.Tr, atom.Td, atom.Th)
	bodyTags                                    = atoms(atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th)
	blockBounds                                 = atoms(atom.Td, atom.Th, atom.Li, atom.Dd, atom.Dt, atom.Div, atom.Table, atom.Ul, atom.Ol, atom.Blockquote, atom.Section, atom.Article)
)

// closeUpTo closes the outermost open element of some kinds, and what is in it, that stands inside the bounds.
func (w *htmlWalker) closeUpTo(tags, bounds map[atom.Atom]bool) {
	cut := -1
	for i := len(w.stack) - 1; i >= 0 && !bounds[w.stack[i].tag]; i-- {
		if tags[w.stack[i].tag] {
			cut = i
		}
	}
	if cut >= 0 {
		w.closeFrom(cut)
	}
}

// end reads an end tag: it closes the element and all in it; one that nothing opened is left alone, save </p>, which breaks.
func (w *htmlWalker) end(z *xhtml.Tokenizer) {
	name, _ := z.TagName()
	tag := atom.Lookup(name)
	switch tag {
	case 0:
		return
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Xmp, atom.Noembed, atom.Noframes, atom.Iframe:
		w.raw = 0
		return
	}
	inline := !paragraphs[tag] && !divisions[tag]
	for i := len(w.stack) - 1; i >= 0; i-- {
		t := w.stack[i].tag
		if t == tag {
			w.closeFrom(i)
			return
		}
		if inline && (t == atom.Td || t == atom.Th || t == atom.Table) || t == atom.Table && (tag == atom.Div || tag == atom.P || tag == atom.Li) {
			break
		}
	}
	if tag == atom.P || tag == atom.Br {
		w.breakLine()
	}
}

func (w *htmlWalker) closeFrom(i int) {
	for len(w.stack) > i {
		e := w.stack[len(w.stack)-1]
		tag := e.tag
		if tag == atom.Sup {
			w.endSup()
		}
		if !e.skip && w.skip == 0 {
			w.endInline(&e)
		}
		if paragraphs[tag] || divisions[tag] || e.as != 0 {
			w.block(false)
		}
		if tag == atom.Li && w.skip == 0 {
			w.endItem(&w.stack[len(w.stack)-1])
			e = w.stack[len(w.stack)-1]
		}
		w.stack = w.stack[:len(w.stack)-1]
		w.count(&e, -1)
		w.nameEnded = w.nameEnded || e.named
		if e.skip || w.skip > 0 {
			continue
		}
		switch {
		case tag == atom.Table && e.table != nil:
			w.endTable(&e)
		case tag == atom.Dl:
			w.endDefinitions(&e)
		case tag == atom.Td || tag == atom.Th:
			if t := w.open(atom.Table); t != nil && t.table != nil {
				alt := w.endPictures(&e)
				t.table.endCell(len(w.lines), alt)
			}
		}
		if e.as != 0 {
			w.endRole(&e)
		}
		if e.table != nil && tag != atom.Table {
			w.endBoxes(&e)
		}
		if e.hidden || e.region != noRegion {
			w.printPictures()
			w.endRegion(&e)
		}
		if tag == atom.Form {
			w.endForm(&e)
		}
		w.endCard(&e)
		if paragraphs[tag] && !w.inItem(tag) {
			w.gap = max(w.gap, 1)
		}
	}
}

// finish closes all that is open at the end of the page.
func (w *htmlWalker) finish() {
	w.flush()
	w.closeFrom(0)
	w.flush()
	w.printPictures()
	w.namedCards()
	w.walls()
	w.joinWalls()
	w.siteMenus()
	w.boldHeadings()
	w.dropFurniture()
	w.lines = document.PartLeads(document.DropLoneMarkers(w.lines), w.ask.Sentence)
}
