package about

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

var (
	briefWords        = lexicon.Pattern("about.briefWords", `(?i)\b{pattern amicus-curiae}\b`)
	briefTitle        = lexicon.Pattern("about.briefTitle", `(?i)\b{pattern brief-title}\b`) // on a page that prints its list
	letterWords       = said{letterWordsPattern, letterWordsAbroad}
	statementWords    = said{statementWordsPattern, statementWordsAbroad} // \b knows ASCII only: é ends no word
	petitionWords     = said{petitionWordsPattern, petitionWordsAbroad}
	undersigned       = lexicon.Pattern("about.undersigned", `(?i)\b({pattern undersigned})`)
	undersignedAbroad = lexicon.PhrasesOf("about.undersignedAbroad", lexicon.Cue, "undersigned")
	newsFurniture     = lexicon.Pattern("about.newsFurniture", `(?i)({pattern news-furniture})`)
	pressFurniture    = lexicon.Pattern("about.pressFurniture", `(?i)^({pattern press-furniture}|###|-30-)`)
)

var (
	// pressHead is a line that says it is a release: not one that points to it ("See also: media release").
	pressHead  = said{pressHeadPattern, pressHeadAbroad}
	openLetter = said{openLetterPattern, openLetterAbroad}
	pressFile  = lexicon.Pattern("about.pressFile", `(?i)(?:^|[-_ .])(?:{pattern press-file})[-_ .]`)
	// aboutUs heads what a publisher tells of itself below each of its releases.
	aboutUs = lexicon.Pattern("about.aboutUs", `(?i)^\W*({pattern about-us})\s+({pattern about-whom}|\p{Lu})`)
	// pressDay is the first line of a release: place, dash, today.
	pressDay = lexicon.Pattern("about.pressDay", `(?i)^\p{Lu}[\p{L} .,/]{2,40}(?:\([^)]{2,30}\))?\s*(?:—|–|--|-|:)\s*(?:{pattern today})\b`)
	// attributed is a quotation with its speaker: “...”, says Jane Doe.
	attributed = lexicon.Pattern("about.attributed", `(?i)(?:[”“"»’]\s*,?\s*|[”“"»’][^”“"»]{0,80}\s)(?:{pattern speaks})\b|\b{pattern says-colon}\s*:\s*[„“"«]`)
	// acts is what pages say that collect signatures or calls.
	acts = lexicon.Pattern("about.acts", `(?i)\b({pattern acts})\b`)
	// warns is what a report says of what they want, and their own statements, too.
	warns = lexicon.Pattern("about.warns", `(?i)\b{organization warns}\b[^.]{0,60}?\b(?:{pattern warning})\b`)
	// weAsk is what those say who sign something themselves.
	weAsk = lexicon.Pattern("about.weAsk", `(?i)\b(?:{pattern we-ask})\b[^.:]{0,30}?\b(?:{pattern asks})\b|\b(?:{pattern we-demand})\b`)
	// tells is what a report says of those who signed: they, not we, have sent something.
	tells = lexicon.Pattern("about.tells", `(?i){pattern tells}|\b(?:{pattern teller}|{organization tells})\b[^.]{0,60}?\b(?:{pattern sent})\b`)
)

// Words that speak for a kind, each counted where it stands outside quotation marks.
var (
	reportWords = lexicon.Set("about.reportWords", "{function-word reports}")
	ownVoice    = lexicon.Set("about.ownVoice", "{function-word own-voice}")
)

