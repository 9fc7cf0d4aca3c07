package cue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// notePattern is matched against a folded line (text.FoldLine).
var notePattern = text.Lazy("cue.notePattern", `(affiliations?|titles?|institutions?|organi[sz]ations?( names?)?)\b.{0,40}\b(identification|identity|information) (purposes )?only|signs? in (an? |their |his |her )?(individual|personal) capacity|^\W*(deceased|indicates|denotes)\b`)

// Remark is a remark on the list or on the names in it: "Affiliations for identification only".
var Remark = Mixed{text.Guarded{Pattern: notePattern, Stems: strings.Split("identif identity information capacity deceased indicates denotes", " ")}, remarked}

// kindsWithExamples finds items that call signatories by their kind and give examples: "Unions – such as A and B".
var kindsWithExamples = text.Lazy("cue.kindsWithExamples", `^\p{L}[^–—:;]* (?:[–—-] |[(,] ?)(?:such as|including|e\.g\.,?|among them|wie etwa|wie zum beispiel|darunter|como por ejemplo|tales como|tels? que|telles? que|notamment|tra cui|ad esempio|zoals|såsom|takie jak) +\S`)

// Kinds reports whether a line says which kinds sign, with examples of each.
func Kinds(s string) bool {
	return !rule.Off("cue.Kinds") && kindsWithExamples.MatchString(s)
}

