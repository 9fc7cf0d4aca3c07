package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/korean"
)

// legacySet is a character set of one byte a character, with the letters beyond ASCII of the languages that were written in it, each
// language's from the most frequent to the least.
type legacySet struct {
	name      string
	set       encoding.Encoding
	languages []string
}

var (
	western = []string{"äüöß", "éèàêôçîûâïëœù", "áéíóúñüºª¿¡", "ãçáéõíóâêúàôºª", "àèìòùé", "àéèíòóúçïü·", "ëéïèöüó", "äöåé", "åøæé", "áíðéóþúýæö", "õäöüšž"}
	central = []string{"łóąężśćńź", "íáéěýščžřůúďťňó", "áíéýčšžľúťňôďóäŕĺ", "áéóöőíüúű", "čšžćđ", "ăâşţî", "äüöß"}
	turkish = []string{"ıüşçğöİâîû"}
	baltic  = []string{"āīēšūļķņģžč", "ėšųžįūąęč", "õäöüšž", "łóąężśćńź"}
	russian = []string{"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё№"}
	slavic  = []string{russian[0], "оаниевтрсліукдмпяьзгбйчхцєїжюшфщґ№", "аиоентрсвлкдпмзубяъгчщжхцшфйюь№", "аоиенрстјвкдмулпзбгчшњцћжљђфхџ", "аонiетрлускыьдпмйгзбяўчюжэхцшфёві"}
	greek   = []string{"αοιετσνηυρπκμλςάίόέγήδχωθφύώβξζϊΐψϋΰ"}
	hebrew  = []string{"יוהלאםרתבשמענדקחפטכןצגזסךףץּ"}
	arabic  = []string{"اليمنورتبدسعكقةفهحجشطىصخذضزثئأغإءظؤآپچگژیک"}
	thai    = []string{"านรอกเงมยลวดทสต่ะปบค้หีแจพชขใไโ็ัิุูผซณธศถ์ภษฐึืฟญำฝฉฎฆฒ"}
)

// legacySets are those that are looked for, the likeliest first: of equals it is taken. The windows sets hold the letters of ISO's and the
// quotation marks that ISO's have not.
var legacySets = []legacySet{
	{"Windows-1252", charmap.Windows1252, western},
	{"windows-1250", charmap.Windows1250, central}, {"ISO-8859-2", charmap.ISO8859_2, central},
	{"windows-1254", charmap.Windows1254, turkish}, {"windows-1257", charmap.Windows1257, baltic},
	{"windows-1251", charmap.Windows1251, slavic}, {"KOI8-U", charmap.KOI8U, slavic[:2]}, {"KOI8-R", charmap.KOI8R, russian}, {"ISO-8859-5", charmap.ISO8859_5, slavic}, {"IBM866", charmap.CodePage866, russian},
	{"windows-1253", charmap.Windows1253, greek}, {"ISO-8859-7", charmap.ISO8859_7, greek},
	{"windows-1255", charmap.Windows1255, hebrew}, {"windows-1256", charmap.Windows1256, arabic}, {"ISO-8859-6", charmap.ISO8859_6, arabic},
	{"windows-874", charmap.Windows874, thai}, {"macintosh", charmap.Macintosh, western[:9]}, {"IBM850", charmap.CodePage850, western[:9]},
}

// wideSets are the sets of two bytes a character, by the names that the detector gives them.
var wideSets = Words("text.wideSets", "Big5 GB-18030 GB18030 GB2312 EUC-JP EUC-KR Shift_JIS ISO-2022-JP ISO-2022-KR ISO-2022-CN")

// wideOrder is the order in which sets of two bytes are taken that the detector holds for equally likely; others come first, and are none.
var wideOrder = []string{"GB-18030", "GB18030", "GB2312", "Big5", "EUC-JP", "Shift_JIS", "EUC-KR", "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN"}

// guessSet returns the likeliest character set of a text in none that says so. Sets of two bytes are found by chardet, after ICU's
// detector, whose tables know their frequent characters; it takes short lists in Latin letters for them, too, so that what it finds must
// look it. Among sets of one byte its trigrams are of running text in few languages and fail on lists of names; there the set is taken
// in which most of what is beyond ASCII is a letter of one of its languages, in its place.
func guessSet(sample []byte) (encoding.Encoding, string) {
	wide, wideName, sure := wideSet(sample)
	if sure {
		return wide, wideName
	}
	best, most := 0, 0
	for i := range legacySets {
		if score := legacySets[i].score(sample); i == 0 || score > most {
			best, most = i, score
		}
	}
	if wide != nil && most < 2*highBytes(sample) {
		return wide, wideName // no language of one byte a character looks so
	}
	l := &legacySets[best]
	if best == 0 && latin9(sample) {
		return charmap.ISO8859_15, "ISO-8859-15"
	}
	return l.set, l.name
}

