package phrase

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Ands join names, and the words of an office.
var Ands = lexicon.Set("phrase.Ands", "{function-word and}")

// Conjunctions join the last two names of a list, by language.
var Conjunctions = sync.OnceValue(conjunctions)

func conjunctions() []string {
	all := []string{" & "}
	for _, w := range lexicon.Function.Words("and") {
		if w = " " + w + " "; !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// WithoutAnd takes a conjunction off the end of a line that a name follows.
func WithoutAnd(t string) string {
	if i := strings.LastIndexByte(t, ' '); i > 0 && Ands.Has(strings.ToLower(t[i+1:])) {
		return t[:i]
	}
	return t
}

// SplitNames cuts a list of names at semicolons or bullets where it has them, else at commas. Legal forms, places and small
// letters after a comma belong to the name before it ("Example Investments, Inc.").
func SplitNames(text string) []text.Span {
	if m := announcing.FindStringIndex(text); m != nil {
		names := splitList(text[m[1]:])
		for i := range names {
			names[i].Start += m[1]
			names[i].End += m[1]
		}
		return names
	}
	return splitList(text)
}

func splitList(s string) []text.Span {
	if mark := RunOn(s); mark != "" {
		return bare(lastOf(cutMarks(text.CutAt(s, " "+mark+" "), mark)))
	}
	for _, sep := range []string{"•", "·", " | ", ";"} {
		if strings.Count(strings.TrimRight(s, " ;"), sep) >= 2 || sep == ";" && strings.Contains(strings.TrimRight(s, " ;."), sep) {
			return bare(splitSorts(splitSlips(s, lastOf(text.CutAt(s, sep)))))
		}
	}
	if mark := WideSeparator(s); mark != "" {
		return splitWide(s, mark)
	}
	if sep := RareSeparator(s); sep != "" {
		return bare(text.CutAt(s, sep))
	}
	return bare(splitCommas(s, 0))
}

// splitCommas cuts at commas. before is how many names stand above in the same list.
func splitCommas(s string, before int) []text.Span {
	parts := joinEnumerations(s, text.CutAt(s, ","))
	var out []text.Span
	for _, p := range parts {
		if len(out) > 0 && (belongsBefore(p.Text) && !(len(parts) >= 5 && (OwnSpelling(p.Text) || smallGroup(p.Text) && PersonCertainty(out[len(out)-1].Text) == 0 || text.IsLower(p.Text) && (LegalEnd(out[len(out)-1].Text) || smallName(p.Text, len(parts))))) ||
			isUnit(p.Text) || tellsOf(out[len(out)-1].Text, p.Text)) {
			last := &out[len(out)-1]
			last.End = p.End
			last.Text = text.Trim(s[last.Start:last.End])
			continue
		}
		out = append(out, p)
	}
	return finish(out, before)
}

// bare takes articles in lower case off names: they belong to the sentence. A list that prints a single "the" before one of its names
// prints it as part of that name.
func bare(names []text.Span) []text.Span {
	the := 0
	for i := range names {
		if WithoutArticle(names[i].Text) != names[i].Text {
			the++
		}
	}
	for i := range names {
		if the == 1 && len(names) >= 5 && i+1 < len(names) && WithoutArticle(names[i].Text) != names[i].Text {
			continue
		}
		if t := WithoutArticle(names[i].Text); t != names[i].Text {
			names[i].Start += len(names[i].Text) - len(t)
			names[i].Text = t
		}
	}
	return names
}

// RareSeparator returns the dash or stroke that stands between the names of a list, "" for none. Names hold these too, so that there have to
// be three or more, and fewer commas.
func RareSeparator(text string) string {
	for _, sep := range []string{" / ", " // ", " – ", " — ", " - ", " * ", " + "} {
		if n := strings.Count(text, sep); n >= 3 && n > 2*strings.Count(text, ",") {
			return sep
		}
	}
	return ""
}

// announcing finds words that announce a list within its own line: "Parmi les signataires figurent ...".
var announcing = lexicon.Pattern("phrase.announcing", `(?i)^(?:(?:{pattern among}) )?(?:{pattern announcing-article} )?(?:{pattern announcing-who}){pattern inclusive-end}? (?:{pattern announcing-verb}):? |^(?:[\p{L}-]+ ){0,2}(?:{pattern announcing-label}|{organization label})(?: [\p{L}-]+){0,4} ?: `)

// belongsBefore reports whether a part between commas is no name of its own.
func belongsBefore(part string) bool {
	if rule.Off("phrase.belongsBefore") {
		return false
	}
	p := strings.ToLower(strings.Trim(part, ". "))
	if lexicon.CorporateSuffix.Has(p) || lexicon.CorporateSuffix.Has(strings.ReplaceAll(p, ".", "")) || lexicon.IsPlace(part) {
		return true
	}
	first, _, _ := strings.Cut(part, " ")
	for _, c := range Conjunctions() {
		if first == text.Trim(c) {
			return false
		}
	}
	return text.IsLower(part) && !endsQuoted(part) && !Articles.Has(first) && !strings.HasPrefix(first, "l'") && !strings.HasPrefix(first, "l’")
}

// endsQuoted reports whether a part says what its own name in quotation marks is of: "родительский комитет «Вместе»".
func endsQuoted(part string) bool {
	if rule.Off("phrase.endsQuoted") {
		return false
	}
	open := strings.IndexAny(part, "«„“\"")
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(part, " ."))
	return open > 0 && strings.ContainsRune("»“”\"", last) && utf8.RuneCountInString(part[open:]) > 4
}

// smallName reports whether two or three words in lower case are a name of their own in a long list: "open shelf lab", "bookery e.V.". What belongs to
// the name before has small words in it, or says an office, an occupation or a part.
func smallName(part string, parts int) bool {
	if rule.Off("phrase.smallName") {
		return false
	}
	words := strings.Fields(part)
	if LegalEnd(part) && len(words) <= 4 {
		return true
	}
	if parts < 8 || len(words) < 2 || len(words) > 3 || SaysOccupation(part) || SaysOffice(part) {
		return false
	}
	for _, w := range words {
		if w = text.Fold(w); lexicon.SmallWords.Has(w) || Articles.Has(w) {
			return false
		}
	}
	return true
}

// smallGroup reports whether a part in lower case says first that it is an organization, and then its name: "collectif Mutilés pour l’exemple".
func smallGroup(part string) bool {
	if rule.Off("phrase.smallGroup") {
		return false
	}
	first, rest, _ := strings.Cut(part, " ")
	return (collectives.Has(text.Fold(first)) || heads.Has(text.Fold(first))) && (rest != strings.ToLower(rest) || strings.ContainsAny(rest, "«“„\""))
}

// lastOf takes the conjunction off the last name: "; and Name".
func lastOf(parts []text.Span) []text.Span {
	if len(parts) == 0 {
		return nil
	}
	last := &parts[len(parts)-1]
	for _, c := range Conjunctions() {
		if strings.HasPrefix(last.Text, c[1:]) {
			last.Start += len(c) - 1
			last.Text = last.Text[len(c)-1:]
			break
		}
	}
	return parts
}

// finish handles the conjunction before the last name: ", and Name", "Name and Name". before is how many names stand above in the same list.
func finish(parts []text.Span, before int) []text.Span {
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	if lastOf(parts)[len(parts)-1].Text != last.Text {
		return parts
	}
	left, right, ok := SplitPair(last, len(parts)-1+before)
	if !ok {
		return parts
	}
	return append(parts[:len(parts)-1], left, right)
}

// IsNameList reports whether a long text is a list of names: many separators, and most parts begin in upper case.
func IsNameList(s string) bool {
	if rule.Off("phrase.IsNameList") {
		return false
	}
	if mark := RunOn(s); mark != "" {
		large, parts := 0, text.CutAt(s, " "+mark+" ")
		for _, p := range parts {
			if beginsLarge(p.Text) {
				large++
			}
		}
		return 10*large >= 8*len(parts)
	}
	sep := ";"
	if strings.Count(s, ";") < 2 {
		sep = ","
		if rare := RareSeparator(s); rare != "" {
			sep = rare
		}
		if wide := WideSeparator(s); wide != "" {
			sep = wide
		}
	}
	parts := text.CutAt(strings.TrimRight(s, ". 。"), sep)
	if len(parts) < 3 {
		return false
	}
	names, short, small, large := 0, 0, 0, 0
	for i, p := range parts {
		t := p.Text
		for _, c := range Conjunctions() {
			t = strings.TrimPrefix(t, c[1:])
		}
		if MoreOthers.MatchString(t) {
			names, short = names+1, short+1
			continue
		}
		t = WithoutArticle(t)
		if !text.IsLower(t) {
			large++
		}
		if r, _ := utf8.DecodeRuneInString(t); text.BeginsName(r) || unicode.IsDigit(r) || OwnSpelling(t) || smallGroup(t) || text.IsLower(t) && text.WordCount(t) <= 6 && (SaysOccupation(t) || SaysOffice(t)) {
			names++
		} else if small < len(parts)/3 && smallName(t, len(parts)) {
			names, small = names+1, small+1 // most names begin large
		}
		if sep == ";" { // what follows the name describes it
			if k := strings.IndexAny(t, ",("); k > 0 {
				t = t[:k]
			}
			if k := strings.Index(t, " – "); k > 0 {
				t = t[:k]
			}
		}
		if n := text.WordCount(t); n <= 9 || n <= 18 && i == len(parts)-1 && PairWord.MatchString(t) {
			short++
		}
	}
	return 10*names >= 8*len(parts) && 10*short >= 8*len(parts) && 2*large >= len(parts)
}

// PairWord joins the last two names of a list.
var PairWord = lexicon.Pattern("phrase.PairWord", ` ({pattern pair-word}|&) `)

// MoreOthers is a line that says that there are more signatories, but not which: "and 20 others".
var MoreOthers = lexicon.Pattern("phrase.MoreOthers", `(?i)^[.… ]*({pattern more-and}|\+ ?)?(({pattern more-about}) )?({pattern more-many}|[\d,. ]+) ?\+?({pattern more-others})\b|^[.… ]*({pattern others-and}) ({pattern others-whole})\W*$|^et al\.?$|^…$|^\.\.\.$`)
