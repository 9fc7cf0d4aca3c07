package entry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// The sentences that name signatories. Each pattern ends where the list of names begins. They ask for a word of signing and,
// unless that word can mean nothing else, for a word for what was signed.
var (
	namesSigners = lexicon.Pattern("entry.namesSigners", `(?i)\b{pattern signers}\b[^.;:]{0,80}?(?:\b|\s)`+phrase.ListWord+`(?:\s|$)`)
	namesGroups  = lexicon.Pattern("entry.namesGroups", `(?i)\b`+phrase.GroupNoun+`\s+(?:{pattern names-who}\s+)?(?:{pattern names-have}\s+){0,2}{pattern names-sign}\b[^.;:]{0,60}?(?:\b|\s)`+phrase.ListWord+`(?:\s|$)`)
	signedBy     = lexicon.Pattern("entry.signedBy", `(?i)\b(?:{pattern signed-part})\s+(?:{pattern signed-how})?(?:{pattern signed-by})\s+`)
	groupsSent   = lexicon.Pattern("entry.groupsSent", `(?i)\b`+phrase.GroupNoun+`\b[^.;:]{0,40}?,?\s+{pattern such-as}\s+`)
	weUnder      = lexicon.Pattern("entry.weUnder", `(?i)^(?:{pattern we-under})[^.;]{0,50}?(?:{pattern under})[^.;,:—–(-]{0,40}[,:—–(-]\s*`)
	filler       = lexicon.Pattern("entry.filler", `(?i)^(?:[\p{L}\d’'-]+\s+){0,6}?`+phrase.GroupNoun+`(?:\s+{pattern names-and})?(?:\s+(?:{pattern names-who}|{pattern names-whose})\s[^,;:.]{3,80},)?\s*,?\s*`+phrase.ListWord+`\s*`)
	hasNoun      = lexicon.Pattern("entry.hasNoun", `(?i)\b`+phrase.SignedNoun+`\b`)
	thisNoun     = lexicon.Pattern("entry.thisNoun", `(?i)\b{pattern this-one}\s+(?:[\p{L}-]+\s+){0,2}`+phrase.SignedNoun+`\b|^{pattern signed-start}\b`)
	signsAfter   = lexicon.Pattern("entry.signsAfter", `(?i)^\s*,?\s*(?:(?:{pattern signs-have})\s+){0,3}(?:co-?)?(?:{pattern signs-verb})\b`)
	passive      = lexicon.Pattern("entry.passive", `(?i)\b(?:{pattern passive})\b[^.;:]{0,60}?\b(?:{pattern passive-by})\s+`)
	passiveEnds  = lexicon.Pattern("entry.passiveEnds", `(?i)^\s*,?\s*(?:(?:{pattern passive-and})\s+(?:[\p{L}\d]+\s+){0,3}(?:{pattern passive-more})\s+(?:[\p{L}]+\s+){0,3})?(?:(?:{pattern passive-how})\s+){0,2}(?:{pattern passive-verb})\b`)
)

// Sentences finds the signatories that sentences name.
func Sentences(d *about.Facts) []Entry {
	var out []Entry
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if p.Sort == document.Cells || p.Sort == document.Heading {
			continue
		}
		t := p.Text()
		if !p.Prose && !d.Reports() && (p.Sort != document.Plain || !strings.HasSuffix(t, ".")) {
			continue
		}
		if len(t) > 1<<16 {
			continue // no paragraph of a letter is that long; keeps the work linear
		}
		for _, s := range phrase.Sentences(t) {
			for _, n := range sentenceNames(t[s[0]:s[1]], d.Addresses()) {
				at := s[0] + n.Start
				l := p.LineAt(at)
				l.Text = text.Trim(t[s[0]:s[1]])
				out = append(out, Entry{Text: n.Text, Lines: []document.Line{l}, Unsure: n.Unsure, Paragraph: true, Setting: section.Setting{Origin: section.Sentence}})
			}
		}
	}
	return out
}

// signStems are parts of the words of signing in the patterns above.
var signStems = lexicon.PartsOf("{cue sign-stem}")

// sentenceNames returns the names that a sentence says have signed; at least two, since one name is no list. A letter speaks of
// other letters too: own asks, where the word of signing could be about one of these, for "this letter" or its like.
func sentenceNames(s string, own bool) []text.Span {
	if names := wideNames(s, own); names != nil {
		return names
	}
	if utf8.RuneCountInString(s) < 30 || !strings.ContainsAny(s, ",;") && !slices.ContainsFunc(phrase.Conjunctions(), func(c string) bool { return strings.Contains(s, c) }) {
		return nil
	}
	lower := text.Lowered(s)
	if names := namesOurs(s, lower); names != nil {
		return names
	}
	if names := namesBehind(s, lower, own); names != nil {
		return names
	}
	if !signStems.In(lower) {
		return nil
	}
	try := func(at int, needNoun bool) []text.Span {
		if at < 0 || needNoun && (!hasNoun.MatchString(s) || own && !thisNoun.MatchString(s)) {
			return nil
		}
		for range 3 { // "included 25 firms that need charts, including firms such as"
			m := filler.FindStringIndex(s[at:])
			if m == nil {
				break
			}
			at += m[1]
		}
		names, _ := listAt(s, at)
		if len(names) < 2 {
			return nil
		}
		return names
	}
	end := func(m []int) int {
		if m == nil {
			return -1
		}
		return m[1]
	}
	if m := about.JointBy.FindStringIndex(s); m != nil {
		if names, rest := listAt(s, m[1]); len(names) >= 3 && text.WordCount(rest) <= 12 {
			return names
		}
	}
	for _, c := range []struct {
		at   int
		noun bool
	}{{end(namesSigners.FindStringIndex(s)), false}, {end(namesGroups.FindStringIndex(s)), true}, {end(signedBy.FindStringIndex(s)), true}, {end(weUnder.FindStringIndex(s)), false}} {
		if names := try(c.at, c.noun); names != nil {
			return names
		}
	}
	// German puts the word of signing behind the names: "wurde von A, B und C unterzeichnet".
	for _, m := range passive.FindAllStringIndex(s) {
		names, rest := listAt(s, m[1])
		if len(names) >= 2 && passiveEnds.MatchString(rest) && hasNoun.MatchString(s) && (!own || thisNoun.MatchString(s)) {
			return names
		}
	}
	if m := groupsSent.FindStringIndex(s); m != nil && !own {
		if names, rest := listAt(s, m[1]); len(names) >= 2 && signsAfter.MatchString(rest) {
			return names
		}
	}
	if names, rest := listAt(s, 0); len(names) >= 2 && signsAfter.MatchString(rest) && hasNoun.MatchString(rest) && (!own || thisNoun.MatchString(rest)) {
		return names
	}
	return nil
}

