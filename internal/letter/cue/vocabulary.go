package cue

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// A Cue is what a short line says about the lines around it.
type Cue uint8

const (
	None      Cue = iota
	Opens         // signatories follow: "Signed by:", "Signataires"
	SignOff       // the letter ends, a signature may follow: "Sincerely,"
	Closes        // something else follows: "Press contact", "Related posts"
	SubOrgs       // within signatories: "Organizations"
	SubPeople     // within signatories: "Individuals"
	SubOther      // within signatories: "National", "Late signers", a country
	SubGone       // within signatories: "Withdrawn"
	SubNote       // "Affiliations for identification only"
)

// Words says a cue in words.
func (c Cue) Words() string {
	return [...]string{"it says nothing", "it announces signatories", "it takes leave of the addressee", "it begins something else", "organizations follow", "persons follow", "a part of a list follows", "those who no longer sign follow", "a remark on a list"}[c]
}

// The patterns are matched against a folded line: lower case, apostrophes made ', marks at the ends taken off.
var (
	openPattern = lexicon.Pattern("cue.openPattern", `^(co-?)?sign(ed|ed by|ed,? on behalf of|ers|ees|ing organi[sz]ations|atures?|atories|atory organi[sz]ations)\b|\b(co-?)?signator(y|ies)\b|\bco-?sign(ers|ed|ing)\b|\bundersigned\b|`+
		`\bsign(ed|ing) (by|on|organi[sz]ations|this|the|in support)\b|^(respectfully|sincerely)? ?(signed|submitted)( by)?$|\b(full )?list of (signator|signers|organi[sz]ations|groups|endors|supporters)|`+
		`\bendors(ed by|ers|ing organi[sz]ations|ements?|ing groups)\b|^(in )?support(ed by|ers|ing organi[sz]ations|ing groups)\b|\b(co-?)?sponsor(s|ed by|ing organi[sz]ations)\b|`+
		`\b({organization have-signed}|individuals|people|experts|academics|following)\b.{0,40}\b(have |has |already |that |who |which )*(signed|endorsed|endorse|joined|co-?signed|supporting|signing|sign on|signed on)\b|`+
		`\b({organization have-signed}|individuals|people|projects|cities|following)\b.{0,40}\b(have|has|who|that|which) (already |also |now |so far |publicly |formally |all )*(agreed to|agree to|committed to|pledged|adopted|adhered to|adhere to|subscribed to|stand behind|stood behind|backed|supported) (the|this|these|our|its)\b|`+
		`^(participating|member|partner|coalition|signatory|signing|sign-on|endorsing|supporting|allied|joining) ({organization taking-part}|members|partners)\b|^(additional|further|new|late|more|initial|first|original|founding) (signator|sign|organi[sz]ations|endors|co-?sponsor)|`+
		`^({organization in-support}|individuals) in support$|^who (has |have |already )*(signed|endorsed|joined)|^initiat(ed by|ors?)\b|^joined by\b|^((full )?list|names|identity) of (the )?amici\b|^amici curiae$|^(the )?(above|this) (letter|statement) (is|was|has been) (signed|endorsed|supported)`)
	signOffPattern = text.Lazy("cue.signOffPattern", `^(we )?thank(s| you)( very much| in advance| again)? for (your|the) (time|consideration|attention|leadership|support|work)( and [a-z]+| on this[a-z ]*| to this[a-z ]*| in this[a-z ]*)?$|^(in|with|yours in|towards) (deep |love and |struggle and |international )?(solidarity|hope|peace|struggle|community|power)\b( and [a-z ]{3,24})?$|^((yours|very|most|kind|best|warm|with|in|thank|many|respectfully|sincerely|faithfully|cordially|regards|thanks|for|onward|towards?)\b.{0,40})?\b(sincerely|faithfully|truly|regards|respectfully|cordially|solidarity|wishes|yours|respect|submitted|thanks|thank you|hope|peace)( yours)?$`)
	closePattern   = text.Lazy("cue.closePattern", `^(\d+ (comments?|kommentare?|commentaires?|responses|replies|thoughts)|kommentare|commentaires|laisser un commentaire|related|(further|more|additional) (information|details|background)|read (more|next|also)|see also|further reading|reading list|more (on|from|about|information|news|stories)|resources?|references?|bibliograph(y|ie)|sources?|foot ?notes?|end ?notes?|notes?|contacts?|media (contact|inquir|coverage|enquir)|press (contact|inquir|coverage|enquir|release)|for (more|further|press|media|additional) |quotes?|quotations?|speak(ers|ing)|panel|presenters|moderator|participants list|agenda|programme?|schedule|what (they|people|others) |statements? (from|by|of)|testimonials?|share|follow( us)?|tags?|categor(y|ies)|comments?|leave a|recent|latest|popular|you may|recommended|newsletter|subscribe|donate|take action|menu|navigation|home|about|archives?|next|previous|copyright|©|all rights|c\.?c\.?:?$|cc\b|copies? to|attachments?|enclosures?|annex|appendix|background|faqs?|frequently|links?|learn more|download|search|terms of|privacy policy|site map|our (team|staff|work)|staff|board of directors|sign (up|the|this|now|here)|add your|join us|how to|to (sign|add|join))\b`)
	peoplePattern  = text.Lazy("cue.peoplePattern", `^(and )?((endorsing|prominent|concerned|signatory|signing|other|additional|supporting|by|as|the|list of|undersigned|in their personal capacity|eminent) )*(individuals?|persons|people|citizens|academics?|scholars?|scientists?|experts?|researchers?|professors?|signatories in (an )?(individual|personal|their personal) capacity|personalities|artists|authors|activists|lawyers|economists|public figures|leaders|(elected|public|local|state) officials|legislators|parliamentarians|members of parliament|clergy|abgeordnete|mandatsträger(innen)?|élue?s|parlementaires|einzelpersonen|personen|wissenschaftler(innen)?|privatpersonen|personnalités|individus|personnes|à titre individuel|universitaires|chercheurs|personas|individuales|a título (individual|personal)|académicos|personalidades|pessoas|persone)\b`)
	orgPattern     = lexicon.Pattern("cue.orgPattern", `^(and )?((endorsing|signatory|signing|other|additional|supporting|by|as|the|list of|undersigned|participating|national|international|local|state|regional|global|u\.?s\.?|civil society|partner|member|community|grassroots|public|private|les|des|las|los|die|autres|otras|andere|weitere|labou?r|faith|environmental|media|digital rights|human rights|and|&|non-?profit|non-?governmental|nationwide|statewide|european|worldwide|advocacy) )*((endorsing|signatory|signing|supporting|participating) [^ ]+ )?{organization heading}\b`)
	otherPattern   = text.Lazy("cue.otherPattern", `^(national|international|local|state|regional|global|worldwide|nationwide|statewide|european|africa|asia|europe|north america|latin america|south america|americas|oceania|pacific|middle east|caribbean|late|additional|further|new|updated)( (and|&|or) (national|international|local|state|regional|global|pacific|caribbean|north africa))?( (signers|signatories|signatures|co-?sponsors|sponsors|endorsers|additions|level|network|networks))?( \(.{1,40}\))?$|^(late|additional|further|new|added|nachträglich|weitere|nouvelles?|ajouté|otras)\b.{0,30}\b(sign|organi|unterzeichn|signat|firm)|^(international|national|regional|weltweit|bundesweit|nationales?|internationales?|regionales?|nacionales|internacionales|regionales)$`)
)

