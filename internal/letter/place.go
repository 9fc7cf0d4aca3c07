package letter

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"undersigned/graph"
)

// countries are the names of countries and regions in the languages we read (Unicode CLDR), folded, with what letters print
// beside them. It is made on first use: commands that read no letter do not pay for it.
var countries = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	tags := []language.Tag{language.English, language.German, language.French, language.Spanish, language.Portuguese, language.Italian, language.Dutch}
	for _, tag := range tags {
		namer := display.Regions(tag)
		for n := 2; n < 160; n++ { // parts of the world
			if region, err := language.EncodeM49(n); err == nil && !region.IsCountry() {
				set[graph.Fold(namer.Name(region))] = true
			}
		}
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				region, err := language.ParseRegion(string([]rune{a, b}))
				if err != nil || !region.IsCountry() && string([]rune{a, b}) != "EU" {
					continue
				}
				name := namer.Name(region)
				set[graph.Fold(name)] = true
				if short, _, ok := strings.Cut(name, " ("); ok {
					set[graph.Fold(short)] = true
				}
				for _, and := range []string{" and ", " und ", " et ", " y ", " e "} {
					if strings.Contains(name, " & ") || strings.Contains(name, and) {
						set[graph.Fold(strings.ReplaceAll(name, " & ", and))] = true
						set[graph.Fold(strings.ReplaceAll(name, and, " & "))] = true
					}
				}
			}
		}
	}
	for _, s := range strings.Split(`EU|E.U.|UE|UAE|NZ|USA|U.S.A.|US|U.S.|United States of America|UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Europe|European Union|Africa|Asia|Global|International|Worldwide|
Global South|Global North|South Asia|Southeast Asia|East Asia|East Africa|West Africa|Central Africa|Southern Africa|Sub-Saharan Africa|Arab Region|Balkans|Scandinavia|Latin America|Central America|South America|North America|Caribbean|Pacific|Asia Pacific|Middle East|Regional|DRC|DR Congo|Democratic Republic of Congo|Congo|Republic of Korea|South Korea|Korea|Russia|Syria|Iran|Tanzania|Viet Nam|Vietnam|
Ivory Coast|Côte d'Ivoire|Burma|Myanmar|Cabo Verde|Czech Republic|Czechia|Macedonia|Palestine|Swaziland|East Timor|Timor-Leste|The Netherlands|Holland|The Gambia|The Philippines|Hong Kong|Taiwan|Türkiye|Turkey|Bosnia and Herzegovina|Bosnia|
EEUU|EE.UU.|Estados Unidos|Reino Unido|États-Unis|Royaume-Uni|Vereinigte Staaten|Großbritannien|Amérique Latine|América Latina|Afrique|Europa|Lateinamerika|Internacional|Internationale`, "|") {
		set[graph.Fold(s)] = true
	}
	delete(set, "")
	return set
})

// states are first-level parts of countries that letters print after a comma, as part of a chapter's name.
var states = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Split(`Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D.C.|DC|Washington DC|Washington, D.C.|NY|CA|MA|TX|WA|IL|PA|NJ|MD|VA|OH|MI|MN|OR|CO|
Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Nova Scotia|Bayern|Berlin|Hamburg|Hessen|Sachsen|Nordrhein-Westfalen|Baden-Württemberg|Brandenburg|Niedersachsen|Thüringen|Queensland|Victoria|New South Wales`, "|") {
		set[graph.Fold(s)] = true
	}
	delete(set, "")
	return set
})

// anywhere are words that stand where a country could and name none.
var anywhere = wordSet("international global worldwide regional internacional internationale")

func isCountry(s string) bool { return len(s) <= 60 && countries()[graph.Fold(s)] }

// isPlace reports whether a text is the name of a country, region or state and nothing else.
func isPlace(s string) bool {
	key := graph.Fold(s)
	return len(s) <= 60 && (countries()[key] || states()[key])
}

// corporateSuffix are the legal forms that follow a name after a comma.
var corporateSuffix = wordSet(`inc llc ltd corp co gmbh e.v ev e.v. ag sa s.a plc llp lp pbc bv b.v nv limited incorporated a.c ac asbl vzw onlus aps mbh ngo cic`)

// looksLikeAddress reports whether a line is part of a postal address, a telephone number or an address on the web.
func looksLikeAddress(s string) bool {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@") && mailAddress.MatchString(s) {
		return true
	}
	lower := " " + strings.ToLower(s) + " "
	for _, w := range []string{"p.o. box", "po box", "postfach", "tel.", "tel:", " phone:", "telephone:", "telefon:", "téléphone :", " fax:", " fax ", " suite ", " floor ", "e-mail:", "email:"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	if telephone.MatchString(s) && !yearRange.MatchString(s) {
		return true
	}
	for _, w := range []string{" street", " st.", " st ", " avenue", " ave", " road", " rd", " blvd", " boulevard", " drive", " lane", " nw", " ne ", " sw ", " way ", "straße", "strasse", "str. ", "platz", "allee", " rue ", "rue ", "calle ", " via ", "place ", "weg "} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return postcode(s)
}

// mailAddress asks for a domain: "Tech@School" is a name.
var mailAddress = lazy(`\S@[\p{L}\d-]+\.\p{L}`)

// yearRange is no telephone number: "Night School, 2015-2017".
var yearRange = lazy(`(^|[\s(])(1[89]|20)\d\d ?[-–/] ?(1[89]|20)\d\d\)?$`)

var telephone = lazy(`(^|[\s:])\+?\(?\d[\d ()./-]{7,}\d$`)

// postcode reports whether a line begins or ends with a number of four to six digits, or has a state code before one.
func postcode(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 6 {
		return false
	}
	for _, f := range []string{fields[0], fields[len(fields)-1]} {
		f = strings.Trim(f, ",.")
		if head, _, ok := strings.Cut(f, "-"); ok && len(head) == 5 {
			f = head
		}
		if n := len(f); n >= 4 && n <= 6 && strings.Trim(f, "0123456789") == "" && (n != 4 || f[0] != '1' && f[0] != '2' || !isYearText(f)) {
			return true
		}
	}
	return false
}

func isYearText(f string) bool { return f >= "1900" && f <= "2100" }