func highBytes(data []byte) int {
	n := 0
	for _, b := range data {
		if b >= 0x80 {
			n++
		}
	}
	return n
}

// wideSet returns the set of two bytes a character that a text may be in, nil if none; it is sure where the detector knows frequent
// characters in it.
func wideSet(sample []byte) (e encoding.Encoding, name string, sure bool) {
	all, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return nil, "", false
	}
	// The detector asks its sets side by side and leaves equals in the order of their answers.
	slices.SortFunc(all, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(slices.Index(wideOrder, a.Charset), slices.Index(wideOrder, b.Charset)))
	})
	for _, found := range all {
		if !wideSets.Has(found.Charset) || found.Confidence < 10 {
			continue
		}
		name := found.Charset
		if name == "GB-18030" || name == "GB2312" {
			name = "GB18030"
		}
		e, err := htmlindex.Get(name)
		if name == "EUC-KR" {
			e, err = korean.EUCKR, nil
		}
		if err == nil && looksWide(e, sample) {
			return e, name, found.Confidence > 10
		}
	}
	return nil, "", false
}

// looksWide reports whether a text reads in a set of two bytes as such texts do: next to nothing is broken, and the wide characters stand
// together. Where they stand between Latin letters, they are these letters' accents.
func looksWide(e encoding.Encoding, sample []byte) bool {
	out, err := e.NewDecoder().Bytes(sample)
	if err != nil {
		return false
	}
	wide, broken, glued, odd := 0, 0, 0, 0
	last := ' '
	for _, r := range string(out) {
		isWide := r >= 0x1100
		switch {
		case r == unicode.ReplacementChar:
			broken++
		case r >= 0xE000 && r < 0xF900, r >= 0xFF61 && r < 0xFFA0: // private characters; halves of katakana
			odd++
			wide++
		case isWide:
			wide++
		}
		if isWide && latinLetter(last) || last >= 0x1100 && latinLetter(r) {
			glued++
		}
		last = r
	}
	return wide > 0 && 20*broken <= wide && 3*glued < wide && 2*odd < wide
}

func latinLetter(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }

// worthOf says what a letter earns in a language by its rank among the language's letters, from 14 down; capitals earn a little less.
func worthOf(letters string, r rune) int {
	at, less := strings.IndexRune(letters, r), 0
	if at < 0 {
		at, less = strings.IndexRune(letters, unicode.ToLower(r)), 2
	}
	if at < 0 {
		return -14
	}
	return 14 - 18*at/len(letters) - less
}

// score adds up what each byte beyond ASCII is worth in the set, in the language that suits it best.
func (l *legacySet) score(sample []byte) int {
	table := [256]rune{}
	d := l.set.NewDecoder()
	for b := range table {
		table[b] = rune(b)
		if b >= 0x80 {
			out, _ := d.Bytes([]byte{byte(b)})
			table[b] = []rune(string(out) + "\uFFFD")[0]
		}
	}
	count := [256]int{}
	faults := 0
	last := ' '
	for i, b := range sample {
		r := table[b]
		if b >= 0x80 {
			count[b]++
			next := ' '
			if i+1 < len(sample) {
				next = table[sample[i+1]]
			}
			switch letter := unicode.IsLetter(r) || unicode.Is(unicode.M, r); {
			case !letter && r != '’' && r != '·' && unicode.IsLetter(last) && unicode.IsLetter(next):
				faults++ // a sign within a word
			case letter && unicode.IsUpper(r) && unicode.IsLower(last):
				faults++
			case letter && (latinLetter(last) || latinLetter(next)) && !unicode.Is(unicode.Latin, r):
				faults++ // two scripts in a word
			}
		} else if latinUpper := b >= 'A' && b <= 'Z'; latinUpper && last >= 0x80 && unicode.IsLower(last) && i > 1 && sample[i-2] >= 0x80 {
			faults++
		}
		last = r
	}
	best := 0
	for k, letters := range l.languages {
		sum := 0
		for b, n := range count {
			if n == 0 {
				continue
			}
			switch r := table[b]; {
			case r == unicode.ReplacementChar || r < 0xA0:
				sum -= 20 * n
			case unicode.IsLetter(r) || unicode.Is(unicode.M, r) || r == 'º' || r == '·':
				sum += n * worthOf(letters, r)
			case strings.ContainsRune("“”„‚‘’«»–—…•·§°©®€\u00a0\u00ad№", r):
			default:
				sum -= 6 * n
			}
		}
		if k == 0 || sum > best {
			best = sum
		}
	}
	return best - 12*faults
}
