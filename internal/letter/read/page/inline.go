package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// inlineRun is an element within a line.
type inlineRun struct {
	kind       string
	start, end int // bytes of the line
}

// endInline notes an element within a line, and the name of a link that has no text of its own.
func (w *htmlWalker) endInline(e *element) {
	switch e.tag {
	case atom.A:
		if len(w.lines) == e.start && w.chars == e.chars && w.noted == e.noted {
			if t := w.pictureText(e.label); t != "" {
				w.note(t)
			} else {
				w.note(w.pictureText(e.title))
			}
		}
	case atom.Span, atom.Strong, atom.B, atom.Em, atom.I, atom.Small, atom.Cite:
	default:
		return
	}
	if len(w.lines) == e.start && e.at < len(w.buf) && len(w.runs) < 1<<14 {
		kind := e.tag.String() + "." + e.class
		for n := len(w.runs); n > 0 && w.runs[n-1].start >= e.at; n-- {
			w.runs = w.runs[:n-1] // within it
		}
		w.runs = append(w.runs, inlineRun{kind, e.at, len(w.buf)})
	}
}

// lead returns the bold beginning of a line whose rest is not bold.
func (w *htmlWalker) lead() string {
	if len(w.runs) == 0 || w.boldChars == 0 || w.boldChars == w.chars {
		return ""
	}
	r := w.runs[0]
	if !strings.HasPrefix(r.kind, "strong.") && !strings.HasPrefix(r.kind, "b.") || r.end > len(w.buf) || text.Trim(string(w.buf[:r.start])) != "" {
		return ""
	}
	t, n := text.Collapse(append([]byte(nil), w.buf[r.start:r.end]...)), 0
	for _, c := range t {
		if !unicode.IsSpace(c) {
			n++
		}
	}
	if n != w.boldChars {
		return ""
	}
	return text.Trim(shortcodes(t))
}

// classedFields returns the elements that a line consists of where their classes say what each holds, a name, an organization, a title: the style
// sheet sets each on a line of its own. Parts of one name are none.
func (w *htmlWalker) classedFields() []inlineRun {
	if len(w.runs) < 2 || len(w.runs) > 6 || rule.Off("page.htmlWalker.classedFields") {
		return nil
	}
	last, told := 0, 0
	for k, r := range w.runs {
		class := r.kind[strings.Index(r.kind, ".")+1:]
		if r.start < last || r.end > len(w.buf) || text.Trim(string(w.buf[last:r.start])) != "" || namePart.MatchString(class) || class == "" || k > 0 && r.kind == w.runs[0].kind {
			return nil
		}
		if fieldClass.MatchString(class) {
			told++
		}
		t := text.Trim(string(w.buf[r.start:r.end]))
		if first, _ := utf8.DecodeRuneInString(t); k > 0 && strings.ContainsRune(",;:.-–—|/)", first) || k < len(w.runs)-1 && t != "" && strings.ContainsAny(t[len(t)-1:], ",;:-|/(") {
			return nil
		}
		last = r.end
	}
	if told == 0 || text.Trim(string(w.buf[last:])) != "" {
		return nil
	}
	return append([]inlineRun(nil), w.runs...)
}

var (
	fieldClass = text.Lazy("page.fieldClass", `(?i)(^|[ _-])(name|title|role|position|job|org|organi[sz]ation|institution|affiliation|company|group|city|place|location|country|comment|message|date)s?( |$)`)
	namePart   = text.Lazy("page.namePart", `(?i)(^|[ _-])(first|last|given|family|middle|sur|fore|prefix|suffix|initials?|honorific)[_-]?(name)?( |$)`)
)

// separate returns the elements that a line consists of where each stands for itself, as labels set beside each other do: four or more of one
// kind, with nothing but blanks between them, each beginning as a name does and none ending as part of a sentence does.
func (w *htmlWalker) separate() []inlineRun {
	if len(w.runs) < 4 || rule.Off("page.htmlWalker.separate") {
		return nil
	}
	last := 0
	for _, r := range w.runs {
		if r.kind != w.runs[0].kind || r.start < last || r.end > len(w.buf) || text.Trim(string(w.buf[last:r.start])) != "" {
			return nil
		}
		last = r.end
		t := text.Trim(string(w.buf[r.start:r.end]))
		if t == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(t)
		if len(t) < 2 || !unicode.IsUpper(first) && !unicode.IsDigit(first) && unicode.IsLetter(first) && unicode.IsLower(first) || strings.Contains(t, ":") || strings.ContainsAny(t[len(t)-1:], ",;.") || text.WordCount(t) > 12 {
			return nil
		}
	}
	if text.Trim(string(w.buf[last:])) != "" {
		return nil
	}
	return append([]inlineRun(nil), w.runs...)
}

// flushEach prints elements of a line as lines of their own; where the first is a name with what is said of it below, it is set apart as in bold.
func (w *htmlWalker) flushEach(parts []inlineRun, named bool) {
	line := append([]byte(nil), w.buf...)
	whole := []int{w.chars, w.boldChars, w.struckChars, w.linkChars, w.nameChars, w.buttonChars}
	site := w.site
	for k, r := range parts {
		w.runs = w.runs[:0]
		w.buf = append(w.buf[:0], line[r.start:r.end]...)
		n := 0
		for _, c := range string(w.buf) {
			if !unicode.IsSpace(c) {
				n++
			}
		}
		share := func(k int) int { // they are of one kind: all of the line is bold, a link or a button, or nothing
			if whole[0] > 0 && whole[k] == whole[0] {
				return n
			}
			return 0
		}
		w.chars, w.boldChars, w.struckChars, w.linkChars, w.nameChars, w.buttonChars = n, share(1), share(2), share(3), share(4), share(5)
		if named && k == 0 {
			w.boldChars = n
		}
		if len(site.targets) == len(parts) && site.chars == whole[0] {
			w.site = siteLinks{n, site.targets[k : k+1]}
		}
		w.flush()
	}
}

// listOf numbers the innermost list that is open.
func (w *htmlWalker) listOf() int {
	for i := len(w.stack) - 1; i >= 0; i-- {
		switch w.stack[i].tag {
		case atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Dl:
			return w.stack[i].id
		}
	}
	return 0
}
