package page

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// siteLinks are the links to pages of the same site within the line being read.
type siteLinks struct {
	chars   int
	targets []string
}

// ofSite returns where a link leads within its site, "" for one that leaves it or stays on the page.
func ofSite(href string) string {
	h := strings.TrimSpace(href)
	if h == "" || h[0] == '#' || strings.HasPrefix(h, "//") || strings.Contains(strings.ToLower(h[:min(len(h), 12)]), ":") {
		return ""
	}
	return h
}

// separators stand between the links of a menu that is set in one line.
const separators = "|·•/»›>–-"

// menuOf returns the targets of the line being read where it is nothing but links within the site.
func (w *htmlWalker) menuOf(line string) []string {
	if len(w.site.targets) == 0 || w.linkChars != w.site.chars {
		return nil
	}
	others := w.chars - w.linkChars
	for _, r := range line {
		if strings.ContainsRune(separators, r) {
			others--
		}
	}
	if others > 0 {
		return nil
	}
	return w.site.targets
}

// minMenu is how many links in a row make a menu.
const minMenu = 3

// siteMenus drops menus that no element and no class calls so: links within the site, at the head of the page before all that is said, and at its
// end where they lead where a menu of the head led.
func (w *htmlWalker) siteMenus() {
	if rule.Off("page.htmlWalker.siteMenus") {
		return
	}
	gone := make([]bool, len(w.lines))
	known := map[string]bool{}
	drop := func(from, to int, links int) {
		if links < minMenu {
			return
		}
		for i := from; i < to; i++ {
			gone[i] = true
			for _, t := range w.marks[i].menu {
				known[t] = true
			}
		}
	}
	for _, t := range w.menus {
		known[t] = true
	}
	for i, said := 0, 0; i < len(w.lines) && said < 3; {
		to, links := w.menuFrom(i, nil)
		drop(i, to, links)
		if to == i {
			if said++; len(w.lines[i].Text) > 80 || w.lines[i].Sort == document.Heading {
				break
			}
			to++
		}
		i = to
	}
	if len(known) > 0 {
		for i := 0; i < len(w.lines); {
			to, links := w.menuFrom(i, known)
			drop(i, to, links)
			i = max(to, i+1)
		}
	}
	out, marks := w.lines[:0], w.marks[:0]
	for i := range w.lines {
		if !gone[i] {
			out, marks = append(out, w.lines[i]), append(marks, w.marks[i])
		} else if i+1 < len(w.lines) && !gone[i+1] {
			w.lines[i+1].Gap = max(1, w.lines[i+1].Gap)
		}
	}
	w.lines, w.marks = out, marks
}

// menuFrom returns the end of the run of lines from at that are links within the site, and how many links they are; with targets known, at
// least half of them lead there.
func (w *htmlWalker) menuFrom(at int, known map[string]bool) (to, links int) {
	led := 0
	for to = at; to < len(w.lines); to++ {
		m := w.marks[to].menu
		if len(m) == 0 || w.lines[to].Sort == document.Heading || text.WordCount(w.lines[to].Text) > 5*len(m) {
			break
		}
		for _, t := range m {
			if known[t] {
				led++
			}
		}
		links += len(m)
	}
	if known != nil && 2*led < links {
		return to, 0
	}
	return to, links
}