// kindOf decides what a document is. Order matters: a greeting makes a letter of what is headed "for immediate release"; a
// company profile quotes news; news quotes letters, whose words in quotation marks are not its own.
func kindOf(d *Facts) string {
	t := d.traits()
	title := string(d.Title)
	greets := d.Salutation >= 0
	switch {
	case d.Caption != nil, briefWords.MatchString(t.top), t.signs && briefTitle.MatchString(title):
		return draft.KindBrief
	case greets && t.above >= 40 && t.headed:
		return draft.KindPress // a release that prints the letter below its own text
	case greets && t.above >= 40 && t.reportAbove >= 2 && !isLetter(title):
		return draft.KindPress
	case greets && t.above >= 100 && t.ownAbove == 0 && t.told:
		return draft.KindPress // the same in the third person
	case greets:
		return draft.KindLetter
	case t.headed:
		return draft.KindPress
	case t.profile >= 3 && t.own < 2*t.profile || t.profile == 2 && t.own < 3:
		return draft.KindProfile
	case t.press && t.quoted > 0 && t.signs:
		return draft.KindPress
	case t.signs && isLetter(title) && !t.told:
		return draft.KindLetter // a page about a letter that prints it with its list
	case t.signs && !t.told && t.quoted == 0 && openLetter.MatchString(t.top):
		return draft.KindLetter // a line below its title says so
	case t.quoted >= 2 && t.news == 0 && !t.under && !t.signs:
		return draft.KindPress // spokespersons are quoted, nobody signs
	case t.report+3*t.news >= 3 && t.report+3*t.news > t.own:
		if t.press || t.today {
			return draft.KindPress
		}
		return draft.KindNews
	case t.acts >= 3 && !t.under && t.own < 40*t.acts:
		return draft.KindOther // a page that collects signatures or calls
	case wideTells.MatchString(title):
		return draft.KindNews
	case petitionWords.MatchString(title) || ofKind(title, petitionKind):
		return draft.KindPetition
	case isLetter(title):
		return draft.KindLetter
	case statementWords.MatchString(title) || ofKind(title, statementKind):
		return draft.KindStatement
	case t.today && 80*t.own < t.prose:
		return draft.KindPress
	case (t.press || t.today || t.about && 80*t.own < t.prose && !t.signs) && !t.under:
		return draft.KindPress
	case t.under && (isLetter(t.top) || d.toLine() >= 0):
		return draft.KindLetter
	case t.told && !t.under, t.warned && !t.under && !t.signs && 80*t.own < t.prose:
		return draft.KindNews
	case d.toLine() >= 0 && t.own > 0:
		return draft.KindLetter
	case t.under, t.signs && t.prose > 60, t.own >= 4 && t.prose > 80 && 80*t.own >= t.prose:
		return draft.KindStatement
	case (t.signs || t.leaves) && t.asked && t.prose >= 10:
		return draft.KindStatement // however short: "We demand a clean river. It belongs to all."
	case t.prose < 60 && t.names >= 5:
		return draft.KindList
	case d.jointly():
		return draft.KindStatement
	case t.report > 0 && t.prose > 80:
		return draft.KindNews
	}
	return draft.KindOther
}

// jointly reports whether one of the first paragraphs says that this is a joint statement, and of whom.
func (d *Facts) jointly() bool {
	if rule.Off("about.Facts.jointly") {
		return false
	}
	for i := range d.Pieces[:min(len(d.Pieces), 4)] {
		if d.Pieces[i].Sort == document.Plain && JointBy.MatchString(d.Pieces[i].Text()) {
			return true
		}
	}
	return false
}

// datelined reports whether running text begins as a release does: "Brussels, 11 May 2004 - The council ...".
func datelined(s, language string) bool {
	if rule.Off("about.datelined") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return false
	}
	head := s[:min(len(s), 90)]
	fs := phrase.FindDates(head, language)
	return len(fs) > 0 && fs[0].Start > 3 && fs[0].Start < 45 && text.WordCount(head[:fs[0].Start]) < 6 && dateline.MatchString(head[fs[0].End:]) && !strings.HasPrefix(strings.TrimLeft(head[fs[0].End:], " "), ":")
}

// asks reports whether a page collects signatures or calls.
func (d *Facts) asks() bool {
	if rule.Off("about.Facts.asks") {
		return false
	}
	n := 0
	for i := range d.Pieces {
		if acts.MatchString(d.Pieces[i].Text()) {
			n++
		}
	}
	return n >= 3
}

// traits are what speaks for one kind or another.
type traits struct {
	top                           string // title and first lines
	headed, today, about          bool   // headed as a release; "today" after the place; a heading "About us" below
	under, signs, leaves          bool   // "the undersigned"; a line that opens a list of signatories; one that takes leave
	prose, above, ownAbove, names int    // words of running text, those above the greeting, of them we and our; lines that are none
	report, reportAbove, own      int    // words outside quotation marks
	profile                       int    // phrases that company profiles have
	news, acts, quoted            int    // pieces; no more quotations are counted than are asked for
	press, told, warned, asked    bool   // a piece does so
}

