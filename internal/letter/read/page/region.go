package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// region is a part of a page that may belong to the site and not to the page.
type region uint8

const (
	noRegion region = iota
	menu            // navigation, sharing, cookies
	margin          // header, footer, side bar: mostly the site's, but lists stand there too
)

// words of classes, ids and roles that sites give to their menus.
var (
	menuWords   = text.Words("page.menuWords", "nav navbar navigation menu breadcrumb breadcrumbs pagination pager social socials sharing share sharedaddy cookie cookies skip-link toc site-nav main-menu navmenu topnav menubar")
	marginWords = text.Words("page.marginWords", "sidebar footer site-footer site-header masthead related related-posts widget complementary contentinfo banner comments colophon")
)

// menuClass finds such words at the head of compound class names.
var menuClass = text.Lazy("page.menuClass", `^(share|sharing|social)[-_](icons?|links?|media|buttons?|bar|list|nav|menu|this)|^(post|entry|site|page|main|primary|footer|header)[-_]{1,2}(nav|navigation|menu|meta|tags|links)|^(breadcrumbs?|cookies?|pagination|tag-links|cat-links|nav|navbar|menu|addtoany|jp-relatedposts|language[-_](switcher|selector))([-_]|$)`)

// regionOf says what an element's name, role, class and id tell. Only whole words count: "menu-item" in a class of the
// content tells nothing.
func regionOf(tag atom.Atom, a tagAttributes) region {
	switch tag {
	case atom.Nav:
		return menu
	case atom.Footer, atom.Aside:
		return margin
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.A, atom.Span, atom.Li, atom.P, atom.Td, atom.Tr, atom.B, atom.Table:
		return noRegion
	}
	if a.class == "" && a.id == "" && a.role == "" {
		if tag == atom.Header {
			return margin
		}
		return noRegion
	}
	found := noRegion
	for _, s := range []string{a.class, a.id, a.role} {
		for word := range strings.FieldsSeq(s) {
			word = strings.ToLower(word)
			if menuWords.Has(word) || menuClass.MatchString(word) {
				return menu
			}
			if marginWords.Has(word) {
				found = margin
			}
		}
	}
	if tag == atom.Header {
		return margin
	}
	return found
}

func isHidden(a tagAttributes) bool {
	if rule.Off("page.isHidden") {
		return false
	}
	if a.hidden {
		return true
	}
	if a.style == "" {
		return false
	}
	s := strings.ReplaceAll(strings.ToLower(a.style), " ", "")
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}

// spokenOnly reports whether a class says that only screen readers present the element: what it says is no printed text.
func spokenOnly(class string) bool {
	if rule.Off("page.spokenOnly") {
		return false
	}
	return class != "" && (strings.Contains(class, "screen-reader") || strings.Contains(class, "sr-only") || strings.Contains(class, "visually-hidden") || strings.Contains(class, "visuallyhidden"))
}

// endRegion drops the lines of a region that is the site's: a menu of links, a margin that announces nobody and holds mostly links. Hidden
// text is dropped unless it is a list: pages fold long lists of signatories up until somebody asks for them.
func (w *htmlWalker) endRegion(e *element) {
	start := min(e.start, len(w.lines))
	lines := w.lines[start:]
	if len(lines) == 0 {
		return
	}
	links, items, announced := 0, 0, e.hidden && start > 0 && w.lines[start-1].Sort == document.Heading && w.ask.Opens(&w.lines[start-1])
	for i := range lines {
		if w.marks[start+i].link {
			links++
		}
		if lines[i].Sort == document.Item || lines[i].Sort == document.Cells {
			items++
		}
		announced = announced || !lines[i].Link && w.ask.Opens(&lines[i])
	}
	drop := false
	switch {
	case e.hidden:
		drop = items < 5 && !announced
	case e.region == menu:
		drop = 2*links >= len(lines)
	default:
		drop = 5*links >= 3*len(lines) && !announced
	}
	if drop {
		if e.region == menu {
			for _, m := range w.marks[start:] {
				w.menus = append(w.menus, m.menu...)
			}
		}
		w.cut(start)
		w.gap = max(w.gap, 1)
		return
	}
	if e.region != noRegion {
		w.gap = max(w.gap, 1)
		for i := range lines {
			lines[i].Outside = !announced
		}
	}
}

// endItem ends an item of a list: one that holds pictures alone is named by them.
func (w *htmlWalker) endItem(e *element) {
	if alt := w.endPictures(e); alt.text != "" && e.items == 0 && len(w.lines) == e.start {
		w.at = alt.line
		l := document.Line{Number: alt.line, Text: alt.text, Gap: w.gap, Picture: true, Said: w.said > 0}
		w.gap = 0
		w.place(&l, lineMarks{})
	}
}

