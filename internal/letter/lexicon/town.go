package lexicon

import (
	"strings"
	"sync"

	"undersigned/graph"
	"undersigned/internal/letter/rule"
)

// towns are large ones of the countries whose languages we read: where somebody lives who says what she does, which is told from where she works by
// nothing else. The list is of geography, so that it favors no letter.
var towns = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Split(`Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt|Frankfurt am Main|Stuttgart|Düsseldorf|Dortmund|Essen|Leipzig|Bremen|Dresden|Hannover|Nürnberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Kiel|Aachen|Halle|Magdeburg|Freiburg|Lübeck|Erfurt|Mainz|Rostock|Kassel|Potsdam|Göttingen|Heidelberg|Jena|Oldenburg|Regensburg|Würzburg|Tübingen|Marburg|Gießen|Konstanz|Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Zürich|Zurich|Basel|Bern|Berne|Genf|Genève|Geneva|Lausanne|Luzern|St. Gallen|Winterthur|Neuchâtel|Fribourg|
Paris|Lyon|Marseille|Toulouse|Nice|Nantes|Montpellier|Strasbourg|Bordeaux|Lille|Rennes|Reims|Toulon|Grenoble|Dijon|Angers|Nîmes|Villeurbanne|Clermont-Ferrand|Le Havre|Le Mans|Aix-en-Provence|Brest|Tours|Amiens|Limoges|Perpignan|Metz|Nancy|Besançon|Orléans|Rouen|Mulhouse|Caen|Saint-Denis|Saint-Étienne|Montreuil|Avignon|Poitiers|Pau|La Rochelle|Bruxelles|Brussels|Brussel|Liège|Namur|Charleroi|Mons|Anvers|Antwerpen|Gent|Gand|Leuven|Brugge|Luxembourg|Montréal|Montreal|Québec|Ottawa|Toronto|Vancouver|Calgary|Edmonton|Winnipeg|Halifax|
Madrid|Barcelona|Valencia|València|Sevilla|Zaragoza|Málaga|Murcia|Palma|Bilbao|Alicante|Córdoba|Valladolid|Vigo|Gijón|Granada|Oviedo|Pamplona|Donostia|San Sebastián|Santander|Salamanca|Girona|Tarragona|Lleida|Sabadell|Terrassa|Buenos Aires|Rosario|La Plata|Mendoza|Santiago|Santiago de Chile|Valparaíso|Concepción|Lima|Arequipa|Cusco|Quito|Guayaquil|Bogotá|Medellín|Cali|Caracas|La Paz|Cochabamba|Montevideo|Asunción|Ciudad de México|Guadalajara|Monterrey|Puebla|La Habana|San José|Managua|Tegucigalpa|San Salvador|
Lisboa|Lisbon|Porto|Coimbra|Braga|Aveiro|Faro|Évora|São Paulo|Rio de Janeiro|Brasília|Salvador|Fortaleza|Belo Horizonte|Manaus|Curitiba|Recife|Porto Alegre|Belém|Goiânia|Natal|Florianópolis|João Pessoa|Maceió|Teresina|Aracaju|Cuiabá|Vitória|Maputo|Luanda|
Roma|Rome|Milano|Milan|Napoli|Torino|Palermo|Genova|Bologna|Firenze|Bari|Catania|Venezia|Verona|Messina|Padova|Trieste|Brescia|Parma|Modena|Perugia|Cagliari|Pisa|Siena|Trento|Amsterdam|Rotterdam|Den Haag|The Hague|Utrecht|Eindhoven|Groningen|Tilburg|Almere|Breda|Nijmegen|Enschede|Haarlem|Arnhem|Maastricht|Leiden|Delft|Zwolle|
Stockholm|Göteborg|Malmö|Uppsala|Lund|Umeå|Örebro|Linköping|København|Copenhagen|Aarhus|Odense|Aalborg|Oslo|Bergen|Trondheim|Stavanger|Tromsø|Helsinki|Espoo|Tampere|Turku|Oulu|Warszawa|Warsaw|Kraków|Łódź|Wrocław|Poznań|Gdańsk|Lublin|Praha|Prague|Brno|Ostrava|Bratislava|Budapest|București|Bucharest|Cluj-Napoca|Iași|Timișoara|Zagreb|Ljubljana|Beograd|Sarajevo|Sofia|Athens|Athina|Thessaloniki|İstanbul|Istanbul|Ankara|İzmir|Bursa|Antalya|Adana|Kyiv|Lviv|Kharkiv|Odesa|Vilnius|Riga|Tallinn|
London|Birmingham|Manchester|Leeds|Liverpool|Sheffield|Bristol|Newcastle|Nottingham|Leicester|Edinburgh|Glasgow|Aberdeen|Dundee|Cardiff|Swansea|Belfast|Oxford|Cambridge|Brighton|York|Norwich|Southampton|Dublin|Cork|Galway|Limerick|New York City|Los Angeles|Chicago|Houston|Philadelphia|Phoenix|San Antonio|San Diego|Dallas|San Jose|Austin|San Francisco|Seattle|Denver|Boston|Portland|Detroit|Memphis|Baltimore|Milwaukee|Atlanta|Oakland|Minneapolis|Cleveland|Pittsburgh|Cincinnati|St. Louis|Brooklyn|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Auckland|Wellington|Christchurch|Nairobi|Lagos|Accra|Cape Town|Johannesburg|Durban|Kampala|Dakar|Tunis|Rabat|Casablanca|Alger|Cairo|Beirut|New Delhi|Mumbai|Bangalore|Kolkata|Chennai|Hyderabad|Pune|Manila|Jakarta`, "|") {
		set[graph.Fold(s)] = true
	}
	return set
})

// IsTown reports whether a text is the name of a large town and nothing else.
func IsTown(s string) bool {
	if rule.Off("lexicon.IsTown") {
		return false
	}
	return len(s) <= 40 && towns()[graph.Fold(s)]
}
