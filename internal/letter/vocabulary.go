package letter

import (
	"strings"
	"unicode/utf8"
)

// A cue is what a short line says about the lines around it.
type cue uint8

const (
	noCue     cue = iota
	opens         // signatories follow: "Signed by:", "Signataires"
	signOff       // the letter ends, a signature may follow: "Sincerely,"
	closes        // something else follows: "Press contact", "Related posts"
	subOrgs       // within signatories: "Organizations"
	subPeople     // within signatories: "Individuals"
	subOther      // within signatories: "National", "Late signers", a country
	subGone       // within signatories: "Withdrawn"
	subNote       // "Affiliations for identification only"
)

// The patterns are matched against a folded line: lower case, apostrophes made ', marks at the ends taken off.
var (
	openPattern = lazy(`^(co-?)?sign(ed|ed by|ed,? on behalf of|ers|ees|ing organi[sz]ations|atures?|atories|atory organi[sz]ations)\b|\b(co-?)?signator(y|ies)\b|\bco-?sign(ers|ed|ing)\b|\bundersigned\b|` +
		`\bsign(ed|ing) (by|on|organi[sz]ations|this|the|in support)\b|^(respectfully|sincerely)? ?(signed|submitted)( by)?$|\b(full )?list of (signator|signers|organi[sz]ations|groups|endors|supporters)|` +
		`\bendors(ed by|ers|ing organi[sz]ations|ements?|ing groups)\b|^(in )?support(ed by|ers|ing organi[sz]ations|ing groups)\b|\b(co-?)?sponsor(s|ed by|ing organi[sz]ations)\b|` +
		`\b(organi[sz]ations?|groups?|compan(y|ies)|individuals|people|ngos|unions|associations|institutions|networks|coalitions|experts|academics|businesses|following)\b.{0,40}\b(have |has |already |that |who |which )*(signed|endorsed|endorse|joined|co-?signed|supporting|signing|sign on|signed on)\b|` +
		`^(participating|member|partner|coalition|signatory|signing|sign-on|endorsing|supporting|allied|joining) (organi[sz]ations|groups|companies|members|partners|institutions)\b|^(additional|further|new|late|more|initial|first|original|founding) (signator|sign|organi[sz]ations|endors|co-?sponsor)|` +
		`^(organi[sz]ations?|groups?|compan(y|ies)|unions|networks|individuals) in support$|^who (has |have |already )*(signed|endorsed|joined)|^initiat(ed by|ors?)\b|^joined by\b|^((full )?list|names|identity) of (the )?amici\b|^amici curiae$|^(the )?(above|this) (letter|statement) (is|was|has been) (signed|endorsed|supported)`)
	openForeign = lazy(`unterzeichne(r|t|nd|te)|unterschrieben von|erstunterzeichn|mitunterzeichn|unterstützt (von|durch)|unterstützer|unterstützende (organisation|verb|gruppe)|mitzeichn|^gez$|` +
		`signataires?\b|^signée?s?$|^gezeichnet( von)?$|^endosse|^initiator(en|innen|[*:_]innen)?$|^initiiert (von|durch)\b|^à l'initiative d|^initiateurs?\b|^unterzeichnet$|signée? par|ont (déjà |aussi |également )?signé|a signé|cosign|soussign|^soutenue?s? par|^avec le soutien d|^appuyée?s? par|organisations? (signat|souten)|` +
		`firmantes?\b|firmad[ao] por|^firman\b|^firmas\b|suscri(ben|to por|ptor)|organizaciones que (firman|apoyan|adhieren|suscriben)|abajo firman|^adhesiones|^adhieren|respaldad[ao] por|` +
		`assinam\b|assinad[ao] por|signat[áa]ri|subscrev|firmatari|firmato da|sottoscri|ondertekend|^mit (freundlicher )?unterstützung( von| durch)?$|ondertekenaars|undertecknare|undertecknat|undertecknade|underskrivere|underskrevet|underteg?n|allekirjoitta|sygnatariusz|podpisan|podepsan|signatáři`)
	signOffPattern = lazy(`^(we )?thank(s| you)( very much| in advance| again)? for (your|the) (time|consideration|attention|leadership|support|work)( and [a-z]+| on this[a-z ]*| to this[a-z ]*| in this[a-z ]*)?$|^((yours|very|most|kind|best|warm|with|in|thank|many|respectfully|sincerely|faithfully|cordially|regards|thanks|for|onward|towards?)\b.{0,40})?\b(sincerely|faithfully|truly|regards|respectfully|cordially|solidarity|wishes|yours|respect|submitted|thanks|thank you|hope|peace)( yours)?$|` +
		`(mit )?(freundlichen|besten|solidarischen|herzlichen) grü(ß|ss)en|hochachtungsvoll|cordialement|sincèrement|respectueusement|salutations|sentiments|considération|atentamente|cordialmente|saludos|atenciosamente|cordiali saluti|distinti saluti|hoogachtend|vriendelijke groet|med vänlig|med venlig|med vennlig|z poważaniem|s pozdravem`)
	closePattern = lazy(`^(\d+ (comments?|kommentare?|commentaires?|responses|replies|thoughts)|kommentare|commentaires|laisser un commentaire|related|(further|more|additional) (information|details|background)|read (more|next|also)|see also|further reading|reading list|more (on|from|about|information|news|stories)|resources?|references?|bibliograph(y|ie)|sources?|foot ?notes?|end ?notes?|notes?|contacts?|media (contact|inquir|coverage|enquir)|press (contact|inquir|coverage|enquir|release)|for (more|further|press|media|additional) |quotes?|quotations?|speak(ers|ing)|panel|presenters|moderator|participants list|agenda|programme?|schedule|what (they|people|others) |statements? (from|by|of)|testimonials?|share|follow( us)?|tags?|categor(y|ies)|comments?|leave a|recent|latest|popular|you may|recommended|newsletter|subscribe|donate|take action|menu|navigation|home|about|archives?|next|previous|copyright|©|all rights|c\.?c\.?:?$|cc\b|copies? to|attachments?|enclosures?|annex|appendix|background|faqs?|frequently|links?|learn more|download|search|terms of|privacy policy|site map|our (team|staff|work)|staff|board of directors|sign (up|the|this|now|here)|add your|join us|how to|to (sign|add|join))\b|` +
		`^(kontakt|pressekontakt|weitere (informationen|artikel|beiträge)|quellen|fußnoten|anmerkungen|teilen|ähnliche|impressum|zitate|literatur|rückfragen|hintergrund|verteiler|anhang|anlagen?)\b|^(contact presse|contacts? médias?|pour (en savoir|plus)|notes? (de bas|aux)|partager|à lire|citations|en savoir|copies?|annexes?)\b|^(contacto|para más|fuentes|notas|compartir|artículos|leer más|citas|contato|contatti|anexos?)\b`)
	peoplePattern = lazy(`^(and )?((endorsing|prominent|concerned|signatory|signing|other|additional|supporting|by|as|the|list of|undersigned|in their personal capacity|eminent) )*(individuals?|persons|people|citizens|academics?|scholars?|scientists?|experts?|researchers?|professors?|signatories in (an )?(individual|personal|their personal) capacity|personalities|artists|authors|activists|lawyers|economists|public figures|leaders|(elected|public|local|state) officials|legislators|parliamentarians|members of parliament|clergy|abgeordnete|mandatsträger(innen)?|élue?s|parlementaires|einzelpersonen|personen|wissenschaftler(innen)?|privatpersonen|personnalités|individus|personnes|à titre individuel|universitaires|chercheurs|personas|individuales|a título (individual|personal)|académicos|personalidades|pessoas|persone)\b`)
	orgPattern    = lazy(`^(and )?((endorsing|signatory|signing|other|additional|supporting|by|as|the|list of|undersigned|participating|national|international|local|state|regional|global|u\.?s\.?|civil society|partner|member|community|grassroots|public|private|les|des|las|los|die|autres|otras|andere|weitere|labou?r|faith|environmental|media|digital rights|human rights|and|&|non-?profit|non-?governmental|nationwide|statewide|european|worldwide|advocacy) )*(organi[sz]ations?|groups?|compan(y|ies)|businesses|ngos?|associations|networks|unions|trade unions|institutions|coalitions|nonprofits|co-?sponsors|organisationen|verbände|vereine|initiativen|gruppen|unternehmen|gewerkschaften|collectifs|syndicats|entreprises|organizaciones|colectivos|sindicatos|redes|organizações|entidades|organizzazioni|organisaties|organisationer|organizacje)\b`)
	otherPattern  = lazy(`^(national|international|local|state|regional|global|worldwide|nationwide|statewide|european|africa|asia|europe|north america|latin america|south america|americas|oceania|pacific|middle east|caribbean|late|additional|further|new|updated)( (and|&|or) (national|international|local|state|regional|global|pacific|caribbean|north africa))?( (signers|signatories|signatures|co-?sponsors|sponsors|endorsers|additions|level|network|networks))?( \(.{1,40}\))?$|^(late|additional|further|new|added|nachträglich|weitere|nouvelles?|ajouté|otras)\b.{0,30}\b(sign|organi|unterzeichn|signat|firm)|^(international|national|regional|weltweit|bundesweit|nationales?|internationales?|regionales?|nacionales|internacionales|regionales)$`)
	gonePattern   = lazy(`^(withdrawn|withdrew|removed|retracted|signatures? withdrawn|withdrawn signatures|zurückgezogen|retirés?|retirad)`)
	notePattern   = lazy(`(affiliations?|titles?|institutions?|organi[sz]ations?( names?)?)\b.{0,40}\b(identification|identity|information) (purposes )?only|(for|listed for) identification|nur zur identifi|institutionelle zugehörigkeit|à titre (indicatif|d'identification)|solo (para|a efectos de) identificación|signs? in (an? |their |his |her )?(individual|personal) capacity|^\W*(deceased|indicates|denotes)\b`)
	moreOthers    = lazy(`(?i)^[.… ]*(and |plus |et |und |y |as well as |\+ ?)?((about|over|more than|another|some|around|über|mehr als|plus de|más de) )?([\d,. ]+|many|several|hundreds( of)?|dozens( of)?|thousands( of)?) ?\+?(more|others?|other|additional|further|weitere|andere|autres|otras?|otros)\b|^[.… ]*(and|et|und|y) (others|many more|more|autres|andere|weitere|otros)\W*$|^et al\.?$|^…$|^\.\.\.$`)
)

