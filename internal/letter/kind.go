package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of documents (graph.Letter.Kind).
const (
	kindLetter    = "letter"
	kindStatement = "statement"
	kindPetition  = "petition"
	kindBrief     = "amicus-brief"
	kindPress     = "press-release"
	kindNews      = "news"
	kindProfile   = "profile"
	kindList      = "list"
	kindOther     = "other"
)

var (
	briefWords     = lazy(`(?i)\bamic(i|us) curiae\b`)
	letterWords    = lazy(`(?i)\b(letter|brief an|offener brief|lettre|carta|lettera|brev|list otwarty|otevřený dopis)\b`)
	statementWords = lazy(`(?i)\b(statement|declaration|manifesto|resolution|appeal|forderung(?:en)?|revendications?|reivindicações|open call|position paper|principles|call (for|to)|demands?|\p{L}*erklärung|stellungnahme|\p{L}*aufruf|appell|positionspapier|déclaration|manifeste|appel|tribune|declaración|manifiesto|pronunciamiento|comunicado|llamamiento|declaração|manifesto|dichiarazione|appello|verklaring|uttalande|oświadczenie)\b|\bcommuniqué(?:\s|$)`) // \b knows ASCII only: é ends no word
	petitionWords  = lazy(`(?i)\b(petition|pétition|petición|petição|petizione)\b`)
	undersigned    = lazy(`(?i)\b(undersigned|we,? the (following|signator|under)|unterzeichne(nden|r)|zeichnenden|soussigné|signataires de (?:ce|cette)|signatrices|signatorias|abajo firmantes|sottoscritt|ondergetekenden)`)
	newsFurniture  = lazy(`(?i)(^read more|leave a reply|contributing editor|staff writer|click here to|newsletter|^by \p{Lu}\p{L}+ \p{Lu}|\bthe letter(’s|'s)? (reads|says|states|signees|signatories)\b|in an open letter to)`)
	pressFurniture = lazy(`(?i)^(###|-30-|(media |press )?contacts?:|for (more information|interviews?|media (?:comment|in|en))|pressekontakt|contact presse)`)
)

// newsStems are parts of the phrases of newsFurniture.
var newsStems = strings.Split("read more|reply|editor|writer|click here|newsletter|the letter|open letter", "|")

var (
	// pressHead is a line that says it is a release: not one that points to it ("See also: media release").
	pressHead  = lazy(`(?i)^\W*(?:(?:joint|gemeinsame|updated|embargoed)\s+)?(press release|media release|news release|press statement|(?:for )?immediate release|pressemitteilung|presseerklärung|pressemeldung|medienmitteilung|communiqué de presse|(?-i:PM)|pour (?:publication|diffusion) immédiate|zur sofortigen veröffentlichung|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse)\b`)
	openLetter = lazy(`(?i)\b(open letter|offener brief|lettre ouverte|carta abierta|lettera aperta|open brief|öppet brev|list otwarty)\b`)
	pressFile  = lazy(`(?i)(?:^|[-_ .])(?:pm|pressemitteilung|presseerklaerung|press[-_ ]?release|media[-_ ]?release|communique[-_ ]?de[-_ ]?presse)[-_ .]`)
	pressEnd   = lazy(`^\s*(#\s?#\s?#|-\s?30\s?-|# # #|\*\*\*)\s*$`)
	// aboutUs heads what a publisher tells of itself below each of its releases.
	aboutUs = lazy(`(?i)^\W*(about|über|zum hintergrund|[àa] propos d[eu]|qui sommes|sobre|over)\s+(the|das|die|den|uns|us|la|le|l[’']|\p{Lu})`)
	// pressDay is the first line of a release: place, dash, today.
	pressDay = lazy(`(?i)^\p{Lu}[\p{L} .,/]{2,40}(?:\([^)]{2,30}\))?\s*(?:—|–|--|-|:)\s*(?:today|heute|aujourd[’']hui|hoy|oggi|hoje|vandaag)\b`)
	// attributed is a quotation with its speaker: “...”, says Jane Doe.
	attributed = lazy(`(?i)(?:[”“"»’]\s*,?\s*|[”“"»’][^”“"»]{0,80}\s)(?:said|says|added|adds|explained|stated|commented|sagt|sagte|so\s+(?-i:\p{Lu})\p{L}*|erklärt|erklärte|betont|betonte|kommentiert|kritisiert|meint|mahnt|warnt|(?:a |ont )?(?:déclar|affirm|expliqu|soulign|dénonc|ajout|rappel|comment|estim|insist|regrett|conclu)\w*|a dit|dijo|señaló|afirmó|declaró)\b|\b(?:says|sagt|déclare|said)\s*:\s*[„“"«]`)
	// acts is what pages say that collect signatures or calls.
	acts = lazy(`(?i)\b(tweet this|share this|share on (?:facebook|twitter)|call your|email your|write your|sign (?:this|the) petition|enter your|your phone number|take action|jetzt unterzeichnen|je signe|signez la pétition|firma ahora)\b`)
	// warns is what a report says of what they want, and their own statements, too.
	warns = lazy(`(?i)\b(?:organisationen|verbände[n]?|initiativen|bündnis|associations|organisations|organizations|groups|coalition)\b[^.]{0,60}?\b(?:warnt|warnen|fordert|fordern|appelliert|appellieren|demandent|appellent|dénoncent|are (?:calling|urging)|warns?|calls? on|urges?)\b`)
	// tells is what a report says of those who signed: they, not we, have sent something.
	tells = lazy(`(?i)\b(?:organi[sz]ations?|groups|individuals|ngos|signatories|coalition|lawyers|experts|companies|organisationen|verbände|associations)\b[^.]{0,60}?\b(?:joined|have joined|sent|have sent|endorsed|have endorsed|signed|have signed|wrote|have written|issued|submitted|released|launched|haben\b[^.]{0,60}?(?:unterzeichnet|geschickt|veröffentlicht))\b|\bassociations\b[^.]{0,60}?\bont (?:signé|adressé|écrit)`)
)

