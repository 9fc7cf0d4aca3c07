package cue

import (
	"strings"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// What a party that is none tells a court has a caption: words that say what the document is (brief, factum, escrito), that its author is a
// friend of the court or intervenes, and between them, or after "of" or "submitted by", who that is. The words are those below, whatever the
// court and the language; they may stand in any order.
var (
	briefNouns = text.Words("cue.briefNouns", `brief briefs submission submissions observations comments intervention factum memorandum memoranda
mémoire mémoires escrito memorial informe documento intervención presentación memoriais petição manifestação stellungnahme schriftsatz amicus-curiae-stellungnahme amicus-brief memoria atto opinione intervento`)
	briefFormula = text.Words("cue.briefFormula", `amicus amici amicae curiae proposed corrected amended revised unopposed joint consent motion application request permission leave to file submit filing and of for by from on behalf as the
written third-party third party intervener interveners intervenor intervenors intervening non-party friend friends court filed submitted presented supplemental states
de des du d' en qualité d'amicus d'amici présenté présentée présentées présentés déposé déposée déposées soumis soumise soumises par la le les l'intervenant l'intervenante intervenant intervenante intervenants intervenantes tierce tiers écrites écrit écrite au aux nom
calidad del el los las y a como tercero presentado presentada presentados interpuesto interpuesta suscrito suscrita por interviniente escrita escritas
do da dos das os as na qualidade apresentado apresentada als der die des von im namen di del dello della dei degli`)
	// filedBy is the phrase after which a caption names who filed: nothing before it does.
	filedBy = text.Lazy("cue.filedBy", `(?i)\b(?:submitted|filed|presented|presentad[oa]s?|interpuest[oa]s?|suscrit[oa]s?|sometid[oa]s?|remitid[oa]s?|dépos[ée]+s?|soumise?s?|apresentad[oa]s?|vorgelegt|eingereicht|presentat[oaie]|depositat[oaie])\s+(?:jointly\s+|conjuntamente\s+)?(?:by|por|pel[oa]s?|par|von|da(?:l|lla)?|on behalf of)\s|(?i:présent[ée]+s?)\s+(?:conjointement\s+)?par\s`)
	// captionTail is what follows the names.
	captionTail = text.Lazy("cue.captionTail", `(?i)(?:^|[\s,;])(?:(?:(?:as|in their capacity as|appearing as|als|come|comme|como|à titre d[e’']|en qualité d[e’']|en calidad de|na qualidade de|in qualità di)\s*)?(?:(?:proposed|prospective)\s+)?(?:amic(?:us|i)(?:\s+curiae)?\b|friends? of the court\b|\(?(?:third[- ]party\s+)?interven[eo]rs?\b)|`+
		`in\s+(?:(?:partial|full|further)\s+)?(?:support|opposition)\b|\((?:motion|pursuant|on appeal|filed)\b|supporting\b|opposing\b|urging\b|suggesting\b|favou?ring\b|addressing\b|regarding\b|concerning\b|respecting\b|seeking\s+leave\b|for\s+(?:leave\s+to|affirmance|reversal|permission)\b|on\s+(?:petition|appeal|writ|the\s+merits)\b|pursuant\b|in\s+the\s+case\b|in\s+re\b|(?:submitted|filed)\s+(?:by|on|pursuant)\b|dated\b|`+
		`à\s+l[’']appui\b|en\s+soutien\b|au\s+soutien\b|dans\s+l[’']affaire\b|devant\s+l[ae]|relati(?:f|ve)\s|en\s+(?:el|la)\s+(?:caso|causa|expediente|proceso|marco)\b|ante\s+(?:la|el)\s|en\s+apoyo\b|en\s+relación\b|dentro\s+del?\b|perante\s|em\s+apoio\b|n[oa]s?\s+(?:autos|caso|processo|ação)\b|in\s+der\s+(?:rechtssache|sache)\b|im\s+verfahren\b|zur\s+unterstützung\b|ne[l]\s+(?:caso|giudizio|procedimento)\b|a\s+sostegno\b)`)
	friendly = text.Lazy("cue.friendly", `(?i)\bamic(?:us|i)\b|\binterven[eo]rs?\b|third[- ]party interven|tierce intervention|\bintervenante?s?\b|friends? of the court|\btercero interviniente|-curiae-`)
	// AndMore ends names of which more stand elsewhere.
	AndMore = text.Lazy("cue.AndMore", `(?i)[,;]?\s+(?:(?:and|&|et|y|e|und)\s+)?(?:et al\.?|others|autres|otr[oa]s|outr[oa]s|andere[rn]?|altri)\s*$`)
)

// Caption finds the names in the caption of a brief, whose lines are joined: their place in the text. It reports false for what is no
// caption; a caption without names has an empty place.
func Caption(s string) (from, to int, ok bool) {
	if len(s) > 6000 || !friendly.MatchString(s) {
		return 0, 0, false
	}
	noun := false
	for from < len(s) {
		word := s[from:]
		if i := strings.IndexByte(word, ' '); i >= 0 {
			word = word[:i]
		}
		folded := strings.ReplaceAll(text.Fold(word), "’", "'")
		if !briefNouns.Has(folded) && !briefFormula.Has(folded) && strings.Trim(word, "[]()–—-:,") != "" {
			break
		}
		noun = noun || briefNouns.Has(folded) || folded == "motion" || folded == "application"
		from = min(len(s), from+len(word)+1)
		if strings.HasSuffix(word, ":") && noun {
			break // "Brief of Amici Curiae: ..."
		}
	}
	if from == 0 {
		return 0, 0, false
	}
	if all := filedBy.FindAllStringIndex(s); all != nil && all[len(all)-1][1] > from {
		from, noun = all[len(all)-1][1], true
	}
	if !noun {
		return 0, 0, false
	}
	to = len(s)
	if m := captionTail.FindStringIndex(s[from:]); m != nil {
		to = from + m[0]
	} else if from > 0 && captionTail.MatchString(s[from-1:]) {
		to = from
	}
	return from, from + len(strings.TrimRight(s[from:to], " ,;([")), true
}

// FriendlyStems are parts of the words that Friendly finds.
var FriendlyStems = []string{"amic", "interven", "friend", "intervin", "-curiae-"}

// Friendly reports whether words speak of a friend of the court or of one who intervenes.
func Friendly(s string) bool { return friendly.MatchString(s) }

// BeginsCaption reports whether a line may be the first of a caption.
func BeginsCaption(s string) bool {
	if rule.Off("cue.BeginsCaption") || Leaders(s) {
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(s) {
		folded := strings.ReplaceAll(text.Fold(w), "’", "'")
		switch {
		case briefNouns.Has(folded):
			return true
		case !briefFormula.Has(folded) && folded != "", words > 7:
			return folded != "" && words > 0 && words < 7 && filedOnce.MatchString(s)
		}
		words++
	}
	return words >= 2 && friendly.MatchString(s) // "AMICI CURIAE", and the noun on the next line
}

var filedOnce = text.Lazy("cue.filedOnce", `(?i)^motion of\b|^application of\b`)