// A guarded pattern is tried only on lines that contain one of its stems: every match has one, and looking for them costs a
// tenth of running the pattern. TestGuards checks the stems against the lines of all fixtures.
type guarded struct {
	pattern *pattern
	stems   []string
}

func (g guarded) match(f string) bool { return containsAny(f, g.stems) && g.pattern.MatchString(f) }

func containsAny(s string, stems []string) bool {
	for _, stem := range stems {
		if strings.Contains(s, stem) {
			return true
		}
	}
	return false
}

var (
	opening  = guarded{openPattern, strings.Split("initiat sign endors support sponsor submitted particip member partner coalition allied join organi amici list", " ")}
	abroad   = guarded{openForeign, strings.Split("initia endoss unterz unters zeichn gez sign soute souti appuy firm suscri organiza adh respald assin subscrev sottoscr ondertek undert undersk allekir podp podep sygnat", " ")}
	farewell = guarded{signOffPattern, strings.Split("sincer faithful truly regards respect cordial sincèr solidar wishes yours submitted thank hope peace grü hochacht salud salut sentiment consid aten hoogacht vriend vänlig venlig vennlig powa pozdr saluti", " ")}
	remark   = guarded{notePattern, strings.Split("identif identity information zugeh indicatif capacity deceased indicates denotes", " ")}
)