// listBegins makes the text above a nested list its heading, as "Africa" above the names from there.
func (w *htmlWalker) listBegins() {
	if len(w.stack) == 0 || len(w.lines) == 0 {
		return
	}
	e := &w.stack[len(w.stack)-1]
	if e.tag != atom.Li {
		return
	}
	w.gap = 0
	l := &w.lines[len(w.lines)-1]
	if e.items == 1 && len(w.lines) == e.start+1 && l.Sort == document.Item && text.WordCount(l.Text) <= 9 && !w.ask.Sentence(l.Text) {
		l.Sort, l.Level, l.Marker = document.Heading, 8, ""
	}
}

// endDefinitions decides what a definition list is: terms with several definitions each are headings above names; else the
// terms are the names, and the definitions describe them.
func (w *htmlWalker) endDefinitions(e *element) {
	terms, definitions := 0, 0
	for _, k := range e.kinds {
		switch k {
		case 't':
			terms++
		case 'd':
			definitions++
		}
	}
	label := terms > 0 && 2*definitions >= 3*terms && definitions >= 3
	for i, k := range e.kinds {
		at := e.start + i
		if at >= len(w.lines) || k == 0 {
			continue
		}
		l := &w.lines[at]
		switch {
		case k == 't' && label && l.Sort == document.Item:
			l.Sort, l.Level, l.Marker = document.Heading, 8, ""
		case k == 'd' && !label && terms > 0:
			l.Sort, l.Marker, l.Indent, l.Gap, l.Below = document.Plain, "", 4, 0, true
		}
	}
}

// boldHeadings makes headings of lines that are bold or in large type as a whole and stand alone among others: three in a row are a list in
// such type.
func (w *htmlWalker) boldHeadings() {
	large := w.large()
	able := func(i int) bool {
		if i < 0 || i >= len(w.lines) {
			return false
		}
		l := &w.lines[i]
		return (w.marks[i].bold || large(i)) && l.Sort == document.Plain && text.WordCount(l.Text) <= 20
	}
	var found []int
	for i := 0; i < len(w.lines); {
		n := 0
		for able(i + n) {
			n++
		}
		if n == 1 || n == 2 {
			for k := i; k < i+n; k++ {
				found = append(found, k)
			}
		}
		i += max(n, 1)
	}
	levels := w.sizeLevels(found)
	for _, i := range found {
		w.lines[i].Sort, w.lines[i].Level = document.Heading, levels[w.marks[i].size]
	}
}

// saysSigned reports whether the class or id of a container says that signatories stand in it. Authors name these for their
// style sheets: no reader sees them, but they say what the list is.
func saysSigned(tag atom.Atom, a tagAttributes) bool {
	if rule.Off("page.saysSigned") {
		return false
	}
	switch tag {
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.P, atom.Dl, atom.Tbody, atom.Details:
		return (a.class != "" || a.id != "") && signedClass.MatchString(a.class+" "+a.id)
	}
	return false
}

// saysNote reports whether a container holds footnotes.
func saysNote(tag atom.Atom, a tagAttributes) bool {
	if rule.Off("page.saysNote") {
		return false
	}
	switch tag {
	case atom.Div, atom.Section, atom.Ol, atom.Ul, atom.Li, atom.P, atom.Aside, atom.Dl:
		return (a.class != "" || a.id != "") && noteClass.MatchString(a.class+" "+a.id)
	}
	return false
}

// saysName reports whether a class says that the text is the name of an organization.
func saysName(class string) bool {
	if rule.Off("page.saysName") {
		return false
	}
	return class != "" && nameClass.MatchString(class)
}

var (
	signedClass = lexicon.Pattern("page.signedClass", `(?i)(^|[ _-])(co-?)?({pattern signed-class})([ _-]|$)`)
	noteClass   = text.Lazy("page.noteClass", `(?i)(foot|end)-?notes?(text)?[_-]?\d*( |$)`)
	nameClass   = text.Lazy("page.nameClass", `(?i)(^| )(org|organi[sz]ation|ngo|group|company|signatory|signer|supporter|endorser)s?[_-]?name( |$)`)
)

// namedCards makes items of lines whose class says that they are names, where there are five or more: cards that tell of one
// organization each. Fewer are no list.
func (w *htmlWalker) namedCards() {
	n := 0
	for i := range w.lines {
		if w.lines[i].Named {
			n++
		}
	}
	for i := range w.lines {
		if l := &w.lines[i]; n < 5 || l.Sort == document.Heading || l.Sort == document.Cells {
			l.Named = false
		} else if l.Named {
			l.Sort, l.Marker = document.Item, "•"
		}
	}
}
