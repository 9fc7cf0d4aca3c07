package lexicon

import (
	"strconv"
	"strings"

	"undersigned/internal/letter/text"
)

// Months maps the names of months in the languages we read, full and short, with and without accents and in the cases that dates
// take, to 1..12. Where languages disagree (listopad) the first counts.
var Months = func() map[string]int {
	m := map[string]int{}
	for _, names := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec", "jan feb mar apr may jun jul aug sept oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"jänner feber maerz april mai juni juli august september okt november dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"janv fevrier mars avr mai juin juil aout septembre octobre novembre decembre", "janv févr mars avr mai juin juil août sept oct nov déc",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"ene feb mar abr may jun jul ago setiembre oct nov dic",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"janeiro fev marco abr mai jun jul ago set out nov dez",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"januari februari mars april maj juni juli augusti september oktober november december",
		"januar februar marts april maj juni juli august september oktober november december",
		"januar februar mars april mai juni juli august september oktober november desember",
		"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
		"leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
		"lednu únoru březnu dubnu květnu červnu červenci srpnu září říjnu listopadu prosinci",
		"tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
		"tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa syyskuussa lokakuussa marraskuussa joulukuussa",
		"gen feb mar apr mag giu lug ago set ott nov dic", "jan feb mrt apr mei jun jul aug sep okt nov dec", "jan feb mar apr mai jun jul aug sep okt nov des",
		"gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
		"ledna února března dubna května června července srpna září října listopadu prosince",
	} {
		for i, n := range strings.Fields(names) {
			if m[n] == 0 {
				m[n] = i + 1
			}
		}
	}
	for i := 1; i <= 12; i++ {
		for _, w := range Month.Words(strconv.Itoa(i)) {
			if m[w] == 0 {
				m[w] = i
			}
		}
	}
	return m
}()

// StopWords are frequent short words by language. The language of a text is the one most of whose words it has; words that
// two languages share count for both and decide nothing.
var StopWords = func() map[string][]string {
	m := map[string][]string{}
	for code, words := range map[string]string{
		"en": "the of and to in that is for we on with are this our by be as from have not which their these who been will would has its it or an at was you your",
		"de": "der die das und den von zu mit ist für auf nicht eine ein wir dem des sich auch werden sind im dass wird haben als an bei oder durch unsere einer zur zum",
		"fr": "le la les des et de du en que pour une dans nous est qui sur par au aux ce cette avec sont pas plus notre ces leur être vous ont mais ou",
		"es": "el la los las de y en que del por para con una un se es como su al más no sus esta este nuestro son lo ha ante o sobre",
		"pt": "o a os as de e em que do da dos das para com uma um no na não por ao mais se como nos sua pela são à seu ou nós",
		"it": "il la di e che in per un una del della dei delle con non sono al alla nel gli le da si come più ha questo noi lo anche i",
		"nl": "de het een en van in is dat te op voor met zijn niet aan er die ook als bij om wij door naar worden deze onze wordt hebben of",
		"sv": "och att det som en på är av för med till den har inte om ett vi de från ska kan eller så men var",
		"da": "og at det som en på er af for med til den har ikke om et vi de fra skal kan eller så men var nogle mellem meget sig efter bliver mod hvad jeres kræver",
		"no": "og å det som en på er av for med til den har ikke om et vi de fra skal kan eller så men var noen mellom mye seg etter blir mot hva deres krever",
		"pl": "i w na z do że się nie jest o to od przez po dla za oraz które są jak ich tym lub a przed",
		"fi": "ja on ei että se ovat oli mutta tai kun niin myös joka sekä jotka me hän ole tämä",
		"cs": "a v na se je že z do s o pro k jako ale by které jsou nebo od jsme za po při než",
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = append(m[w], code)
		}
	}
	for _, code := range Languages() {
		for _, w := range Function.In(code, "stop") {
			m[w] = append(m[w], code)
		}
	}
	return m
}()

// SentenceWords are verbs and pronouns that sentences have and names seldom do.
var SentenceWords = text.Set("lexicon.SentenceWords", Function.Words("spoken"), strings.Fields(`we our us you your they their them he she his her its it this that these those is are was were be been being has have had
will would shall should must can could may might do does did not said says told wrote called urge urges call calls demand demands ask asks believe support supports
who which where when because if while also there here please thank write writing written request need needs made make take
wir uns unser unsere sie ihr ihre ist sind war waren wird werden wurde wurden hat haben muss müssen soll sollen kann können nicht dass auch
nous notre nos vous votre est sont était ont avons être cette ces qui que ne pas doit doivent peut
nosotros nuestra nuestro es son era han hemos ser este esta estos que no debe deben puede nós nossa são foi`))

// SmallWords are the words that a name does not end with: a line that ends with one goes on.
var SmallWords = text.Set("lexicon.SmallWords", Function.Words("small"), strings.Fields(`of for and the on in to with against a an by from at or & de des du la le les et l' d' pour sur en aux au
und für der die das des dem den gegen mit von zur zum im y e del los las para por con contra el van voor het een och för av da do dos das di della dei per il`))

// Continuing are words in lower case that begin a wrapped part of a name.
var Continuing = SmallWords

var languageNames = map[string]string{"english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es"}

// LanguageCode returns the ISO 639-1 code in "en", "de-AT" or "French"; "" where there is none.
func LanguageCode(s string) string {
	s = strings.ToLower(text.Trim(s))
	if code := languageNames[s]; code != "" {
		return code
	}
	if code, _, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-"); len(code) == 2 {
		return code
	}
	return ""
}
