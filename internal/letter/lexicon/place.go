package lexicon

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// countries are the names of countries and regions in the languages we read (Unicode CLDR), folded, with what letters print
// beside them. It is made on first use: commands that read no letter do not pay for it.
var countries = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	tags := []language.Tag{language.English, language.German, language.French, language.Spanish, language.Portuguese, language.Italian, language.Dutch}
	tags = append(tags, abroad...)
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
EEUU|EE.UU.|Estados Unidos|Reino Unido|États-Unis|Royaume-Uni|Vereinigte Staaten|Großbritannien|Amérique Latine|América Latina|Afrique|Europa|Lateinamerika|Internacional|Internationale|
Кыргызстан|Молдова|Белоруссия|Республика Беларусь|Российская Федерация|РФ|США|Великобритания|Англия|Южная Корея|Чехия|Евросоюз|ЕС|Велика Британія|Південна Корея|Чехія|ЄС|香港|澳門|澳门|臺灣|台灣|台湾|韓國|韩国|美國|美国|英國|英国|中國|中国|中國大陸|歐盟|欧盟|亞洲|欧洲|國際|国际|
米国|韓国|北朝鮮|한국|대한민국|미국|영국|일본|중국|대만|홍콩|유럽|국제|فلسطين|سوريا|السعودية|الإمارات|أمريكا|بريطانيا|المملكة المتحدة|الولايات المتحدة|الاتحاد الأوروبي|دولي|دولية|إقليمية`, "|") {
		set[graph.Fold(s)] = true
	}
	delete(set, "")
	return set
})

// abroad are the languages of other scripts whose names of countries are known.
var abroad = []language.Tag{language.Russian, language.Ukrainian, language.SimplifiedChinese, language.TraditionalChinese, language.Japanese, language.Korean, language.Arabic, language.Hebrew, language.Persian}

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

// Anywhere are words that stand where a country could and name none.
var Anywhere = text.Words("lexicon.Anywhere", "international global worldwide regional internacional internationale")

// IsCountry reports whether a text is the name of a country or region and nothing else.
func IsCountry(s string) bool {
	if rule.Off("lexicon.IsCountry") {
		return false
	}
	return len(s) <= 60 && countries()[graph.Fold(s)]
}

// IsPlace reports whether a text is the name of a country, region or state and nothing else.
func IsPlace(s string) bool {
	if rule.Off("lexicon.IsPlace") {
		return false
	}
	key := graph.Fold(s)
	return len(s) <= 60 && (countries()[key] || states()[key])
}

// CorporateSuffix are the legal forms that follow a name after a comma.
var CorporateSuffix = text.Set("lexicon.CorporateSuffix", LegalForm.Words("suffix"))
