package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// What one entry of a list says of whether it is a person, in the order of the weights. Names of all nations are read by it: who knows no
// given name of a language can still tell that nothing in a name is said of an organization.
const (
	eSure    = iota // it surely reads like a person's name
	eMay            // it may
	eGiven          // a known given name stands somewhere in it
	eTells          // an occupation, a degree or that she signs as an individual stands beside it
	eOffice         // an office stands beside it
	eWord           // a word of organizations stands in the name
	eLegal          // it ends with a legal form
	eSmall          // a small word that is none of persons' names stands in it
	eArticle        // an article begins it that begins no family name
	eOne            // it is one word
	eAcronym        // in capitals
	eLong           // it has five words or more
	eEnding         // one of its words ends as a German word for an organization does, and short family names, too: "Rat", "Bund"
	eFigures        // figures or signs that no person's name has
	evidenceCount
)

// ofPerson was set by hand. A word of organizations weighs less than a given name with an occupation: "Maison Luc - Étudiant" is a person.
var ofPerson = &weights.Model{Bias: 0, Weights: []float64{eSure: 3, eMay: 1.2, eGiven: 2.5, eTells: 3, eOffice: 1, eWord: -5, eLegal: -7, eSmall: -3.5, eArticle: -2.5, eOne: -1.5, eAcronym: -1.5, eLong: -1.5, eEnding: -2.5, eFigures: -2}}

// PersonEvidence says how much speaks for an entry being a person, as a logit: above 0 more than against. beside is what is known to
// stand beside it; name is the entry without what stands beside in the text itself.
func PersonEvidence(t, beside string) (logit float64, name string) {
	f, name := personFeatures(t, beside)
	for i, v := range f {
		logit += v * ofPerson.Weights[i]
	}
	return logit, name
}

func personFeatures(t, beside string) (f [evidenceCount]float64, name string) {
	t = CutMarks(text.Narrow(t))
	if len(t) > longestLine {
		return f, t
	}
	w, ok := ReadPerson(t)
	if !ok {
		w = WhoBefore(t)
	}
	if w.Rest == "" {
		w.Rest = beside
	}
	set := func(i int, is bool) {
		if is {
			f[i] = 1
		}
	}
	bare, titled := WithoutTitles(w.Name)
	words := WordsOf(bare)
	set(eSure, ok && PersonCertainty(w.Name) == 2 || titled == 2)
	set(eMay, f[eSure] == 0 && ok)
	for i, word := range words {
		lower := strings.ToLower(strings.Trim(word, ".'’"))
		given, _, _ := strings.Cut(lower, "-")
		first, _ := utf8.DecodeRuneInString(word)
		set(eGiven, f[eGiven] == 1 || lexicon.GivenNames.Has(given) || lexicon.GivenLast.Has(given) || patronymic(lower))
		set(eWord, f[eWord] == 1 || lexicon.OrgWords.Has(lower) || Compound(lower) && !shortEnd(lower))
		set(eEnding, f[eEnding] == 1 || Compound(lower) && shortEnd(lower))
		set(eSmall, f[eSmall] == 1 || lexicon.SmallWords.Has(lower) && !lexicon.NameParticles.Has(lower) && !Articles.Has(lower) && unicode.IsLower(first))
		set(eArticle, f[eArticle] == 1 || i == 0 && len(words) > 1 && bareArticles.Has(lower))
	}
	set(eTells, SaysOccupation(w.Rest) || learnedIn(w.Rest) || individual.Has(text.Fold(w.Rest)))
	set(eOffice, SaysOffice(w.Rest))
	set(eLegal, len(words) > 1 && LegalEnd(w.Name))
	set(eOne, len(words) == 1 && !blankless(bare))
	if len(words) == 1 && utf8.RuneCountInString(bare) <= 6 && bare == strings.ToUpper(bare) && strings.ToLower(bare) != bare {
		f[eAcronym] = 1
	}
	set(eLong, len(words) >= 5)
	set(eFigures, strings.ContainsAny(w.Name, "0123456789&+/#:;!?"))
	return f, w.Name
}

// shortEnd reports whether no long end of a German word is at the end of a word.
func shortEnd(w string) bool {
	if w == "" {
		return true
	}
	for _, end := range compoundEnds()[w[len(w)-1]] {
		if len(end) > 4 && strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

// blankless reports whether a text is in a script that sets no blanks between words.
func blankless(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x0e00 && r < 0x1100 || r >= 0x1780 && r < 0x1800 || r >= 0x2e80
}

// WhoBefore cuts an entry where something stands between a name and what is said of it, whatever the name is.
func WhoBefore(t string) Who {
	w := Who{Name: t}
	for _, sep := range WhoSeparators {
		if i := strings.Index(t, sep); i > 0 && i < len(w.Name) {
			w.Name, w.Rest = text.Trim(t[:i]), text.Trim(strings.TrimRight(t[i+len(sep):], ")"))
		}
	}
	return w
}

// learnedIn reports whether letters of a degree stand in what is said of somebody.
func learnedIn(rest string) bool {
	first, _, _ := strings.Cut(rest, ",")
	return degree.MatchString(text.Trim(first)) || lexicon.PostNominals.Has(strings.ToLower(strings.Trim(first, " .")))
}

var (
	// individual is what persons put where an organization is asked for.
	individual = lexicon.Set("phrase.individual", "{person individual}")
	// bareArticles begin names of groups and no family names, as "Le", "La", "El", "De" and "Van" do.
	bareArticles = lexicon.Set("phrase.bareArticles", "{function-word bare-article}")
)
