package about

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// RolePattern finds an office in a phrase; the longest alternatives come first. What stands before it is the organization ("Example CEO
// Jane Doe"), what stands after it the person or, after "of", the organization.
var RolePattern = lexicon.Pattern("about.RolePattern", `(?i)\b({pattern role})\b`)

var (
	titleBefore = lexicon.Pattern("about.titleBefore", `(?i)^(?:(?:{pattern title-before})(?:\s+|,\s*|$|:\s*))+`)
	letterTo    = lexicon.Pattern("about.letterTo", `(?i)\b(?:{pattern letter-kind} )*(?:{pattern letter-noun})\s+(?:{pattern letter-sent} )*(?:{pattern letter-to})\s+((?:{pattern letter-article} )?[\p{Lu}][^.;:!?“”"]{2,120})`)
	nextPerson  = lexicon.Pattern("about.nextPerson", `(?i)(?:,? (?:{pattern next-and}|&) |, ?)(?:{pattern the} )?(?:{pattern next-title})\b`)
)

// addresseesOf finds to whom a document is addressed: the address above the greeting where its names agree with it or it has
// none, else the greeting, a line "To: ...", or, in a report, what follows "letter to".
func addresseesOf(d *Facts) []draft.Addressee {
	found := d.addressed()
	for i := range found {
		if found[i].Role == "" && found[i].Organization == "" && found[i].Name != "" {
			d.findOffice(&found[i])
		}
	}
	return found
}

func (d *Facts) addressed() []draft.Addressee {
	if d.Salutation >= 0 {
		greets := splitAddressees(greetingText(&d.Pieces[d.Salutation]))
		var named []draft.Addressee
		for _, g := range greets {
			if a := parseAddressee(g); a != (draft.Addressee{}) {
				named = append(named, a)
			}
		}
		if a, ok := d.addressLines(); ok {
			return []draft.Addressee{a}
		}
		if block := d.addressBlock(greets); len(block) > 0 {
			return block
		}
		if len(named) == 1 && named[0].Organization == "" {
			// The title or a line "To ..." often says more than "Dear Minister,".
			a := draft.Addressee{}
			if m := letterTo.FindStringSubmatch(string(d.Title)); m != nil {
				a = parseAddressee(clause(m[1]))
			} else if i := d.toLine(); i >= 0 && i < d.Salutation {
				a = parseAddressee(d.Pieces[i].Lines[0].Text)
			}
			if a.Role != "" && named[0].Role != "" && (a.Name == "" || named[0].Name == "" || a.Name == named[0].Name) {
				a.Name = cmp.Or(named[0].Name, a.Name)
				return []draft.Addressee{a}
			}
		}
		return orEmpty(named)
	}
	if i := d.toLine(); i >= 0 {
		return orEmpty(d.toAddressees(i))
	}
	if d.Kind == draft.KindProfile || d.Kind == draft.KindList {
		return []draft.Addressee{}
	}
	for i := range d.Pieces {
		if p := &d.Pieces[i]; p.Sort == document.Plain || p.Sort == document.Heading {
			if m := letterTo.FindStringSubmatch(p.Text()); m != nil {
				a := parseAddressee(clause(m[1]))
				if org := string(a.Organization); a.Role == "" && a.Name == "" && i != d.TitlePiece && !phrase.HasWord(org, lexicon.OrgWords) && len(bodiesIn(org)) == 0 {
					continue // what follows "letter to" may be anything, outside a title
				}
				if a != (draft.Addressee{}) {
					return []draft.Addressee{a}
				}
			}
		}
	}
	return []draft.Addressee{}
}

func orEmpty(a []draft.Addressee) []draft.Addressee {
	if a == nil {
		return []draft.Addressee{}
	}
	return a
}