func (d *Facts) traits() traits {
	t := traits{top: string(d.Title), headed: pressHead.MatchString(string(d.Title)) || ofKind(string(d.Title), releaseKind) || pressFile.MatchString(d.Name)}
	opened := false
	for i := range d.Pieces {
		p := &d.Pieces[i]
		s := p.Text()
		if i < 4 && text.WordCount(s) < 30 {
			t.top += "\n" + s
		}
		lower := strings.ToLower(s)
		above := i < d.Salutation
		t.about = t.about || i > len(d.Pieces)/2 && len(s) < 80 && aboutUs.MatchString(s)
		t.headed = t.headed || (i < 8 || above) && (pressHead.MatchString(s) || len(s) < 120 && ofKind(s, releaseKind) || len(p.Lines) > 1 && pressHead.MatchString(p.Lines[1].Text))
		t.press = t.press || pressFurniture.MatchString(s)
		if newsFurniture.MatchString(s) {
			t.news++
		}
		if acts.MatchString(s) {
			t.acts++
		}
		for _, phrase := range profileWords.All() {
			t.profile += min(1, strings.Count(lower, phrase))
		}
		t.under = t.under || undersigned.MatchString(s) || undersignedAbroad.In(lower)
		if !p.Prose {
			t.names += len(p.Lines)
			if i > 0 && len(p.Lines) < 3 {
				c := cue.Of(&p.Lines[0])
				t.signs, t.leaves = t.signs || c == cue.Opens, t.leaves || c == cue.SignOff
			}
			t.signs = t.signs || p.Lines[0].Said && len(p.Lines) > 2
			continue
		}
		if t.quoted < 2 && strings.ContainsAny(s, "“”„«»\"’") && len(s) < 1<<13 && attributed.MatchString(s) {
			t.quoted++
		}
		if !opened {
			opened = true
			t.today = pressDay.MatchString(s) || datelined(s, d.Language)
		}
		if i < 12 {
			t.told = t.told || tells.MatchString(s)
			t.warned = t.warned || warns.MatchString(s)
			t.asked = t.asked || weAsk.MatchString(s)
		}
		n := text.WordCount(s)
		t.prose += n
		report, own := t.report, t.own
		t.count(lower)
		if above {
			t.above += n
			t.reportAbove += t.report - report
			t.ownAbove += t.own - own
		}
	}
	return t
}

// count adds the words of one paragraph, in lower case, outside its quotation marks.
func (t *traits) count(lower string) {
	if text.MostlyHan(lower) {
		t.countWide(withoutQuotes(lower))
		return
	}
	for w := range strings.FieldsSeq(withoutQuotes(lower)) {
		w = strings.Trim(w, ".,;:!?()\"'’")
		switch {
		case ownVoice.Has(w):
			t.own++
		case reportWords.Has(w):
			t.report++
		}
	}
}

var toPattern = lexicon.Pattern("about.toPattern", `(?i)^({pattern to-line})\s?:\s*\S|^({pattern to-whom}|(a la|al|au|à la) (?-i:\p{Lu}))`)

// toLine returns the piece that says to whom ("To: ..."), -1 where none in the upper part does.
func (d *Facts) toLine() int {
	for i := range min(len(d.Pieces), 10) {
		if t := d.Pieces[i].Lines[0].Text; (toPattern.MatchString(t) || len(d.Pieces[i].Lines) == 1 && toBody(t)) && !phrase.IsSentence(t) {
			return i
		}
	}
	return -1
}

// toWhole finds who is addressed in a line that says so and nothing else: "To the Ferry Commission".
var toWhole = lexicon.Pattern("about.toWhole", `(?i)^(?:{pattern addressing}) ([^.,:;!?]{3,90})$`)

// toBody reports whether a line by itself addresses a public body, without a colon or comma that would say so.
func toBody(t string) bool {
	if rule.Off("about.toBody") {
		return false
	}
	m := toWhole.FindStringSubmatch(t)
	return m != nil && isBody(m[1])
}

// withoutQuotes returns the text outside quotation marks.
func withoutQuotes(t string) string {
	if !strings.ContainsAny(t, "“”\"«»„「『") {
		return t
	}
	var b strings.Builder
	last := 0
	for _, q := range quoteSpans(t) {
		b.WriteString(t[last:q[0]])
		b.WriteByte(' ')
		last = q[1]
	}
	b.WriteString(t[last:])
	return b.String()
}

// JointBy is the beginning of a sentence that names signatories, up to the first name. "Joint statement of the companies A, B and C": its first words say whose it is.
var JointBy = lexicon.Pattern("about.JointBy", `(?i)^(?:{pattern joint-is}\s+)?{pattern joint-article}?\s*{pattern joint}\s+(?:[\p{L}-]+\s+){0,2}?`+phrase.SignedNoun+`\s+{pattern joint-of}\s+(?:{pattern joint-groups}\s+)?(?:(?:[\p{L}\d-]+\s+){0,3}?[\p{L}-]*`+phrase.GroupNoun+`\s+)?|^{pattern joint-article}?\s*`+phrase.SignedNoun+`\s+{pattern joint-behind}\s+{pattern joint-behind-of}\s+(?:(?:[\p{L}\d-]+\s+){0,3}?`+phrase.GroupNoun+`\s+)?`)