// announces reports whether a folded line announces signatories.
func announces(f string) bool { return opening.match(f) || abroad.match(f) }

// foldLine prepares a line for the patterns above.
func foldLine(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.Trim(s, " \t\u00a0.,:;!–—-*_=#†‡()[]\"“”«»")
}

// cueOf classifies a short line. Long lines have no cue, save lead-ins that end with a colon (leadIn).
func cueOf(l *line) cue {
	if l.sort == cells && !l.header {
		return noCue
	}
	words := wordCount(l.text)
	if words == 0 || words > 22 {
		return noCue
	}
	f := foldLine(l.text)
	colon := strings.HasSuffix(l.text, ":") || strings.HasSuffix(l.text, ",") || l.sort == heading
	note := remark.match(f)
	if l.sort == item {
		if note {
			return subNote
		}
		return noCue
	}
	switch {
	case contactLine.MatchString(f), words <= 9 && siteWord.MatchString(f):
		return closes
	case (l.sort == heading || strings.HasSuffix(l.text, ":")) && words <= 9 && !announces(f) && partsAfter.MatchString(f):
		return closes
	case gonePattern.MatchString(f) && words <= 8:
		return subGone
	case peoplePattern.MatchString(f) && words <= 9 && !signing(f) && personCertainty(l.text) < 2 && !(l.sort == plain && !colon && purpose.MatchString(f)):
		return subPeople
	case announces(f) && (words <= 8 || colon) && !closing(f):
		return opens
	case note:
		return subNote
	case farewell.match(f) && words <= 12:
		return signOff
	case orgPattern.MatchString(f) && (words <= 4 || colon && words <= 9):
		return subOrgs
	case otherPattern.MatchString(f) && words <= 7:
		return subOther
	case (words <= 9 || words <= 14 && strings.Contains(l.text, ":")) && closePattern.MatchString(f) && !(l.sort == plain && !colon && (capitalized(l.text) || ownName(l.text))):
		return closes
	}
	return noCue
}

