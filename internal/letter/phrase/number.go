package phrase

import (
	"strconv"
	"strings"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// numerals are the words below a hundred, in the languages we read. "Once" (eleven in Spanish) is left out: English has it more often.
var numerals = func() map[string]int {
	m := map[string]int{}
	for _, words := range []string{
		"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
		"ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
		"un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
		"uno dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
		"um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte",
		"uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
		"één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
		"ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo",
		"en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve",
		"- dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
	} {
		for i, w := range strings.Fields(words) {
			if w != "-" && m[w] == 0 {
				m[w] = i + 1
			}
		}
	}
	for i, words := range []string{"thirty dreißig dreissig trente treinta trinta trenta dertig trettio tredive", "forty vierzig quarante cuarenta quarenta quaranta veertig fyrtio førti",
		"fifty fünfzig cinquante cincuenta cinquenta cinquanta vijftig femtio femti", "sixty sechzig soixante sesenta sessenta sessanta zestig sextio seksti",
		"seventy siebzig septante setenta settanta zeventig sjuttio sytti", "eighty achtzig huitante octante ochenta oitenta ottanta tachtig åttio åtti",
		"ninety neunzig nonante noventa novanta negentig nittio nitti"} {
		for _, w := range strings.Fields(words) {
			m[w] = 30 + 10*i
		}
	}
	for w, n := range map[string]int{"dozen": 12, "dutzend": 12, "douzaine": 12, "docena": 12, "dúzia": 12, "dozzina": 12, "dozijn": 12, "dussin": 12,
		"quinzaine": 15, "vingtaine": 20, "veintena": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
		"zweihundert": 200, "doscientas": 200, "doscientos": 200, "trescientas": 300, "trescientos": 300, "cuatrocientas": 400, "quinientas": 500, "duzentas": 200, "trezentas": 300,
		"duecento": 200, "trecento": 300, "quattrocento": 400, "cinquecento": 500} {
		m[w] = n
	}
	return m
}()

// Scales multiply what stands before them.
var Scales = map[string]int{"hundred": 100, "hundert": 100, "cent": 100, "cents": 100, "centaine": 100, "centenar": 100, "centena": 100, "cien": 100, "ciento": 100, "cento": 100,
	"centinaio": 100, "honderd": 100, "hundra": 100, "hundre": 100, "hundrede": 100, "thousand": 1000, "tausend": 1000, "mille": 1000, "millier": 1000, "mila": 1000, "duizend": 1000, "tusen": 1000}

var numeralGlue = text.Words("phrase.numeralGlue", "and und et y e en og och a")

// Spoken is a word of a sentence in lower case without the punctuation at its ends, with where it stands.
type Spoken struct {
	Text       string
	Start, End int
}

// SpokenWords cuts a sentence at blanks, hyphens between letters ("twenty-three") and the marks of gender-neutral plurals are kept.
func SpokenWords(s string) []Spoken {
	var out []Spoken
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if w := text.Fold(s[start:end]); w != "" {
				out = append(out, Spoken{w, start, end})
			}
			start = -1
		}
	}
	for i, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '—' || r == '–' || r == '/' || r == '－' {
			flush(i)
		} else if start < 0 {
			start = i
		}
	}
	flush(len(s))
	return out
}

// NumberAt reads the number that begins at ws[i], in figures ("1,200", "1.200", "1 200", "25+") or words ("two hundred", "zweihundertfünfzig",
// "quatre-vingt-dix"), and returns how many words it takes; 0 where there is none.
func NumberAt(ws []Spoken, i int) (value, taken int) {
	if t := text.Figures(strings.Trim(ws[i].Text, "+~≈>")); t != "" && t[0] >= '0' && t[0] <= '9' {
		n, ok := figures(t)
		if !ok {
			return 0, 0
		}
		if i+1 < len(ws) && len(t) <= 3 && len(ws[i+1].Text) == 3 {
			if rest, ok := figures(ws[i+1].Text); ok {
				return 1000*n + rest, 2 // "1 200"
			}
		}
		return n, 1
	}
	total, current := 0, 0
	k := i
	for ; k < len(ws) && k < i+8; k++ {
		if numeralGlue[ws[k].Text] && k > i && k+1 < len(ws) && IsNumeral(ws[k+1].Text) && current >= 20 {
			continue
		}
		if !addNumeral(ws[k].Text, &total, &current) {
			break
		}
	}
	return total + current, k - i
}

// IsNumeral reports whether a word in lower case is a number: "twelve", "zweihundert".
func IsNumeral(w string) bool {
	if rule.Off("phrase.IsNumeral") {
		return false
	}
	var total, current int
	return addNumeral(w, &total, &current)
}

// addNumeral adds one printed word, whose parts hyphens or (in German and its relatives) nothing divides.
func addNumeral(w string, total, current *int) bool {
	if rule.Off("phrase.addNumeral") {
		return false
	}
	if n := numerals[w]; n > 0 {
		return addPart(n, 0, total, current)
	}
	if parts := strings.Split(w, "-"); len(parts) > 1 && len(parts) < 7 {
		t, c := *total, *current
		for _, p := range parts {
			if numeralGlue[p] && p != "" {
				continue
			}
			if !addNumeral(p, &t, &c) {
				return false
			}
		}
		*total, *current = t, c
		return true
	}
	if scale := Scales[w]; scale > 0 {
		return addPart(0, scale, total, current)
	}
	if n, ok := compoundNumeral(w); ok && n >= 20 {
		return addPart(n, 0, total, current)
	}
	return false
}

func addPart(n, scale int, total, current *int) bool {
	if rule.Off("phrase.addPart") {
		return false
	}
	switch {
	case scale == 1000:
		*total, *current = *total+1000*max(*current, 1), 0
	case scale == 100:
		*current = 100 * max(*current, 1)
	case n == 12 && *current > 0 && *current < 12:
		*current *= 12 // "two dozen"
	case n == 20 && *current == 4:
		*current = 80 // quatre-vingt
	case *current == 0, *current%100 == 0, n < 10 && *current%10 == 0, (*current == 60 || *current == 80) && n < 20:
		*current += n
	default:
		return false
	}
	return true
}

// compoundNumeral reads numbers that are written as one word: "zweihundertfünfzig", "fünfundzwanzig", "tweehonderd".
func compoundNumeral(w string) (int, bool) {
	for _, scale := range []string{"tausend", "duizend", "hundert", "honderd"} {
		if before, after, ok := strings.Cut(w, scale); ok {
			n, known := 1, true
			if before != "" {
				n, known = compoundNumeral(before)
			}
			rest := 0
			if after != "" && known {
				rest, known = compoundNumeral(strings.TrimPrefix(after, "und"))
			}
			return n*Scales[scale] + rest, known
		}
	}
	if n := numerals[w]; n > 0 {
		return n, true
	}
	for _, and := range []string{"und", "ën", "en"} {
		if one, ten, ok := strings.Cut(w, and); ok && numerals[one] > 0 && numerals[one] < 10 && numerals[ten] >= 20 {
			return numerals[one] + numerals[ten], true
		}
	}
	return 0, false
}

// figures reads "45", "1,200" and "1.200"; a decimal, a date, a year with a letter are none.
func figures(t string) (int, bool) {
	groups := strings.FieldsFunc(t, func(r rune) bool { return r == ',' || r == '.' || r == '\'' || r == '’' })
	for i, g := range groups {
		if i > 0 && len(g) != 3 || len(g) > 7 {
			return 0, false
		}
	}
	n, err := strconv.Atoi(strings.Join(groups, ""))
	return n, err == nil
}
