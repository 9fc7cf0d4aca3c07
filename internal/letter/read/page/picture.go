package page

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// namedPicture is the alternative text of one.
type namedPicture struct {
	text string
	line int
	said bool
}

// generic texts say what a picture is and not whom it shows.
var genericAlt = lexicon.Set("page.genericAlt", "{furniture generic-picture}")

// picture notes the name of a picture that stands without text beside it: its alternative text, unless its title says more.
func (w *htmlWalker) picture(a tagAttributes) {
	t := w.pictureText(a.alt)
	if title := w.pictureText(a.title); title != "" && (t == "" && (a.alt == "" || !isFile(a.alt)) || t != "" && isLogo(a.alt) && !isLogo(a.title)) {
		t = title
	}
	if t == "" {
		t = w.pictureText(a.label)
	}
	if t == "" && a.alt == "" { // the link around it may say whom it shows
		if link := w.open(atom.A); link != nil {
			if t = w.pictureText(link.title); t == "" {
				t = w.pictureText(link.label)
			}
		}
	}
	w.note(t)
}

// note keeps the name of a picture until it is clear what it stands in.
func (w *htmlWalker) note(t string) {
	if t == "" || w.chars > 0 {
		return
	}
	w.noted++
	p := namedPicture{text: t, line: w.number, said: w.said > 0}
	if e := w.holder(); e != nil && len(w.lines) == e.start {
		e.alts = append(e.alts, p)
		return
	}
	w.pictures = append(w.pictures, p)
}

// holder is the innermost open item or cell, which pictures without text may name.
func (w *htmlWalker) holder() *element {
	for i := len(w.stack) - 1; i >= 0; i-- {
		if e := &w.stack[i]; e.tag == atom.Li || e.tag == atom.Td || e.tag == atom.Th {
			return e
		}
	}
	return nil
}

// What an alternative text says beside the name: "Logo of the Salt Union", "Salt Union logo", "Salt Union (opens in a new window)".
var (
	logoBefore = lexicon.Pattern("page.logoBefore", `(?i)^(?:{pattern the} )?{pattern logo}(?:\s*[:–|-]\s*|\s+{pattern logo-whose}\b\s*(?:{pattern logo-article} )?|\s+)`)
	logoAfter  = lexicon.Pattern("page.logoAfter", `(?i)(?:['’]s)?[\s(_–|-]+(?:{pattern logo-official} )?(?:{pattern logo-after})\)?\.?$`)
	opensAfter = lexicon.Pattern("page.opensAfter", `(?i)\s*\((?:{pattern opens-after})[^()]*\)$`)
)

func isLogo(s string) bool {
	return logoBefore.MatchString(text.Trim(s)) || logoAfter.MatchString(text.Trim(s))
}

// isFile reports whether a text is the name of a file.
func isFile(s string) bool {
	ext := path.Ext(text.Trim(s))
	return len(ext) >= 4 && len(ext) <= 5 && strings.Contains(".png.jpg.jpeg.gif.svg.webp.avif", strings.ToLower(ext))
}

func (w *htmlWalker) pictureText(alt string) string {
	t := PictureText(alt)
	if len(t) > 120 || w.ask.Sentence(t) {
		return ""
	}
	return t
}

// PictureText is the name in the alternative text of a picture, "" where it names nobody.
func PictureText(alt string) string {
	t := text.Trim(text.Collapse([]byte(alt)))
	if !genericAlt.Has(strings.ToLower(t)) {
		t = text.Trim(logoAfter.ReplaceAllString(logoBefore.ReplaceAllString(opensAfter.ReplaceAllString(t, ""), ""), ""))
	}
	if len(t) < 2 || genericAlt.Has(strings.ToLower(t)) {
		return ""
	}
	if isFile(t) {
		return ""
	}
	letters := strings.IndexFunc(t, unicode.IsLetter) >= 0
	if !letters || strings.Contains(t, "_") && !strings.Contains(t, " ") || strings.Contains(t, "://") {
		return ""
	}
	return t
}