// romanceWords counts the words for "of" in a text after which Romance languages write nouns of names small.
func romanceWords(t string) int {
	n := 0
	for w := range strings.FieldsSeq(t) {
		if romanceOf.Is(w) {
			n++
		}
	}
	return n
}

var romanceOf = lexicon.PartsOf("{function-word romance-of}")

// listAt reads a list of names that begins at a byte of a sentence, until something is no name. rest is what follows.
func listAt(s string, at int) (names []text.Span, rest string) { return listOf(s, at, false, false) }

// listOf does the same; small says that names are written as in Swedish or Polish, their nouns small: "Kommittén för kajen"; led that words written small may
// stand before the first of them.
func listOf(s string, at int, small, led bool) (names []text.Span, rest string) {
	t := strings.TrimRight(s[at:], " .!?\"”")
	parts := splitNamesRaw(t)
	romance := small || romanceWords(t) >= 2 // names with words in lower case
	for i, p := range parts {
		last := i == len(parts)-1
		body := p
		for _, c := range phrase.Conjunctions() {
			if strings.HasPrefix(body.Text, c[1:]) {
				body.Start += len(c) - 1
				body.Text = body.Text[len(c)-1:]
				last = true
				break
			}
		}
		if small {
			for _, noun := range nounsBefore() {
				if rest, ok := strings.CutPrefix(body.Text, noun+" "); ok && rest != "" && !text.IsLower(rest) {
					body.Start += len(body.Text) - len(rest)
					p.Start += len(body.Text) - len(rest)
					body.Text = rest
					break
				}
			}
		}
		if led && i == 0 {
			if cut := smallBefore(body.Text); cut > 0 {
				body.Start, p.Start, body.Text = body.Start+cut, p.Start+cut, body.Text[cut:]
			}
		}
		head := phrase.NameHead(body.Text)
		if (i+1 < len(parts) || small && !strings.ContainsAny(body.Text, ":–—")) && romance && head != "" && text.WordCount(body.Text) <= 8 && !phrase.HasWord(body.Text, lexicon.SentenceWords) {
			head = phrase.WithoutArticle(strings.TrimRight(body.Text, " ,;:"))
		}
		if head == "" && len(names) > 0 && i+1 < len(parts) && phrase.OwnSpelling(body.Text) && !lexicon.SentenceWords.Has(body.Text) {
			head = body.Text // "chartly"
		}
		if head == "" || phrase.MoreOthers.MatchString(body.Text) || about.Greets(head) {
			return names, t[body.Start:]
		}
		full := strings.TrimRight(body.Text, " .,;:")
		complete := strings.HasSuffix(full, strings.TrimRight(head, "."))
		offset := strings.Index(body.Text, head)
		body.Start, body.Text = body.Start+offset, head
		body.End = body.Start + len(head)
		// Without a comma before "and", the pair stands in the last part or before a clause.
		if left, right, ok := phrase.SplitPair(body, len(names)); ok && (body.Start-offset == p.Start) && (last || !complete || i+1 < len(parts) && phrase.NameHead(parts[i+1].Text) == "") {
			names = append(names, shift(left, at), shift(right, at))
		} else {
			names = append(names, shift(body, at))
		}
		if !complete {
			return names, t[body.End:]
		}
	}
	return names, ""
}

func shift(s text.Span, by int) text.Span {
	s.Text = phrase.WithoutArticle(text.Trim(s.Text))
	s.Start += by
	s.End += by
	return s
}

// splitNamesRaw cuts at semicolons if there are any, else at commas, and joins legal forms and places; conjunctions stay.
func splitNamesRaw(s string) []text.Span {
	if strings.Count(s, ";") >= 2 {
		return text.CutAt(s, ";")
	}
	var out []text.Span
	for _, p := range text.CutAt(s, ",") {
		if n := len(out); n > 0 {
			low := strings.ToLower(strings.Trim(p.Text, ". "))
			if lexicon.CorporateSuffix.Has(low) || lexicon.IsPlace(p.Text) {
				out[n-1].End = p.End
				out[n-1].Text = s[out[n-1].Start:p.End]
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
