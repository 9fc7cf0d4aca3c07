package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// whyNot says why a line is no signatory; "" where it may be one.
func whyNot(l *line) string {
	t := l.text
	letters, digits := 0, 0
	for _, r := range t {
		if unicode.IsLetter(r) {
			letters++
		} else if unicode.IsDigit(r) {
			digits++
		}
	}
	switch {
	case l.note:
		return "a footnote"
	case containsAny(strings.ToLower(t), fileKinds) && fileLink.MatchString(t):
		return "a link to a file"
	case containsAny(strings.ToLower(t), pictureWords) && caption.MatchString(t):
		return "a picture's caption"
	case moreOthers.MatchString(t):
		return "says that there are more signatories, but not which"
	case letters == 0 && digits == 0, letters == 0 && !strings.Contains(t, ".") && (l.sort != cells || digits < 2):
		return "no name: it has no letters"
	case pageNumber.MatchString(t):
		return "a page number"
	case l.sort != cells && strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") && strings.Count(t, "[") == 1 && wordCount(t) > 1:
		return "a placeholder in brackets, not a name"
	case strings.Contains(strings.ToLower(t), "thank") && thanks.MatchString(t):
		return "thanks, not a name"
	case countLine.MatchString(t):
		return "a number of signatories, not a name"
	case remark.match(foldLine(t)):
		return "a remark on the list"
	case footnote.MatchString(t):
		return "a footnote"
	case strings.Contains(t, "_") && !strings.Contains(t, " "):
		return "no name: it is a file's"
	case looksLikeAddress(t):
		return "an address or a link, not a name"
	case justDate(t):
		return "a date"
	case l.sort == plain && isSentence(t):
		return "running text, not a name"
	case utf8.RuneCountInString(t) > 300 && l.sort != item && l.sort != cells:
		return "too long for a name"
	}
	return ""
}

// thanks end a letter, above or below its list.
var thanks = lazy(`(?i)^(?:we )?thank(?:s| you)\b.{0,60}\bfor (?:your|the) (?:time|consideration|attention|leadership|support|work)\b`)

// What every match of the patterns below has in it.
var (
	fileKinds    = []string{"pdf", "doc", "odt"}
	pictureWords = []string{"photo", "foto", "image", "bild", "picture", "credit", "crédit", "quelle", "illustration", "grafik"}
)

var (
	fileLink   = lazy(`(?i)(^| )(as|als|in|en|au format|version|download|herunterladen|télécharger)[^,;]{0,20}\(?\b(pdf|docx?|odt)\b\)?$|^\(?pdf\)?$`)
	caption    = lazy(`(?i)^(photo|foto|image|bild|picture|crédit|credit|quelle|illustration|grafik)s?( credits?| by| von| de)?\s?:|^(photo|foto|picture|illustration)s? (by|von|de|par|courtesy) `)
	footnote   = lazy(`(?i)^[*†‡§¹²³]+ ?(.* )?(signed|added|joined|denotes?|indicates?|listed|affiliations?|late|member|unterzeichnet|nachträglich|signé|adhes|firm)\b.*\.?$`)
	pageNumber = lazy(`(?i)^(page|seite|página|p\.) ?\d+( ?(of|von|de|/) ?\d+)?$`)
	countLine  = lazy(`(?i)^(total:? ?|and |und |et )?\(?[\d,.]+\+? ([\p{L}-]+ ){0,3}(organi[sz]ations|groups|companies|signator\w*|individuals|persons|signatures|organisationen|verbände|personen|unterschriften|associations|personnes|signataires|organizaciones|personas|firmas)( (and|und|et|y) [\p{L} ]{3,40})?( \([^)]{3,40}\)| listed below)?\)?:?$`)
)

var monthOrYear = lazy(`\b(1[89]|20)\d\d\b|\p{L}{3}`)

func justDate(t string) bool {
	if !monthOrYear.MatchString(t) {
		return false // figures alone, such as "12.12.12", may be a name
	}
	f := findDates(t, "")
	return len(f) > 0 && wordCount(trim(t[:f[0].start]+" "+t[f[0].end:])) <= 2
}
