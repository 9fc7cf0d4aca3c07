package cue

import (
	"strings"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// sponsors are those who pay for something, and paying.
var sponsors = lexicon.PhrasesOf("cue.sponsors", lexicon.Topic, "sponsor")

// coSponsors sign: a bill, a call, a letter.
var coSponsors = text.Lazy("cue.coSponsors", `\bco[- ]?(sponsor|patrocin|spons)`)

// Sponsored reports whether a line speaks of those who pay for something, and of no signing: "Our sponsors", "organizations that have funded us".
func Sponsored(s string) bool {
	if rule.Off("cue.Sponsored") {
		return false
	}
	f := text.FoldLine(s)
	return sponsors.In(f) && !coSponsors.MatchString(f) && TopicsOf(f)&AboutSigning == 0
}

// A form prints where a name is to be written what is to be written there.
var (
	toFill    = text.Lazy("cue.toFill", `^(please )?(type|enter|insert|put|write|fill in|print)? ?((your|you'?re|ihr|dein|euer|votre|ton|su|tu|seu|sua|il tuo|la tua|uw|je|din|ditt|twoje|vaše|el seu) |\(?your )((full|own|first|last|vollständiger|vollständige|nom de|prénom et) ?)?(name|names|nom|nombre|nome|naam|namn|navn|imię|jméno|signature|unterschrift|firma|assinatura|handtekening|organi[sz]ation|organisation's name|city|town|address)( here| hier| ici| aquí| aqui| qui| tutaj| sem| and .{3,40}| und .{3,40}| et .{3,40}| y .{3,40})?$`)
	bareForm  = text.Lazy("cue.bareForm", `^(name|nom|nombre|nome|naam|namn|navn)( ?[,/] ?(title|titel|titre|cargo|organi[sz]ation|company|firma|city|address|affiliation|position|signature|organisatie|date|datum|entreprise|empresa|ort))+$|^(x{3,}|your (name|organi[sz]ation)s?)$|^[a-z ]{3,20}_{4,}`)
	bracketed = text.Lazy("cue.bracketed", `(?i)^\[(?:[^\]]*\b)?(?:names?|organi[sz]ations?|organisation|signatures?|signator(?:y|ies)|signers|namen?|unterschrift(?:en)?|noms?|signataires?|nombres?|firmas?|firmantes?|nomes?|assinaturas?|nomi|firme|namen|handtekening)\b[^\]]*\]$`)
)

// Placeholder reports whether a line is what a form or a draft prints where names are to be written: "Type your name here", "Name, title, organization".
func Placeholder(s string) bool {
	if rule.Off("cue.Placeholder") {
		return false
	}
	f := text.FoldLine(strings.ReplaceAll(s, `\`, ""))
	return toFill.MatchString(f) || bareForm.MatchString(f) || bracketed.MatchString(text.Trim(s))
}

// views are items that lead to another view of a list of signatories, or to a file of it.
var views = text.Lazy("cue.views", `^(the |die |la |le |les |el |a |o |de )?(((full|complete|printable|alphabetical|vollständige|complète|completa|volledige) )?(lists?|overviews?|maps?|tables?|charts?|views?|index|downloads?|statistics|infographics?|translations?|liste|übersicht|karte|tabelle|statistik|carte|tableau|aperçu|lista|mapa|tabla|resumen|estadísticas|elenco|mappa|lijst|overzicht|kaart|lista completa|seznam|översikt|oversigt)) (of|by|with|in|der|des|aller|nach|mit|des|de|du|par|por|dei|degli|delle|per|van|met|över|efter)\b|\b(csv|json|xlsx?|excel|pdf|ods)[- ]?(format|file|datei|version|formato|formaat|bestand)?$|^(view|see|show|browse|search|download|export|sort|filter|print) (by |all |the |full |list|map|as )`)

// View reports whether an item leads to another view of a list ("Overview by country", "in CSV format") and is no entry of one.
func View(s string) bool {
	if rule.Off("cue.View") {
		return false
	}
	return views.MatchString(text.FoldLine(s))
}

// Groups reports whether a line calls groups or persons by what they do and names none: "Organizations performing or funding research". All of its
// words but the first are written small, save where it stands above bullets and is none (bare): German writes nouns large.
func Groups(s string, bare bool) bool {
	if rule.Off("cue.Groups") {
		return false
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 14 {
		return false
	}
	small := 0
	for _, w := range words[1:] {
		if text.IsLower(w) || w == "&" {
			small++
		}
	}
	f := text.FoldLine(s)
	return (small == len(words)-1 || bare && small > 0) && (orgPattern.MatchString(f) || subOrgs.In(f) || peoplePattern.MatchString(f) || people.In(f))
}

// leave begins a line that takes leave and goes on with who does.
var leave = text.Lazy("cue.leave", `(?i)^(?:(?:with )?(?:kind|best|warm|warmest|kindest) regards|(?:yours |very )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?|in solidarity|mit (?:freundlichen|besten|solidarischen|herzlichen) gr(?:ü|ue)(?:ß|ss)en|hochachtungsvoll|(?:bien )?cordialement|solidairement|atentamente|saludos(?: cordiales)?|atenciosamente|cordiali saluti|distinti saluti|(?:met )?vriendelijke groet(?:en)?|hoogachtend|med v[äe]nlig(?:a)? h[äi]lsning(?:ar)?|med vennlig hilsen)[,.]? +((?-i:\p{Lu}).*)$`)

// CutFarewell takes the words of leave off a line that goes on with who takes it: "Kind regards Simbord A/S".
func CutFarewell(s string) (rest string, ok bool) {
	m := leave.FindStringSubmatch(s)
	if m == nil || text.WordCount(m[1]) > 12 || phrase.IsSentence(m[1]) || rule.Off("cue.CutFarewell") {
		return "", false
	}
	return m[1], true
}