// endsList reports whether a line ends a list that it follows without a blank line. Many names begin as what ends a list elsewhere ("Popular
// Resistance", "Home Care Union"): here only a single word, a label with a colon, or who gets a copy and who answers the press.
func endsList(s string) bool {
	return wordCount(s) == 1 || strings.Contains(s, ":") || addendum.MatchString(foldLine(s))
}

var addendum = lazy(`^((media |press )?contacts?|(media|press) (inquir|enquir)|for (more|further|press|media|additional) |c\.?c\b|copies? to|attachments?|enclosures?|kontakt|pressekontakt|rückfragen|verteiler|anlagen?|contacts? (presse|médias?)|copie|contacto|contato|contatti|©)`)

// purpose finds what people come together for: "Citizens for Safe Streets" is a name, "Citizens" a heading.
var purpose = lazy(`^[^ ]+('s)? (for|of|against|without|united|in|pour|contre|für|gegen|por|contra) |^[^ ]+'s `)

// ownName reports whether a line that begins like a heading ends like a name: "Share Foundation", but neither "Our Team" nor "Press
// Contact".
func ownName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 12 || strings.ContainsAny(s, ":@|") {
		return false
	}
	last := foldWord(words[len(words)-1])
	return nameEnds[last] && !isLower(words[len(words)-1]) && !leadsHeading[foldWord(words[0])]
}

var (
	nameEnds     = wordSet("foundation institute union network coalition alliance association council center centre society league club trust group forum federation initiative committee collective theater theatre watch stiftung verein verband bund netzwerk bündnis fondation syndicat réseau collectif fundación asociación red")
	leadsHeading = wordSet("our the this about more related all other see your unsere nos notre")
)

// capitalized reports whether a text of three words or more is capitalized as names are: "Next Stop Transit Riders", not "Next
// page of results" nor "About us".
func capitalized(s string) bool {
	if strings.ContainsAny(s, ":@|") {
		return false
	}
	words := strings.Fields(s)
	long := 0
	for _, w := range words {
		if isLower(w) && !smallWords[w] {
			return false
		}
		if utf8.RuneCountInString(w) > 3 {
			long++
		}
	}
	return len(words) >= 3 && long >= 2
}