// Words that speak for a kind, each counted where it stands outside quotation marks.
var (
	reportWords  = wordSet("said says told reported reportedly spokesperson spokesman spokeswoman reporter sagte laut berichtet déclaré selon dijo según according")
	profileWords = wordSet("headquartered headquarters multinational subsidiary subsidiaries hauptsitz founded gegründet")
	yourVoice    = wordSet("you your vous votre vos ihnen ihr ihre ihrer usted ustedes vostra vossa u uw")
	ownVoice     = wordSet("we our us wir unser unsere nous notre nos nosotros nuestra nuestro nuestras nuestros nós noi wij onze vi")
)

// kindOf decides what a document is. Order matters: a greeting makes a letter of what is headed "for immediate release"; a
// company profile quotes news; news quotes letters, whose words in quotation marks are not its own.
func kindOf(d *document) string {
	t := d.traits()
	title := string(d.title)
	greets := d.salutation >= 0
	switch {
	case briefWords.MatchString(t.top):
		return kindBrief
	case greets && t.above >= 40 && (t.headed || t.ended):
		return kindPress // a release that prints the letter below its own text
	case greets && t.above >= 40 && t.reportAbove >= 2 && !letterWords.MatchString(title):
		return kindPress
	case greets && t.above >= 100 && t.ownAbove == 0 && t.told > 0:
		return kindPress // the same in the third person
	case greets:
		return kindLetter
	case t.headed:
		return kindPress
	case t.profile >= 3 && t.own < 2*t.profile || t.profile == 2 && t.own < 3:
		return kindProfile
	case t.press > 0 && t.quoted > 0 && t.signs:
		return kindPress
	case t.signs && letterWords.MatchString(title) && t.told == 0:
		return kindLetter // a page about a letter that prints it with its list
	case t.signs && t.told == 0 && t.quoted == 0 && openLetter.MatchString(t.top):
		return kindLetter // a line below its title says so
	case t.quoted >= 2 && t.news == 0 && !t.under && !t.signs:
		return kindPress // spokespersons are quoted, nobody signs
	case t.report+3*t.news >= 3 && t.report+3*t.news > t.own:
		if t.press > 0 || t.today {
			return kindPress
		}
		return kindNews
	case t.acts >= 3 && !t.under && t.own < 40*t.acts:
		return kindOther // a page that collects signatures or calls
	case petitionWords.MatchString(title):
		return kindPetition
	case letterWords.MatchString(title):
		return kindLetter
	case statementWords.MatchString(title):
		return kindStatement
	case t.today && 80*t.own < t.prose:
		return kindPress
	case (t.press > 0 || t.today || t.about && 80*t.own < t.prose && !t.signs) && !t.under:
		return kindPress
	case t.under && (letterWords.MatchString(t.top) || d.toLine() >= 0 || t.you >= 3 && !statementWords.MatchString(title)):
		return kindLetter
	case t.told > 0 && !t.under, t.warned > 0 && !t.under && !t.signs && 80*t.own < t.prose:
		return kindNews
	case d.toLine() >= 0 && t.own > 0:
		return kindLetter
	case t.under, t.signs && t.prose > 60, t.own >= 4 && t.prose > 80 && 80*t.own >= t.prose:
		return kindStatement
	case t.prose < 60 && t.names >= 5:
		return kindList
	case d.jointly():
		return kindStatement
	case t.report > 0 && t.prose > 80:
		return kindNews
	}
	return kindOther
}

// jointly reports whether one of the first paragraphs says that this is a joint statement, and of whom.
func (d *document) jointly() bool {
	for i := range d.pieces[:min(len(d.pieces), 4)] {
		if d.pieces[i].sort == plain && jointBy.MatchString(d.pieces[i].text()) {
			return true
		}
	}
	return false
}

