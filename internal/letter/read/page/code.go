package page

import (
	"html"
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// codeWindow bounds how far the end of a template's expression is looked for, so that a page of opening brackets is read in
// linear time.
const codeWindow = 4096

// dropCode takes the code of templates out of a page: PHP, ERB, JSP and ASP, Liquid, Jinja, Mustache, Go templates and their
// shortcodes. Line breaks stay, so that lines keep their numbers. Code is not run; what plain assignments in PHP say about the
// page is returned, and markup that PHP holds in a string is kept as if it were printed where it stands.
func dropCode(text string) (string, document.Meta) {
	if !strings.Contains(text, "<?") && !strings.Contains(text, "<%") && !strings.Contains(text, "{{") && !strings.Contains(text, "{%") && !strings.Contains(text, "{#") {
		return text, document.Meta{}
	}
	var b strings.Builder
	b.Grow(len(text))
	var said document.Meta
	blank := func(code string) {
		for range strings.Count(code, "\n") {
			b.WriteByte('\n')
		}
	}
	if strings.HasPrefix(text, "#!") { // a script's first line
		i := strings.IndexByte(text, '\n')
		text = text[max(0, i):]
	}
	noEnd := false
	for len(text) > 0 {
		i := strings.IndexAny(text, "<{")
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		text = text[i:]
		end := 0
		switch {
		case strings.HasPrefix(text, "<?"):
			if !isPHP(text) {
				end = endOf(text, ">", codeWindow)
				break
			}
			end = phpEnd(text, func(s string) { b.WriteString(s) }, blank)
			said = said.Or(phpSays(text[:end]))
			text = text[end:]
			continue
		case strings.HasPrefix(text, "<%") && !noEnd:
			end = endOf(text, "%>", len(text))
			noEnd = end == 0
		case strings.HasPrefix(text, "{%"):
			end = endOf(text, "%}", codeWindow)
			if end > 0 {
				end = blockEnd(text, end)
			}
		case strings.HasPrefix(text, "{{{"):
			end = endOf(text, "}}}", codeWindow)
		case strings.HasPrefix(text, "{{"):
			end = endOf(text, "}}", codeWindow)
		case strings.HasPrefix(text, "{#"):
			end = endOf(text, "#}", codeWindow)
		}
		if end == 0 {
			b.WriteByte(text[0])
			text = text[1:]
			continue
		}
		blank(text[:end])
		text = text[end:]
	}
	b.WriteString(text)
	return b.String(), said
}

// endOf returns where the first end in the window ends, 0 where there is none.
func endOf(text, end string, window int) int {
	i := strings.Index(text[2:min(len(text), window)], end)
	if i < 0 || window == codeWindow && strings.Contains(text[2:2+i], "</script") {
		return 0 // none, or brackets of a program that is no template
	}
	return 2 + i + len(end)
}

// blockEnd returns the end of a Liquid or Jinja block whose content is no text of the page; end is where its tag ends.
func blockEnd(text string, end int) int {
	word := strings.Trim(text[2:end-2], " \t\n-")
	for _, block := range []string{"comment", "schema", "javascript", "stylesheet"} {
		if word != block {
			continue
		}
		i := strings.Index(text[end:], "end"+block)
		if i < 0 {
			return end
		}
		if more := endOf(text[end+i:], "%}", codeWindow); more > 0 {
			return end + i + more
		}
	}
	return end
}

// isPHP tells PHP from XML declarations and the processing instructions of word processors.
func isPHP(text string) bool {
	if rule.Off("page.isPHP") {
		return false
	}
	return len(text) > 2 && (strings.ContainsRune(" \t\n=", rune(text[2])) || len(text) >= 5 && strings.EqualFold(text[2:5], "php"))
}

// phpEnd returns where a block of PHP ends: at "?>" outside strings, or with the file. Strings with markup of their own are
// given to keep, the rest to drop, in order.
func phpEnd(text string, keep, drop func(string)) int {
	done := 0
	hold := func(from, to int) {
		if s := text[from:to]; holdsMarkup(s) {
			drop(text[done:from])
			keep(strings.NewReplacer(`\"`, `"`, `\'`, `'`).Replace(s))
			done = to
		}
	}
	i := 2
	for i < len(text) {
		rest := text[i:]
		switch {
		case strings.HasPrefix(rest, "?>"):
			drop(text[done : i+2])
			return i + 2
		case strings.HasPrefix(rest, "//"), rest[0] == '#':
			n := strings.IndexByte(rest, '\n')
			if n < 0 {
				n = len(rest)
			}
			if stop := strings.Index(rest[:n], "?>"); stop >= 0 {
				n = stop // a comment of one line ends with the code
			}
			i += n
		case strings.HasPrefix(rest, "/*"):
			n := strings.Index(rest[2:], "*/")
			if n < 0 {
				n = len(rest) - 4
			}
			i += n + 4
		case strings.HasPrefix(rest, "<<<"):
			from, to, next := heredoc(rest)
			hold(i+from, i+to)
			i += next
		case rest[0] == '"' || rest[0] == '\'':
			n := stringEnd(rest)
			hold(i+1, i+max(1, n-1))
			i += n
		default:
			i++
		}
	}
	drop(text[done:])
	return len(text)
}

// stringEnd returns the length of the quoted string at the head of s.
func stringEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

// heredoc returns where the text of "<<<END" begins and ends, and what follows it.
func heredoc(s string) (from, to, next int) {
	nl := strings.IndexByte(s, '\n')
	if nl < 0 {
		return 3, 3, 3
	}
	word := strings.Trim(s[3:nl], " \t'\"")
	if word == "" || strings.ContainsAny(word, " ;()<>") {
		return 3, 3, 3
	}
	from = nl + 1
	for at := from; at < len(s); {
		l := s[at:]
		if n := strings.IndexByte(l, '\n'); n >= 0 {
			l = l[:n]
		}
		if t := strings.TrimLeft(l, " \t"); strings.HasPrefix(t, word) && !text.WordAfter(t, len(word)) {
			return from, at, at + len(l) - len(t) + len(word)
		}
		at += len(l) + 1
	}
	return from, len(s), len(s)
}

// holdsMarkup reports whether a string of a program is a piece of the page: it has several elements of text.
func holdsMarkup(s string) bool {
	if rule.Off("page.holdsMarkup") {
		return false
	}
	if len(s) < 40 || !strings.Contains(s, "<") {
		return false
	}
	n := 0
	for _, tag := range []string{"<p", "<li", "<br", "<td", "<h1", "<h2", "<h3", "<div"} {
		n += strings.Count(s, tag)
	}
	return n >= 3 && !strings.Contains(s, "<script") && !strings.Contains(s, "<style")
}

var phpTitle = text.Lazy("page.phpTitle", `(?i)\$(\w*(?:title|headline|titel|titre))\s*=\s*(?:"((?:[^"\\$]|\\.){4,300})"|'((?:[^'\\]|\\.){4,300})')`)

var phpLanguage = text.Lazy("page.phpLanguage", `(?i)\$(?:lang|language|locale)\s*=\s*["']([A-Za-z]{2}(?:[_-][A-Za-z]{2})?)["']`)

var phpDate = text.Lazy("page.phpDate", `(?i)\$(?:date|published|pub_?date)\s*=\s*["']([^"'$]{6,40})["']`)

// phpSays reads the plain assignments of a page's head.
func phpSays(code string) document.Meta {
	code = code[:min(len(code), 1<<14)]
	if !strings.Contains(code, "$") {
		return document.Meta{}
	}
	var m document.Meta
	for _, f := range phpTitle.FindAllStringSubmatch(code, 8) {
		// The titles of side bars and menus are not the page's.
		if name := strings.ToLower(f[1]); strings.Contains(name, "side") || strings.Contains(name, "nav") || strings.Contains(name, "menu") || strings.Contains(name, "site") {
			continue
		}
		t := f[2] + f[3]
		m.Title = text.Trim(html.UnescapeString(plain.HtmlTag.ReplaceAllString(strings.NewReplacer(`\"`, `"`, `\'`, `'`).Replace(t), "")))
		break
	}
	if f := phpLanguage.FindStringSubmatch(code); f != nil {
		m.Language = f[1]
	}
	if f := phpDate.FindStringSubmatch(code); f != nil {
		m.Date = f[1]
	}
	return m
}