// contactLine says whom to ask; it ends a list however long it is.
var contactLine = lazy(`^((for|pour|für|bei|para) .{0,60}\b(contact|kontaktieren|contacter|wenden sie sich|contactar)\b|(press|media|presse)?-?(contact|kontakt|ansprechpartner(in)?|contacto)s?( presse| for media| for press)? ?:|(please )?(contact|kontakt) .*@)`)

// siteWord is a link of the site below a page's text.
var siteWord = lazy(`^(consulter( et signer)?|signer|signez|je signe|jetzt (unterzeichnen|unterschreiben|mitzeichnen)|firma aquí|(this )?(page )?(was )?last (changed|modified|updated|edited)|zuletzt (geändert|aktualisiert|bearbeitet)|letzte (änderung|aktualisierung)|dernière (modification|mise à jour)|sent from)\b|^(back|zurück|retour|volver|voltar|indietro|terug|next|previous|weiterlesen|nach oben|back to top|print|drucken|imprimer|edit this page|startseite|accueil|inicio|download|herunterladen|télécharger)( (to|zur|zum|zu|à|au|aux|nach|a) .*)?$`)

// partsAfter are headings of what follows a letter and is none of it; as lines of a list they could begin a name.
var partsAfter = lazy(`^(ils (en )?parlent|elles (en )?parlent|à propos|qui sommes|voir aussi|lire aussi|faire un don|s'abonner|notes? (aux|à la|de la) r|über (uns|die|den|das|der|mich)\b|anmerkung|hintergrund|spenden|mitmachen|weiterführend|presse|rückfragen|verantwortlich|v\.?i\.?s\.?d\.?p|datenschutz|veröffentlicht|download|acerca de|sobre |quiénes somos|chi siamo|over ons|editor'?s? note|notes? (to|for) editors?|who we are|what we do|media|press)`)

func signing(f string) bool { return strings.Contains(f, "sign") && !strings.Contains(f, "signator") }

func closing(f string) bool {
	for _, p := range []string{"sign the ", "sign this", "sign up", "sign on to", "to sign", "add your", "sign here", "sign now", "sign our"} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return pledges.MatchString(f) // what signatories promise follows, not who they are
}

// leadIn reports whether a paragraph ends by announcing signatories: its last sentence ends with a colon and speaks of
// signing.
func leadIn(text string) bool {
	text = strings.TrimRight(text, " *_")
	if !strings.HasSuffix(text, ":") {
		return false
	}
	s := text
	for _, end := range []string{". ", "? ", "! "} {
		if i := strings.LastIndex(s, end); i >= 0 {
			s = s[i+len(end):]
		}
	}
	f := foldLine(s)
	if closing(f) {
		return false
	}
	return announces(f) || strings.Contains(f, "on behalf of") && wordCount(f) < 12 || followingGroups.MatchString(f) && backs.MatchString(f)
}

var (
	pledges         = lazy(`\b(s'engagent|s'engage|verpflichten sich|commit (themselves )?to|undertake to|pledge to|promise to|se comprometen|forder[nt]|demand|call for|exigent|demandent)( à)?$`)
	followingGroups = lazy(`\b((the )?following|folgende[nr]?|nachstehende[nr]?) ([\p{L}-]+ ){0,3}([\p{L}-]*gruppen|[\p{L}-]*organisationen|[\p{L}-]*verbände[n]?|[\p{L}-]*vereine[n]?|initiativen|bündnisse[n]?|unternehmen|organi[sz]ations|groups|associations|companies|unions|networks)\b|\b(organisations|associations|collectifs|syndicats|entreprises) suivant(e?s)\b`)
	backs           = lazy(`(beschloss|getragen|tragen|unterstütz|unterschr|verabschiedet|veröffentlicht|vertret|\bsupport|\bissued|\badopted|\bpublished|\bmade by|\bagreed|\bjoin|\bbacked|\bbehalf|soutenu|portée|adopté|signé|publié|apoyad|suscrit)`)
)
