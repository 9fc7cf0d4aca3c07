package letter

import (
	"context"
	"strings"
	"testing"

	"undersigned/graph"
)

// Bodies of letters, to which each case adds its list.
const (
	bodyEN = "# Open letter on the night bus\n\n3 May 2021\n\nDear Minister,\n\nWe ask you to keep the night bus, which carries those who work while others sleep. It costs little and nobody else will run it.\n\n"
	bodyDE = "# Offener Brief zum Nachtbus\n\nMusterstadt, den 3. Mai 2021\n\nSehr geehrte Frau Ministerin,\n\nwir bitten Sie, den Nachtbus zu erhalten, der die nach Hause bringt, die arbeiten, während andere schlafen. Er kostet wenig, und niemand sonst wird ihn fahren.\n\n"
	bodyFR = "# Lettre ouverte sur le bus de nuit\n\nLe 3 mai 2021\n\nMadame la Ministre,\n\nNous vous demandons de garder le bus de nuit, qui ramène chez elles celles et ceux qui travaillent pendant que les autres dorment. Il coûte peu.\n\n"
)

// TestLayouts reads lists of signatories in the layouts that letters use: who is found, in order. Persons are marked with "@".
func TestLayouts(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"lines after sincerely", "a.md", bodyEN + "Sincerely,\n\nNight Owls\nBus Drivers' Union, Wales\nSleepless in Town\nBakers of the East Side\n", "Night Owls|Bus Drivers' Union, Wales|Sleepless in Town|Bakers of the East Side"},
		{"undersigned", "a.txt", bodyEN + "The undersigned:\n\nNight Owls\nBus Riders United\nHospital Staff Council\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"on behalf", "a.txt", bodyEN + "Signed on behalf of the following organisations:\n\n• Night Owls\n• Bus Riders United\n• Hospital Staff Council\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"bullets in one line", "a.txt", bodyEN + "Signatories:\n\nNight Owls • Bus Riders United • Hospital Staff Council • Bakers' Guild\n", "Night Owls|Bus Riders United|Hospital Staff Council|Bakers' Guild"},
		{"bars in one line", "a.txt", bodyEN + "Signed by\n\nNight Owls | Bus Riders United | Hospital Staff Council | Bakers' Guild\n", "Night Owls|Bus Riders United|Hospital Staff Council|Bakers' Guild"},
		{"bold label in line", "a.md", bodyEN + "**Signatories:** Night Owls, Bus Riders United, Hospital Staff Council and Bakers' Guild.\n", "Night Owls|Bus Riders United|Hospital Staff Council|Bakers' Guild"},
		{"labels in line", "a.md", bodyEN + "## Signatories\n\n**National:** Night Owls, Bus Riders United\n\n**Local:** Hospital Staff Council, Bakers' Guild, Lamp Street Neighbors\n", "Night Owls|Bus Riders United|Hospital Staff Council|Bakers' Guild|Lamp Street Neighbors"},
		{"numbers in brackets", "a.txt", bodyEN + "Endorsed by:\n\n(1) Night Owls\n(2) Bus Riders United\n(3) Hospital Staff Council\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"semicolons", "a.txt", bodyEN + "Signed:\n\nNight Owls; Bus Riders United; Hospital Staff Council, Ward 3; Bakers' Guild; and Lamp Street Neighbors\n", "Night Owls|Bus Riders United|Hospital Staff Council, Ward 3|Bakers' Guild|Lamp Street Neighbors"},
		{"country in brackets", "a.md", bodyEN + "### Signatories\n\n- Night Owls (Chile)\n- Bus Riders United (Kenya)\n- Hospital Staff Council (HSC) (Canada)\n", "Night Owls|Bus Riders United|Hospital Staff Council (HSC)"},
		{"others", "a.md", bodyEN + "### Signatories\n\n- Night Owls\n- Bus Riders United\n- Hospital Staff Council\n- and 12 other organizations\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"descriptions", "a.md", bodyEN + "### Signatories\n\n- **Night Owls** – a club of people who work at night\n- **Bus Riders United** – speaks for all who have no car\n- **Hospital Staff Council** – elected by the nurses and doctors of the town\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"late and withdrawn", "a.md", bodyEN + "### Signatories\n\n- Night Owls\n- Bus Riders United\n\n### Signed after publication\n\n- Hospital Staff Council\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"statement endorsed", "a.md", "# Statement on lamps\n\n3 May 2021\n\nLamps make streets safe. We call on the council to light all of them until midnight, as it did before.\n\nThis statement is endorsed by the following organizations:\n\nNight Owls\n\nBus Riders United\n\nHospital Staff Council\n\n## About Night Owls\n\nNight Owls is a club.\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"contact after", "a.txt", bodyEN + "Yours faithfully,\n\nNight Owls\nBus Riders United\nHospital Staff Council\n\nFor more information contact Jane Doe, Night Owls, jane@owls.example, 020 7946 0018\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"ccs after", "a.txt", bodyEN + "Yours faithfully,\n\nNight Owls\nBus Riders United\nHospital Staff Council\n\ncc: The Mayor\nThe Bus Company\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"stars", "a.md", bodyEN + "**Signed**\n\n* Night Owls*\n* Bus Riders United\n* Hospital Staff Council**\n\n\\* signed on 5 May\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"emphasis", "a.md", bodyEN + "_Signed by:_\n\n_Night Owls_  \n_Bus Riders United_  \n_Hospital Staff Council_  \n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"links", "a.md", bodyEN + "Signed by:\n\n[Night Owls](https://owls.example)\n[Bus Riders United](https://riders.example)\n[Hospital Staff Council](https://hsc.example)\n", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"many in a sentence", "a.txt", "Press release, 3 May 2021\n\nGroups ask minister to keep the night bus\n\nTown - Forty groups sent an open letter to the minister today.\n\nThe letter was signed by Night Owls, Bus Riders United, the Hospital Staff Council, and Bakers' Guild.\n\n“We need it,” said Jane Doe, director of Night Owls.\n", "Night Owls|Bus Riders United|Hospital Staff Council|Bakers' Guild"},

		{"german date in heading", "a.md", bodyDE + "## Unterzeichnende Organisationen (Stand: 4. Mai 2021)\n\n- Nachteulen e. V.\n- Verband der Busfahrgäste\n- Bäckerinnung Musterstadt\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german greeting and commas", "a.md", bodyDE + "Mit freundlichen Grüßen\n\nNachteulen e. V., Verband der Busfahrgäste, Bäckerinnung Musterstadt, nachtbus.example, Schlaflos und Initiative Licht an\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt|nachtbus.example|Schlaflos|Initiative Licht an"},
		{"german first signers", "a.md", bodyDE + "**Erstunterzeichner\\*innen:**\n\n* Nachteulen e. V.\n* Verband der Busfahrgäste\n\n**Weitere Unterzeichner\\*innen:**\n\n* Bäckerinnung Musterstadt\n* Initiative Licht an\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt|Initiative Licht an"},
		{"german supported", "a.md", bodyDE + "Dieser Aufruf wird unterstützt von:\n\nNachteulen e. V.\nVerband der Busfahrgäste\nBäckerinnung Musterstadt\n\n**Pressekontakt**\n\nErika Muster, presse@eulen.example\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german the signers", "a.txt", bodyDE + "Die Unterzeichnenden:\n\n– Nachteulen e. V.\n– Verband der Busfahrgäste\n– Bäckerinnung Musterstadt\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german it is signed", "a.txt", bodyDE + "Es unterzeichnen:\n\nNachteulen e. V.\nVerband der Busfahrgäste\nBäckerinnung Musterstadt\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german following", "a.txt", bodyDE + "Folgende Organisationen tragen diesen Brief mit:\n\nNachteulen e. V.\nVerband der Busfahrgäste\nBäckerinnung Musterstadt\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german bold label", "a.md", bodyDE + "**Unterzeichnet von:** Nachteulen e. V., Verband der Busfahrgäste sowie Bäckerinnung Musterstadt.\n\n**Nachträglich unterzeichnet:** Initiative Licht an, Schlaflos gGmbH\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt|Initiative Licht an|Schlaflos gGmbH"},
		{"german notes after", "a.md", bodyDE + "Unterzeichner:\n\n- Nachteulen e. V.\n- Verband der Busfahrgäste\n- Bäckerinnung Musterstadt\n\nHintergrund:\n\nDer Nachtbus fährt seit 1990. Er wurde oft gekürzt.\n\nÜber die Nachteulen:\n\n- gegründet 1990\n- 200 Mitglieder\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german slash and brackets", "a.md", bodyDE + "Mitzeichnende Organisationen\n\nNachteulen (NE) e.V.\nBund für Busse / Ortsgruppe Süd\nBäckerinnung, Sektion Nacht\nDGB Musterstadt\nver.di Bezirk Süd\n", "Nachteulen (NE) e.V.|Bund für Busse / Ortsgruppe Süd|Bäckerinnung, Sektion Nacht|DGB Musterstadt|ver.di Bezirk Süd"},
		{"german alliance", "a.md", bodyDE + "Für das Bündnis Nachtbus:\n\n- Nachteulen e. V.\n- Verband der Busfahrgäste\n- Bäckerinnung Musterstadt\n", "Nachteulen e. V.|Verband der Busfahrgäste|Bäckerinnung Musterstadt"},
		{"german press negative", "a.md", "# Pressemitteilung: Bündnis kritisiert Kürzung des Nachtbusses\n\nMusterstadt, 3. Mai 2021\n\nDas Bündnis Nachtbus kritisiert die Pläne der Stadt. „Ohne Bus kommen die Pflegekräfte nicht nach Hause“, sagt Erika Muster, Sprecherin der Nachteulen e. V.\n\n„Wir backen, wenn andere schlafen“, ergänzt Max Muster von der Bäckerinnung Musterstadt.\n\nKontakt:\n\nErika Muster\nNachteulen e. V.\nTel. 0123 456789\n", ""},

		{"french list", "a.md", bodyFR + "**Organisations signataires :**\n\n- Les Noctambules ;\n- Syndicat des chauffeurs de bus (SCB) ;\n- Association des boulangers de l'Est ;\n- Attente et Lumière.\n", "Les Noctambules|Syndicat des chauffeurs de bus (SCB)|Association des boulangers de l'Est|Attente et Lumière"},
		{"french first", "a.md", bodyFR + "Premiers signataires (par ordre alphabétique) :\n\nLes Noctambules\nSyndicat des chauffeurs de bus\nAssociation des boulangers de l'Est\n", "Les Noctambules|Syndicat des chauffeurs de bus|Association des boulangers de l'Est"},
		{"french greeting", "a.txt", bodyFR + "Nous vous prions d'agréer, Madame la Ministre, l'expression de nos salutations distinguées.\n\nLes Noctambules\nSyndicat des chauffeurs de bus\nAssociation des boulangers de l'Est\n", "Les Noctambules|Syndicat des chauffeurs de bus|Association des boulangers de l'Est"},
		{"french signed by", "a.md", bodyFR + "## Signé par\n\n1. Les Noctambules (France)\n2. Syndicat des chauffeurs de bus (Belgique)\n3. Association des boulangers de l'Est (France)\n\n## À propos\n\nCe site est tenu par des bénévoles.\n", "Les Noctambules|Syndicat des chauffeurs de bus|Association des boulangers de l'Est"},
		{"french support", "a.md", bodyFR + "Avec le soutien de :\n\n* Les Noctambules\n* Syndicat des chauffeurs de bus\n* Association des boulangers de l'Est\n\nContact presse : Jeanne Dupont, 01 23 45 67 89\n", "Les Noctambules|Syndicat des chauffeurs de bus|Association des boulangers de l'Est"},
		{"french boilerplate", "a.md", bodyFR + "Les signataires :\n\n- Les Noctambules\n- Syndicat des chauffeurs de bus\n- Association des boulangers de l'Est\n\n**À propos des Noctambules**\n\nLes Noctambules réunissent depuis 1990 celles et ceux qui travaillent la nuit.\n\n- un local\n- une fête par an\n", "Les Noctambules|Syndicat des chauffeurs de bus|Association des boulangers de l'Est"},
		{"french press negative", "a.md", "# Communiqué : le bus de nuit menacé\n\nLe 3 mai 2021\n\nLe collectif dénonce le projet de la ville. « Sans bus, les soignantes ne rentrent plus », déclare Jeanne Dupont, présidente des Noctambules.\n\n« Nous cuisons quand les autres dorment », ajoute Paul Martin, de l'Association des boulangers.\n\nContacts presse :\n\n- Jeanne Dupont, Les Noctambules\n- Paul Martin, Association des boulangers de l'Est\n", ""},

		{"html paragraphs", "a.html", "<h1>Open letter</h1><p>3 May 2021</p><p>Dear Minister,</p><p>We ask you to keep the night bus, which carries those who work while others sleep.</p><p>Signed,</p><p>Night Owls</p><p>Bus Riders United</p><p>Hospital Staff Council</p><p>&nbsp;</p><p>Notes</p><p>1. See the timetable.</p>", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"html divs", "a.html", "<div>Dear Minister,</div><div><br></div><div>We ask you to keep the night bus, which carries those who work while others sleep. It costs little.</div><div><br></div><div>Yours sincerely,</div><div><br></div><div>Night Owls</div><div>Bus Riders United</div><div>Hospital Staff Council</div>", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"html grid", "a.html", "<p>Dear Minister,</p><p>We ask you to keep the night bus, which carries those who work while others sleep.</p><h3>Signatories</h3><table><tr><td>Night Owls Club</td><td>Bus Riders Union</td></tr><tr><td>Bakers' Guild</td><td>Hospital Staff Council</td></tr><tr><td>Alliance for Lamps</td><td></td></tr></table>", "Night Owls Club|Bus Riders Union|Bakers' Guild|Hospital Staff Council|Alliance for Lamps"},
		{"html strong and country", "a.html", "<p>Dear Minister,</p><p>We ask you to keep the night bus, which carries those who work while others sleep.</p><h3>Signatories</h3><ul><li><strong>Night Owls</strong>, Chile</li><li><strong>Bus Riders United</strong>, Peru</li><li><strong>Hospital Staff Council</strong>, Chile</li></ul>", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"html item with lines", "a.html", "<p>Dear Minister,</p><p>We ask you to keep the night bus, which carries those who work while others sleep.</p><h3>Signatories</h3><ul><li>Night Owls<br>Chile</li><li>Bus Riders United<br>Peru</li><li>Hospital Staff Council<br>Chile</li></ul>", "Night Owls|Bus Riders United|Hospital Staff Council"},
		{"html speakers negative", "a.html", "<h1>Conference on night buses</h1><p>3 May 2021, Town Hall. Join us for a day on buses. Entry is free.</p><h2>Speakers</h2><ul><li>Jane Doe, Night Owls</li><li>John Roe, Bus Riders United</li><li>Ann Poe, Hospital Staff Council</li></ul><h2>Sponsored by</h2><p>The city.</p>", ""},
		{"html reading negative", "a.html", "<h1>Night buses</h1><p>This page collects what we wrote on night buses over the years. You may use it.</p><h2>Letters</h2><ul><li><a href='/1'>Letter to the minister on night buses, 2019</a></li><li><a href='/2'>Statement of Night Owls and Bus Riders United</a></li><li><a href='/3'>Why lamps matter</a></li></ul>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Extract(context.Background(), c.file, []byte(c.text), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range d.Signatories {
				name := r.Name
				if r.Type == graph.TypePerson {
					name = "@" + name
				}
				got = append(got, name)
			}
			if g := strings.Join(got, "|"); g != c.want {
				t.Errorf("found %s\nwant  %s\nkind %s, left out %v", g, c.want, d.Kind, d.LeftOut)
			}
			checkDraft(t, d)
		})
	}
}