// clause ends a phrase where the sentence goes on: at a verb or small word in lower case that is no part of a name or office.
func clause(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		bare := text.Fold(w)
		r, _ := utf8.DecodeRuneInString(w)
		if i > 0 && unicode.IsLower(r) && !lexicon.SmallWords.Has(bare) && !lexicon.RoleWords.Has(bare) && !lexicon.NameParticles.Has(bare) || i > 0 && endsAddressee.Is(bare) {
			return withoutSmall(words[:i])
		}
	}
	return withoutSmall(words)
}

var endsAddressee = lexicon.PartsOf("{function-word ends-addressee}")

// withoutSmall joins words and drops the prepositions at their end.
func withoutSmall(words []string) string {
	for len(words) > 1 && lexicon.SmallWords.Has(text.Fold(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), " ,")
}

func greetingText(p *document.Piece) string {
	t := p.Lines[0].Text
	for i := 1; i < len(p.Lines) && i < 4 && !strings.HasSuffix(t, ",") && !strings.HasSuffix(t, ":") && !phrase.IsSentence(p.Lines[i].Text); i++ {
		t += " " + p.Lines[i].Text
	}
	return strings.TrimRight(t, " ,:;!.-–—")
}

// LegalForms are those of companies, without punctuation.
var LegalForms = lexicon.Set("about.LegalForms", "{legal-form firm}")

var collective = lexicon.Pattern("about.collective", `(?i)\b({pattern collective})\b|(?:^|\s){pattern collective-initial}(?:\s|$)|\b(?:{pattern collective-accented})(?:\s|$)`)

// toAddressees reads "To: ..." and the lines below it.
func (d *Facts) toAddressees(i int) []draft.Addressee {
	p := &d.Pieces[i]
	t := p.Lines[0].Text
	if m := toPattern.FindStringSubmatch(t); m != nil && m[1] != "" {
		_, t, _ = strings.Cut(t, ":")
		t = text.Trim(t)
	} else if _, rest, ok := strings.Cut(t, ":"); ok && text.Trim(rest) != "" && len(t)-len(rest) < 6 {
		t = text.Trim(rest)
	}
	if len(p.Lines) > 1 {
		if a, ok := readAddress(p); ok && a.Name != "" {
			return []draft.Addressee{a}
		}
	}
	var out []draft.Addressee
	for _, g := range splitAddressees(phrase.WithoutArticle(strings.TrimRight(t, " ,:;."))) {
		if a := parseAddressee(g); a != (draft.Addressee{}) {
			out = append(out, a)
		}
	}
	return out
}

// findOffice looks for the office of somebody whom the greeting only names: the text often says "Example’s CEO Jane Doe" or "Jane Doe, CEO
// of Example".
func (d *Facts) findOffice(a *draft.Addressee) {
	name := string(a.Name)
	if text.WordCount(name) < 2 || collective.MatchString(name) {
		return
	}
	s := d.allText()
	for from := 0; ; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return
		}
		at := from + i
		from = at + len(name)
		if m := officeBefore.FindStringSubmatch(text.Tail(s[:at], 90)); m != nil {
			if o := parseAddressee(m[1]); o.Role != "" && o.Organization != "" {
				a.Role, a.Organization = o.Role, o.Organization
				return
			}
		}
		if m := officeAfter.FindStringSubmatch(s[from:min(len(s), from+120)]); m != nil {
			if o := parseAddressee(clause(m[1])); o.Role != "" && o.Organization != "" {
				a.Role, a.Organization = o.Role, o.Organization
				return
			}
		}
	}
}

var (
	officeBefore = lexicon.Pattern("about.officeBefore", `((?:\p{Lu}[\p{L}\p{N}.&-]*\s+){0,3}\p{Lu}[\p{L}\p{N}.&-]*(?:[’']s)?\s+(?i:{pattern office-before}))\s+$`)
	officeAfter  = lexicon.Pattern("about.officeAfter", `^,\s+((?i:{pattern the} )?(?i:{pattern office-after})\s+{pattern office-of}\s+[^.;!?]{3,90})`)
)
