package table

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// The features of a column: shares of its cells that have text, so from 0 to 1.
const (
	fFilled     = iota // of all rows
	fDistinct          // different texts
	fNumber            // figures only
	fSequence          // numbers one above the other before them
	fCountry           // a country or state
	fEmail             // an address of mail
	fLink              // of the web
	fPicture           // a file's name
	fAddress           // postal, or a telephone number
	fDate              //
	fOrg               // has a word that names of organizations have
	fLegal             // ends with a legal form
	fSurePerson        // surely a person
	fPerson            // a person by its form
	fGiven             // one word, a given name
	fHonorific         // nothing but what stands before names
	fSigner            // says what a signatory is
	fOffice            // says an office
	fOwn               // says an occupation
	fSentence          // running text
	fLong              // more than 14 words
	fShort             // one word
	fLower             // begins with a small letter
	fCode              // letters, figures and marks without a blank, such as a key
	fLeft              // how far left the column stands
	fWords             // the mean number of words, a tenth
	featureCount
)

var featureNames = [featureCount]string{"filled", "distinct", "number", "sequence", "country", "email", "link", "picture", "address", "date", "org", "legal", "sure-person", "person", "given", "honorific", "signer", "office", "own", "sentence", "long", "short",
	"lower", "code", "left", "words"}

type features struct {
	shares [featureCount]float64
	cells  int // with text
}

// sampled is how many rows are looked at: enough to tell what a column holds, in a list of any length.
const sampled = 400

// sample takes rows at even distances.
func sample(rows [][]string) [][]string {
	if len(rows) <= sampled {
		return rows
	}
	out := make([][]string, sampled)
	for i := range out {
		out[i] = rows[i*len(rows)/sampled]
	}
	return out
}

func widthOf(rows [][]string) int {
	w := 0
	for _, r := range rows {
		w = max(w, len(r))
	}
	return w
}

// lookAt computes the features of each column of rows.
func lookAt(rows [][]string, width int) []features {
	rows = sample(rows)
	out := make([]features, width)
	for k := range out {
		f := &out[k]
		seen := map[string]bool{}
		last := -1
		for _, r := range rows {
			if k >= len(r) {
				continue
			}
			first, _, _ := strings.Cut(r[k], "\n")
			cell := text.OneLine(first)
			if cell == "" {
				continue
			}
			f.cells++
			seen[Key(cell)] = true
			f.look(cell, &last)
		}
		if f.cells == 0 {
			continue
		}
		for i := range f.shares {
			f.shares[i] /= float64(f.cells)
		}
		f.shares[fFilled] = float64(f.cells) / float64(len(rows))
		f.shares[fDistinct] = float64(len(seen)) / float64(f.cells)
	}
	left := 1.0
	for k := range out {
		if out[k].cells > 0 && out[k].shares[fNumber] < 0.5 {
			out[k].shares[fLeft] = left
			left /= 2
		}
	}
	return out
}

// look counts one cell. What is a number, a place or an address is not asked whether it is a name.
func (f *features) look(cell string, last *int) {
	s := &f.shares
	n := text.WordCount(cell)
	s[fWords] += min(float64(n), 20) / 10
	if KindOf(cell) != Anyone {
		s[fSigner]++
	}
	switch {
	case figured.MatchString(cell):
		s[fDate]++
		return
	case strings.Trim(cell, "0123456789.,)#(-/: ") == "":
		s[fNumber]++
		v, err := strconv.Atoi(strings.Trim(cell, ".)#( "))
		if err == nil && v == *last+1 {
			s[fSequence]++
		}
		*last = v
		return
	case strings.Contains(cell, "@") && n <= 3:
		s[fEmail]++
		return
	case isPicture(cell):
		s[fPicture]++
		return
	case strings.Contains(cell, "://") || strings.HasPrefix(cell, "www.") || strings.HasPrefix(cell, "/") && n == 1:
		s[fLink]++
		return
	case lexicon.IsPlace(cell) || isCode(cell):
		s[fCountry]++
		return
	case cue.JustDate(cell):
		s[fDate]++
		return
	case phrase.LooksLikeAddress(cell):
		s[fAddress]++
		return
	}
	if n == 1 {
		s[fShort]++
		if strings.ContainsAny(cell, "_0123456789") || strings.Contains(cell, "-") && cell == strings.ToLower(cell) {
			s[fCode]++
		}
		if lexicon.GivenNames.Has(strings.ToLower(cell)) {
			s[fGiven]++
		}
		if strings.Contains(cell, ".") && !strings.HasSuffix(cell, ".") {
			s[fLink] += 0.5 // example.org is a name, too
		}
	}
	if lexicon.Honorifics.Has(strings.ToLower(strings.Trim(cell, "."))) {
		s[fHonorific]++
		return
	}
	if r, _ := utf8.DecodeRuneInString(cell); unicode.IsLower(r) {
		s[fLower]++
	}
	long := n > 14
	if long {
		s[fLong]++
	}
	if long || phrase.IsSentence(cell) {
		s[fSentence]++
	}
	if len(cell) > 300 {
		return
	}
	office, own := phrase.SaysOffice(cell), phrase.SaysOccupation(cell)
	if office {
		s[fOffice]++
	}
	if own {
		s[fOwn]++
	}
	if phrase.HasWord(cell, lexicon.OrgWords) || phrase.HasCompound(cell) {
		s[fOrg]++
	}
	if phrase.LegalEnd(cell) {
		s[fLegal]++
	}
	switch phrase.PersonCertainty(cell) {
	case 2:
		s[fSurePerson]++
		s[fPerson]++
	case 1:
		s[fPerson]++
	}
}

// figured finds dates in figures, and times after them: "2021-05-06", "2021-05", "6.5.2021 10:11".
var figured = text.Lazy("table.figured", `^((1[89]|20)\d\d[-/.]\d\d?([-/.]\d\d?)?|\d\d?[-/.] ?\d\d?[-/.] ?((1[89]|20)?\d\d))([ T]\d\d?:\d\d.{0,20})?$`)

// isCode reports whether a cell is a country's code of two letters.
func isCode(cell string) bool {
	return len(cell) == 2 && cell == strings.ToUpper(cell) && cell[0] >= 'A' && cell[0] <= 'Z' && cell[1] >= 'A' && cell[1] <= 'Z'
}

func isPicture(cell string) bool {
	i := strings.LastIndexByte(cell, '.')
	if i < 0 || len(cell)-i > 5 {
		return false
	}
	switch strings.ToLower(cell[i+1:]) {
	case "png", "svg", "jpg", "jpeg", "gif", "webp", "avif", "ico":
		return true
	}
	return false
}