// WhyNot says why a line is no signatory; "" where it may be one.
func WhyNot(l *document.Line) string {
	t := l.Text
	letterless := Letterless(t, l.Sort == document.Cells || l.Sort == document.Item)
	switch {
	case l.Note:
		return "a footnote"
	case text.ContainsAny(strings.ToLower(t), fileKinds) && fileLink.MatchString(t):
		return "a link to a file"
	case text.ContainsAny(strings.ToLower(t), pictureWords) && caption.MatchString(t):
		return "a picture's caption"
	case phrase.MoreOthers.MatchString(t):
		return "says that there are more signatories, but not which"
	case letterless != "":
		return letterless
	case strings.HasPrefix(t, ",") || strings.HasPrefix(t, ";"):
		return "the end of something whose beginning is not printed"
	case Hole(t):
		return "a blank to fill in, not a name"
	case strings.Contains(t, ":") && examples.MatchString(t):
		return "examples of what to fill in"
	case PageNumber.MatchString(t):
		return "a page number"
	case l.Sort != document.Cells && strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") && strings.Count(t, "[") == 1 && text.WordCount(t) > 1:
		return "a placeholder in brackets, not a name"
	case l.Sort != document.Cells && strings.HasPrefix(t, "（") && strings.HasSuffix(t, "）") && strings.Count(t, "（") == 1:
		return "a remark in brackets, not a name"
	case strings.Contains(strings.ToLower(t), "thank") && thanks.MatchString(t):
		return "thanks, not a name"
	case countLine.MatchString(t), strings.ContainsAny(t, "個个家개人名位명団") && wideCount.MatchString(t):
		return "a number of signatories, not a name"
	case Remark.Match(text.FoldLine(t)):
		return "a remark on the list"
	case footnote.MatchString(t):
		return "a footnote"
	case strings.Contains(t, "_") && !strings.Contains(t, " "):
		return "no name: it is a file's"
	case phrase.LooksLikeAddress(t):
		return "an address or a link, not a name"
	case JustDate(t):
		return "a date"
	case calling.MatchString(t):
		return "a link that leads on, not a name"
	case l.Sort == document.Plain && (phrase.IsSentence(t) || phrase.IsShortSentence(t)):
		return "running text, not a name"
	case utf8.RuneCountInString(t) > 300 && l.Sort != document.Item && l.Sort != document.Cells:
		return "too long for a name"
	}
	return ""
}

// Letterless says why a text without letters is no name, by one rule in every medium; "" where it has letters or may be one all the same. In a list or
// a column of names (listed) two figures and more are a name, if nothing but dots divides them: a single one is a number, others are a telephone's. On a
// line by itself they are rather the number of a page or a row, unless dots divide them: "11.11.11".
func Letterless(t string, listed bool) string {
	digits, signs := 0, 0
	for _, r := range t {
		switch {
		case unicode.IsLetter(r):
			return ""
		case unicode.IsDigit(r):
			digits++
		case r != '.':
			signs++
		}
	}
	if digits >= 2 && (listed && signs == 0 || strings.Contains(t, ".")) {
		return ""
	}
	return "no name: it has no letters"
}

// calling is a link with an arrow that asks to do something: "→ Sign the letter".
var calling = text.Lazy("cue.calling", `(?i)^(?:->|=>|>>|[→➔➜➡⇒›»▶►👉✍✏🖊])\x{fe0f}?\s*(?:please |bitte |por favor |jetzt |hier )?(?:sign|add|join|read|see|view|show|download|share|donate|learn|click|unterzeichn|unterschreib|mitzeichn|mehr|weiter|zum|zur|hier|jetzt|sign(?:er|ez|e)|ajout|lire|lisez|voir|firm(?:a|ar|e|en)|lee|leer|ver|añad|adhi|súm|assin|veja|ver|leia|acess|baix|aderi|leggi|scaric|vedi|ondertek|lees|teken|skriv|läs|imzala|подпис|добав)[\p{L}]*(?:\s|[.!:]?$)`)

// examples stand below a field of a form, and in the row that shows how to sign.
var examples = text.Lazy("cue.examples", `(?i)^(?:examples?|e\. ?g\.|beispiele?|z\. ?b\.|exemples?|p\. ?ex\.|ejemplos?|p\. ?ej\.|esemp[io]o?|exemplos?|voorbeeld(?:en)?|exempel)\s?:`)

// thanks end a letter, above or below its list.
var thanks = text.Lazy("cue.thanks", `(?i)^(?:we )?thank(?:s| you)\b.{0,60}\bfor (?:your|the) (?:time|consideration|attention|leadership|support|work)\b`)

// What every match of the patterns below has in it.
var (
	fileKinds    = []string{"pdf", "doc", "odt"}
	pictureWords = []string{"photo", "foto", "image", "bild", "picture", "credit", "crédit", "quelle", "illustration", "grafik", "imag", "immag", "ilustra", "illustra", "visuel", "dessin"}
)

// What is no name; PageNumber is asked for by media, too.
var (
	fileLink   = text.Lazy("cue.fileLink", `(?i)(^| )(as|als|in|en|au format|version|download|herunterladen|télécharger)[^,;]{0,20}\(?\b(pdf|docx?|odt)\b\)?$|^\(?pdf\)?$`)
	caption    = text.Lazy("cue.caption", `(?i)^(photo(graphie|graphs?|graphy)?|foto(graf[ií]a|grafie)?|image|imagem|imagen|immagine|bild|picture|crédit|crédito|credit|quelle|illustration|ilustraci[óo]n|ilustração|illustrazione|grafik|visuel|dessin)s?( credits?| by| von| de)?\s?:|^(photo|foto|picture|illustration)s? (by|von|de|par|courtesy) `)
	footnote   = text.Lazy("cue.footnote", `(?i)^[*†‡§¹²³]+ ?(.* )?(signed|added|joined|denotes?|indicates?|listed|affiliations?|late|member|unterzeichnet|nachträglich|signé|adhes|firm)\b.*\.?$`)
	PageNumber = text.Lazy("cue.PageNumber", `(?i)^(page|seite|página|p\.) ?\d+( ?(of|von|de|/) ?\d+)?$`)
	countLine  = lexicon.Pattern("cue.countLine", `(?i)^(total:? ?|and |und |et )?\(?[\d,.]+\+? ([\p{L}-]+ ){0,3}({organization count-line}|signator\w*|individuals|persons|signatures|personen|unterschriften|personnes|signataires|personas|firmas)( (and|und|et|y) [\p{L} ]{3,40})?( \([^)]{3,40}\)| listed below)?\)?:?$`)
)

// wideCount is the same in scripts without blanks: "共42個團體、300人", "총 5개 단체, 6명 (2021. 4. 22 기준)".
var wideCount = lexicon.Pattern("cue.wideCount", `^[（(＜<【]?(?:總共|总共|共計|共计|合計|总计|總計|以上|이상|공|총|共|計|计|全)?\s*[0-9０-９,，]+\s*(?:多|餘|余|여)?\s*(?:個|个|家|개|の)?\s*(?:[^\s0-9、，,]{0,6}(?:{organization count-line})|人|名|명|位)(?:[、,，及와과·\s]+(?:個人)?\s*[0-9０-９,，]+\s*(?:人|名|명|位)[^\s]{0,4})?(?:\s*[（(][^（()）]*[）)])?[）)＞>】]?$`)

var monthOrYear = text.Lazy("cue.monthOrYear", `\b(1[89]|20)\d\d\b|\p{L}{3}`)

// JustDate reports whether a line is a date with no more than two words beside it.
func JustDate(t string) bool {
	if rule.Off("cue.JustDate") {
		return false
	}
	if !monthOrYear.MatchString(t) {
		return false // figures alone, such as "12.12.12", may be a name
	}
	f := phrase.FindDates(t, "")
	if len(f) == 0 {
		return false
	}
	beside := text.WordCount(text.Trim(t[:f[0].Start] + " " + t[f[0].End:]))
	return beside <= 2 || beside <= 7 && dateOfSigning.MatchString(t)
}

// dateOfSigning begins a line that says when, and where, a letter was signed: "Done at Lower Bay, on 5 June 2020".
var dateOfSigning = text.Lazy("cue.dateOfSigning", `(?i)^(?:(?:done|given|signed|dated|issued)\s+(?:at|in|on|this)|(?:se )?firm(?:a|ado|ada|amos)\s+(?:en|el|a)|dad[oa]\s+(?:en|em|a)|(?:fait|signé|donné)\s+(?:à|le|en)|(?:unterzeichnet|unterschrieben|geschehen|gegeben)\s+(?:am|in|zu|im)|(?:fatto|firmato|dato)\s+(?:a|il|in)|(?:feit[oa]|assinad[oa])\s+(?:em|a)|(?:gedaan|ondertekend)\s+(?:te|op|in))\s`)
