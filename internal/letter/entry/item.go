package entry

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

func itemEntries(b *section.Block, below beneath) []Entry {
	var out []Entry
	signed := 0 // lines that a signature took
	for i, l := range b.Lines {
		if i < signed {
			continue
		}
		if l.Sort == document.Item {
			if e, n := officerItem(b.Lines[i:], b.Setting); n > 0 && below.officers {
				out, signed = append(out, e), i+n
				continue
			}
			if e, n := signatureItem(b.Lines[i:], b.Setting); n > 0 {
				out, signed = append(out, e), i+n
				continue
			}
		}
		if l.Sort == document.Plain && len(out) > 0 {
			e := &out[len(out)-1]
			if below.wraps && l.Below && e.Note == "" && e.Country == "" && !tellsBelow(&l) {
				e.Text, e.Lines = text.Join(e.Text, l.Text), append(e.Lines, l)
				continue
			}
			if (e.Note != "" || e.Country != "") && e.Person == "" || l.Below && !phrase.GoesOn(e.Text, l.Text, false) && (l.Card > 0 || !text.IsLower(l.Text)) && len(e.Lines) < 12 {
				belowName(e, &l)
				continue
			}
			if goesOnSetIn(e, &l) {
				e.Text = text.Join(e.Text, l.Text)
				e.Lines = append(e.Lines, l)
				continue
			}
			if len(e.Lines) < 8 && (l.Sign == document.Follows || cue.WhyNot(&l) == "" && (l.Sign == document.MayFollow || phrase.GoesOn(e.Text, l.Text, false) || l.Indent > 0 || text.IsLower(l.Text) || !lexicon.IsCountry(l.Text) && document.Counted(b.Lines[:i], b.Lines[i+1:]))) {
				e.Text = text.Join(e.Text, l.Text)
				e.Lines = append(e.Lines, l)
				continue
			}
		}
		out = append(out, Entry{Text: l.Text, Lines: b.Lines[i : i+1 : i+1], Marked: true, Struck: l.Struck, Setting: b.Setting})
	}
	return out
}

// goesOnSetIn reports whether a line that is set in below an item goes on with its record, though it holds an address of the web: "Ann Lee, Quill
// Hosting, / web sites, http://quill.example". Other addresses are how to reach the name above, and none of it.
func goesOnSetIn(e *Entry, l *document.Line) bool {
	if rule.Off("entry.goesOnSetIn") || len(e.Lines) >= 8 || l.Gap > 0 || l.Below || l.Indent <= e.Lines[0].Indent || !strings.Contains(e.Text, ",") {
		return false
	}
	if strings.Contains(e.Text, "://") && e.Lines[len(e.Lines)-1].Sort == document.Item && !phrase.LooksLikeAddress(l.Text) {
		return true // what follows the address
	}
	rest, _, ok := phrase.CutLinks("x, " + l.Text)
	return ok && !phrase.LooksLikeAddress(rest)
}

// belowName reads a line that stands by itself below a name in its item: a country, or what describes the name.
func belowName(e *Entry, l *document.Line) {
	e.Lines = append(e.Lines, *l)
	if lexicon.IsCountry(l.Text) {
		e.Country = l.Text
	} else {
		e.Note = strings.TrimPrefix(e.Note+", "+l.Text, ", ")
	}
}

// signatureItem reads an item whose lines are a person's signature: name, office, organization. It returns how many lines it took.
func signatureItem(lines []document.Line, ctx section.Setting) (Entry, int) {
	n := 1
	for n < len(lines) && n < 5 && lines[n].Below {
		n++
	}
	if n == 1 || phrase.PersonCertainty(strings.TrimRight(lines[0].Text, ", ")) < 2 {
		return Entry{}, 0
	}
	plainLines := make([]document.Line, n)
	for i := range plainLines {
		plainLines[i] = lines[i]
		plainLines[i].Sort = document.Plain
		plainLines[i].Gap = 0
	}
	e, took := signatureBlock(plainLines, ctx, len(plainLines) == 2)
	if took == 0 {
		return Entry{}, 0
	}
	e.Lines = lines[:n:n]
	return e, n
}
