package about

import (
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// said is a pattern with the words of all languages beside it that are data; the pattern says what phrases cannot.
type said struct {
	*text.Pattern
	phrases *lexicon.Phrases
}

// MatchString reports whether a text has the pattern or one of the phrases.
func (s said) MatchString(t string) bool {
	return s.Pattern.MatchString(t) || s.phrases.In(text.FoldLine(t))
}

// Each pattern with its phrases.
var (
	claimContextPattern   = text.Lazy("about.claimContextPattern", `(?i)(\bsign|cosign|co-sign|letter|statement|petition|bündnis\w* (aus|von)|(coalition|alliance) (of|de)|endors|listed|demand|\bcall(s|ed|ing)? (on|for|upon)|\burg(e|es|ed|ing)\b|\bjoin|oppos|undersigned|\bwe\b|\bask(s|ed)?\b|\bwarn|\bpush(es|ed)?\b|appeal|against|unterzeichn|fordern|appell|brief|wenden sich|signat|demandent|appellent|soussign|exig|firm|carta|piden|declaración|declaration|assin|firmat|ondertek|undertecknad|podpis|allekirjoit|\bfollowing\b|folgende|suivant|siguientes|seguintes|seguenti|volgende|sprechen sich|erklär|chied|\bvragen\b|\beisen\b|kræver|kräver|krever|żąda|vaati)`)
	claimContextAbroad    = lexicon.PhrasesOf("about.claimContextAbroad", lexicon.Cue, "claims")
	longAgoPattern        = text.Lazy("about.longAgoPattern", `(?i)\b(last year|(years?|months) ago|il y a (presque |près de |plus de )?\S+ (ans?|mois)|l[’']an(née)? derni|vor \S+ (jahren|monaten)|im vergangenen jahr|letztes jahr|hace \S+ (años|meses))`)
	longAgoAbroad         = lexicon.PhrasesOf("about.longAgoAbroad", lexicon.Cue, "long-ago")
	signWordPattern       = text.Lazy("about.signWordPattern", `(?i)\b(signed|signatories|undersigned|co-?signed|endorsed|supported by|unterzeichnet\w*|unterzeichner\w*|mitgezeichnet|signé(?:e?s|e)|signataires|cosigné\w*|firmantes|firmad[ao]s?|assinad[ao]s?|firmat[ao]|ondertekend|podpisa\w*)\b|\bsigné\s`)
	signWordAbroad        = lexicon.PhrasesOf("about.signWordAbroad", lexicon.Cue, "signing")
	asOfNowPattern        = text.Lazy("about.asOfNowPattern", `(?i)\b(as of|as on|to date|so far|stand|mittlerweile|inzwischen|à ce jour|hasta la fecha|hasta ahora|finora|now signed|now been)\b`)
	asOfNowAbroad         = lexicon.PhrasesOf("about.asOfNowAbroad", lexicon.Cue, "as-of-now")
	titleNounPattern      = text.Lazy("about.titleNounPattern", `(?i)\b(letter|statement|declaration|petition|appeal|manifesto|brief|erklärung|stellungnahme|aufruf|appell|lettre|déclaration|appel|carta|declaración|comunicado|manifiesto|lettera|appello)\b`)
	titleNouns            = lexicon.PhrasesOf("about.titleNouns", lexicon.Paper, "letter", "open-letter", "statement", "petition")
	letterWordsPattern    = text.Lazy("about.letterWordsPattern", `(?i)\b(letter|brief an|offener brief|lettre|carta|lettera|brev|list otwarty|otevřený dopis)\b`)
	letterWordsAbroad     = lexicon.PhrasesOf("about.letterWordsAbroad", lexicon.Paper, "letter")
	statementWordsPattern = text.Lazy("about.statementWordsPattern", `(?i)\b(statement|declaration|manifesto|resolution|appeal|forderung(?:en)?|revendications?|reivindicações|open call|position paper|principles|call (for|to)|demands?|\p{L}*erklärung|stellungnahme|\p{L}*aufruf|appell|positionspapier|déclaration|manifeste|appel|tribune|declaración|manifiesto|pronunciamiento|comunicado|llamamiento|declaração|manifesto|dichiarazione|appello|verklaring|uttalande|oświadczenie)\b|\bcommuniqué(?:\s|$)`)
	statementWordsAbroad  = lexicon.PhrasesOf("about.statementWordsAbroad", lexicon.Paper, "statement")
	petitionWordsPattern  = text.Lazy("about.petitionWordsPattern", `(?i)\b(petition|pétition|petición|petição|petizione)\b`)
	petitionWordsAbroad   = lexicon.PhrasesOf("about.petitionWordsAbroad", lexicon.Paper, "petition")
	pressHeadPattern      = text.Lazy("about.pressHeadPattern", `(?i)^\W*(?:(?:joint|gemeinsame|updated|embargoed)\s+)?(press release|media release|news release|press statement|(?:for )?immediate release|pressemitteilung|presseerklärung|pressemeldung|medienmitteilung|communiqué de presse|(?-i:PM)|pour (?:publication|diffusion) immédiate|zur sofortigen veröffentlichung|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse)\b`)
	pressHeadAbroad       = lexicon.PhrasesOf("about.pressHeadAbroad", lexicon.Paper, "release")
	openLetterPattern     = text.Lazy("about.openLetterPattern", `(?i)\b(open letter|offener brief|lettre ouverte|carta abierta|lettera aperta|open brief|öppet brev|list otwarty)\b`)
	openLetterAbroad      = lexicon.PhrasesOf("about.openLetterAbroad", lexicon.Paper, "open-letter")
	dateCuePattern        = text.Lazy("about.dateCuePattern", `(?i)\b(immediate release|date|dated|published|posted|valid as of|as of|as on|issued|release|datum|stand|fecha|publicad[oa]|publi(?:e|ée)|le|den|dnia|dne|embargo|veröffentlicht|erstellt|pubblicat[oa]|gepubliceerd)\b|\bpublié\s`)
	dateCueAbroad         = lexicon.PhrasesOf("about.dateCueAbroad", lexicon.Cue, "dated")
	laterCuePattern       = text.Lazy("about.laterCuePattern", `(?i)\b(updated?|last modified|revised|aktualisiert|zuletzt|mis à jour|actualizad[oa]|aggiornat[oa]|bijgewerkt)\b`)
	laterCueAbroad        = lexicon.PhrasesOf("about.laterCueAbroad", lexicon.Cue, "updated")
	otherDayPattern       = text.Lazy("about.otherDayPattern", `(?i)\b(deadline|sign by|by|before|until|bis|avant|antes|hasta|até|entro|jusqu|d[’']ici|copyright|©|accessed|retrieved|abgerufen|consulté|since|seit|depuis|desde|born|geboren|effective)\b|©`)
	otherDayAbroad        = lexicon.PhrasesOf("about.otherDayAbroad", lexicon.Cue, "other-day")
)