// What announces signatories and what takes leave (Farewell); phrases of all languages stand beside them (mixed.go).
var (
	opening  = text.Guarded{Pattern: openPattern, Stems: strings.Split("initiat sign endors support sponsor submitted particip member partner coalition allied join organi amici list", " ")}
	Farewell = Mixed{text.Guarded{Pattern: signOffPattern, Stems: strings.Split("sincer faithful truly regards respect cordial solidar wishes yours submitted thank hope peace", " ")}, leaves}
)

// Announces reports whether a folded line announces signatories.
func Announces(f string) bool {
	if rule.Off("cue.Announces") {
		return false
	}
	return opening.Match(f) || opens.In(f)
}

// Of classifies a short line. Long lines have no cue, save lead-ins that end with a colon (LeadIn).
func Of(l *document.Line) Cue {
	if l.Sort == document.Cells && !l.Header {
		return None
	}
	words := text.WordCount(l.Text)
	if words == 0 || words > 22 {
		return None
	}
	f := text.FoldLine(l.Text)
	colon := text.EndsColon(l.Text) || strings.HasSuffix(l.Text, ",") || l.Sort == document.Heading
	if l.Sort == document.Item {
		if Remark.Match(f) {
			return SubNote
		}
		return None
	}
	switch {
	case ContactLine.MatchString(f), words <= 9 && siteWord.MatchString(f):
		return Closes
	case (l.Sort == document.Heading || text.EndsColon(l.Text)) && words <= 9 && !Announces(f) && partsAfter.MatchString(f) && !orgPattern.MatchString(f) && !orgsBehind.MatchString(f):
		return Closes
	case words <= 8 && gone.In(f):
		return SubGone
	case words <= 9 && (peoplePattern.MatchString(f) || people.In(f)) && phrase.PersonCertainty(l.Text) < 2 && !(l.Sort == document.Plain && !colon && purpose.MatchString(f)):
		return SubPeople
	case (words <= 8 || colon) && Announces(f) && !Closing(f):
		return Opens
	case words <= 14 && EndsFollowing(f):
		return Opens
	case Remark.Match(f):
		return SubNote
	case words <= 12 && Farewell.Match(f):
		return SignOff
	case (words <= 4 || colon && words <= 9) && (orgPattern.MatchString(f) || subOrgs.In(f)):
		return SubOrgs
	case words <= 7 && otherPattern.MatchString(f):
		return SubOther
	case (words <= 9 || words <= 14 && strings.ContainsAny(l.Text, ":：")) && Ends(f) && !(l.Sort == document.Plain && !colon && (capitalized(l.Text) || ownName(l.Text))):
		return Closes
	}
	return None
}