// datelined reports whether running text begins as a release does: "Brussels, 11 May 2004 - The council ...".
func datelined(text, language string) bool {
	if r, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(r) {
		return false
	}
	head := text[:min(len(text), 90)]
	fs := findDates(head, language)
	return len(fs) > 0 && fs[0].start > 3 && fs[0].start < 45 && wordCount(head[:fs[0].start]) < 6 && dateline.MatchString(head[fs[0].end:]) && !strings.HasPrefix(strings.TrimLeft(head[fs[0].end:], " "), ":")
}

// actStems are parts of the phrases of acts.
var actStems = strings.Split("tweet this|share |your |petition|take action|unterzeichnen|je signe|firma ahora", "|")

func mayAct(lower string) bool { return containsAny(lower, actStems) }

// asks reports whether a page collects signatures or calls.
func (d *document) asks() bool {
	n := 0
	for i := range d.pieces {
		if text := d.pieces[i].text(); mayAct(strings.ToLower(text)) && acts.MatchString(text) {
			n++
		}
	}
	return n >= 3
}

// traits are what speaks for one kind or another.
type traits struct {
	top                               string // title and first lines
	headed, ended, today, about       bool   // headed as a release; "###" above the greeting; "today" after the place; a heading "About us" below
	under, signs                      bool   // "the undersigned"; a line that opens a list of signatories
	prose, above, ownAbove, names     int    // words of running text, those above the greeting, of them we and our; lines that are none
	report, reportAbove, profile, own int    // words outside quotation marks
	you                               int    // so are these
	news, press, acts, told, quoted   int    // pieces
	warned                            int    // so are these
}

func (d *document) traits() traits {
	t := traits{top: string(d.title), headed: pressHead.MatchString(string(d.title)) || pressFile.MatchString(d.name)}
	opened := false
	for i := range d.pieces {
		p := &d.pieces[i]
		text := p.text()
		if i < 4 && wordCount(text) < 30 {
			t.top += "\n" + text
		}
		lower := strings.ToLower(text)
		above := i < d.salutation
		t.about = t.about || i > len(d.pieces)/2 && len(text) < 80 && aboutUs.MatchString(text)
		t.headed = t.headed || (i < 8 || above) && (pressHead.MatchString(text) || len(p.lines) > 1 && pressHead.MatchString(p.lines[1].text))
		t.ended = t.ended || above && pressEnd.MatchString(text)
		if pressFurniture.MatchString(text) {
			t.press++
		}
		if (containsAny(lower, newsStems) || strings.HasPrefix(lower, "by ")) && newsFurniture.MatchString(text) {
			t.news++
		}
		if mayAct(lower) && acts.MatchString(text) {
			t.acts++
		}
		for _, phrase := range []string{"stock symbol", "valid as of", "annual revenue", "siège social"} {
			t.profile += min(1, strings.Count(lower, phrase))
		}
		t.under = t.under || containsAny(lower, []string{"undersigned", "we the", "we, the", "unterz", "zeichnend", "signat", "soussign", "abajo", "sottoscr", "ondergetek"}) && undersigned.MatchString(text)
		if !p.prose {
			t.names += len(p.lines)
			t.signs = t.signs || i > 0 && len(p.lines) < 3 && cueOf(&p.lines[0]) == opens
			continue
		}
		if strings.ContainsAny(text, "“”„«»\"’") && len(text) < 1<<13 && attributed.MatchString(text) {
			t.quoted++
		}
		if !opened {
			opened = true
			t.today = pressDay.MatchString(text) || datelined(text, d.language)
		}
		if i < 12 && tells.MatchString(text) {
			t.told++
		}
		if i < 12 && warns.MatchString(text) {
			t.warned++
		}
		n := wordCount(text)
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
	for w := range strings.FieldsSeq(withoutQuotes(lower)) {
		w = strings.Trim(w, ".,;:!?()\"'’")
		switch {
		case ownVoice[w]:
			t.own++
		case yourVoice[w]:
			t.you++
		case reportWords[w]:
			t.report++
		case profileWords[w]:
			t.profile++
		}
	}
}

var toPattern = lazy(`(?i)^(to|an|à|aux?|a|para|al|aos?|aan|till?|do|pro):\s*\S|^(to the (honou?rable|members|president|prime|minister|secretary|chair|governments?|heads)|an (den|die|das) |à l['’]attention|a la atención|(a la|al|au|à la) (?-i:\p{Lu}))`)

// toLine returns the piece that says to whom ("To: ..."), -1 where none in the upper part does.
func (d *document) toLine() int {
	for i := range min(len(d.pieces), 10) {
		if t := d.pieces[i].lines[0].text; toPattern.MatchString(t) && !isSentence(t) {
			return i
		}
	}
	return -1
}

// withoutQuotes returns the text outside quotation marks.
func withoutQuotes(t string) string {
	if !strings.ContainsAny(t, "“”\"«»„") {
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