// Ends reports whether a folded line begins something else than signatories.
func Ends(f string) bool {
	if rule.Off("cue.Ends") {
		return false
	}
	return closePattern.MatchString(f) || ends.In(strings.TrimLeft(f, "0123456789 ")) // "2 kommentarer"
}

// EndsFollowing reports whether a folded line ends with groups that follow: "The founders of the following 160 companies".
func EndsFollowing(f string) bool {
	m := followingGroups.FindStringIndex(f)
	return m != nil && m[1] == len(f) && !rule.Off("cue.EndsFollowing")
}

// purpose finds what people come together for: "Citizens for Safe Streets" is a name, "Citizens" a heading.
var purpose = text.Lazy("cue.purpose", `^[^ ]+('s)? (for|of|against|without|united|in|pour|contre|für|gegen|por|contra) |^[^ ]+'s `)

// ownName reports whether a line that begins like a heading ends like a name: "Share Foundation", but not "Press Contact".
func ownName(s string) bool {
	if rule.Off("cue.ownName") {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 12 || strings.ContainsAny(s, ":@|") {
		return false
	}
	last := text.Fold(words[len(words)-1])
	return nameEnds[last] && !text.IsLower(words[len(words)-1])
}

var nameEnds = text.Set("cue.nameEnds", lexicon.Organization.Words("name-end"))

// capitalized reports whether a text of three words or more is capitalized as names are: "Next Stop Transit Riders", not "Next
// page of results" nor "About us".
func capitalized(s string) bool {
	if rule.Off("cue.capitalized") {
		return false
	}
	if strings.ContainsAny(s, ":@|") {
		return false
	}
	words := strings.Fields(s)
	long := 0
	for _, w := range words {
		if text.IsLower(w) && !lexicon.SmallWords[w] {
			return false
		}
		if utf8.RuneCountInString(w) > 3 {
			long++
		}
	}
	return len(words) >= 3 && long >= 2
}

// ContactLine says whom to ask; it ends a list however long it is.
var ContactLine = text.Lazy("cue.ContactLine", `^((for|pour|für|bei|para) .{0,60}\b(contact|kontaktieren|contacter|wenden sie sich|contactar)\b|(press|media|presse)?-?(contact|kontakt|ansprechpartner(in)?|contacto)s?( presse| for media| for press)? ?:|(please )?(contact|kontakt) .*@)`)

// siteWord is a link of the site below a page's text.
var siteWord = text.Lazy("cue.siteWord", `^(go back|return|back) to .*\b(page|home|homepage|website|site|top|list|index|letter|petition|statement)$|^(consulter( et signer)?|signer|signez|je signe|jetzt (unterzeichnen|unterschreiben|mitzeichnen)|firma aquí|(this )?(page )?(was )?last (changed|modified|updated|edited)|zuletzt (geändert|aktualisiert|bearbeitet)|letzte (änderung|aktualisierung)|dernière (modification|mise à jour)|sent from)\b|^(back|zurück|retour|volver|voltar|indietro|terug|next|previous|weiterlesen|nach oben|back to top|print|drucken|imprimer|edit this page|startseite|accueil|inicio|download|herunterladen|télécharger)( (to|zur|zum|zu|à|au|aux|nach|a) .*)?$`)

// partsAfter are headings of what follows a letter and is none of it; as lines of a list they could begin a name.
var partsAfter = text.Lazy("cue.partsAfter", `^(ils (en )?parlent|elles (en )?parlent|à propos|qui sommes|voir aussi|lire aussi|faire un don|s'abonner|notes? (aux|à la|de la) r|über (uns|die|den|das|der|mich)\b|anmerkung|hintergrund|spenden|mitmachen|weiterführend|presse|rückfragen|verantwortlich|v\.?i\.?s\.?d\.?p|datenschutz|veröffentlicht|download|acerca de|sobre |quiénes somos|chi siamo|over ons|editor'?s? note|notes? (to|for) editors?|who we are|what we do|(media|press)( (and|&) (media|press|public.*))?( (contacts?|inquir.*|enquir.*|coverage|releases?|kit|room|office|team|relations|information|mentions|clippings|articles))?$)`)

// Closing reports whether a folded line asks for signatures or promises something, though it has a word of signing.
func Closing(f string) bool {
	if rule.Off("cue.Closing") {
		return false
	}
	for _, p := range []string{"sign the ", "sign this", "sign up", "sign on to", "to sign", "add your", "sign here", "sign now", "sign our"} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return pledges.MatchString(f) || elsewhere.MatchString(f) || demands.MatchString(f) || promised.In(f) // what signatories promise or demand follows, not who they are
}

// LeadIn reports whether a paragraph ends by announcing signatories: its last sentence ends with a colon and speaks of
// signing.
func LeadIn(t string) bool {
	if rule.Off("cue.LeadIn") {
		return false
	}
	t = strings.TrimRight(t, " *_")
	if !text.EndsColon(t) {
		return false
	}
	s := t
	for _, end := range []string{". ", "? ", "! ", "。", "！", "？", "؟ "} {
		if i := strings.LastIndex(s, end); i >= 0 {
			s = s[i+len(end):]
		}
	}
	f := text.FoldLine(s)
	if Closing(f) {
		return false
	}
	return Announces(f) || strings.Contains(f, "on behalf of") && text.WordCount(f) < 12 || followingGroups.MatchString(f) && backs.MatchString(f)
}

// Following reports whether a text says that organizations follow: "The following companies have agreed".
func Following(t string) bool { return followingGroups.MatchString(text.FoldLine(t)) }

var (
	pledges         = text.Lazy("cue.pledges", `\b(s'engagent|s'engage|verpflichten sich|commit (themselves )?to|undertake to|pledge to|promise to|se comprometen|forder[nt]|demand|call for|exigent|demandent)( à)?$`)
	elsewhere       = text.Lazy("cue.elsewhere", `\b(can|may) be (found|seen|read|viewed)\b.*\binclud(e|es|ing)$|\b(finden sich|zu finden)\b.*\bdarunter$|\bse pued(e|en) (consultar|leer|ver)\b.*\b(incluye|incluyen|entre ell[oa]s|figuran)$|\bpeu(t|vent) être (consult|lu)\S+.*\b(dont|notamment)$`)
	demands         = text.Lazy("cue.demands", `\b(firmantes|signatari[aoe]s|signatári[ao]s|signataires|soussignée?s|firmatari[e]?|sottoscritt[ie]|unterzeichne(r|rinnen|nde|nden)|undersigned|signatories|signing organi[sz]ations)( (hereby|therefore|jointly|all|also|por tanto|por ello|donc|daher))? \p{L}+(mos|ons|ent|iamo|ono|en|e)?\b.* (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|deux|trois|quatre|cinq|six|sept|huit|dix|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|due|cinque|sei|sette|two|three|four|five|seven|eight|nine|ten|\d+|siguientes|suivante?s|folgenden?|seguenti|seguintes|following) (\p{L}+ )?(reformas|medidas|propuestas|demandas|peticiones|exigencias|mesures|propositions|revendications|demandes|réformes|maßnahmen|forderungen|reformen|punkte|misure|richieste|proposte|propostas|measures|demands|reforms|proposals|recommendations|steps|actions|principles)\b`)
	followingGroups = lexicon.Pattern("cue.followingGroups", `\b((the )?following|folgende[nr]?|nachstehende[nr]?) ([\p{L}\d-]+ ){0,3}([\p{L}-]*{organization following-end}|{organization following})\b|\b{organization followed} suivant(e?s)\b`)
	backs           = text.Lazy("cue.backs", `(beschloss|getragen|tragen|unterstütz|unterschr|verabschiedet|veröffentlicht|vertret|\bsupport|\bissued|\badopted|\bpublished|\bmade by|\bagreed|\bjoin|\bbacked|\bbehalf|soutenu|portée|adopté|signé|publié|apoyad|suscrit)`)
)

// orgsBehind finds a heading that ends with a word for organizations: "Press associations" begins a list of some.
var orgsBehind = lexicon.Pattern("cue.orgsBehind", `\s{organization heading}$`)
