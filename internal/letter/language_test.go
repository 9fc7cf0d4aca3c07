package letter

import (
	"testing"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
)

// TestLanguages gives a few sentences of each language that we read. A page's own word counts where its text is too short to tell.
func TestLanguages(t *testing.T) {
	for want, text := range map[string]string{
		"en": "We ask the council to keep the old pool open for all who live in this town and have no other place to swim.",
		"de": "Wir bitten den Rat, das alte Bad für alle offen zu halten, die in dieser Stadt leben und keinen anderen Ort haben.",
		"fr": "Nous demandons au conseil de garder la piscine ouverte pour tous ceux qui vivent dans cette ville et qui n’ont pas un autre lieu.",
		"es": "Pedimos al consejo que mantenga la piscina abierta para todos los que viven en esta ciudad y no tienen otro lugar.",
		"pt": "Pedimos ao conselho que mantenha a piscina aberta para todos os que moram nesta cidade e não têm outro lugar, como nós.",
		"it": "Chiediamo al consiglio di tenere aperta la piscina per tutti quelli che vivono in questa città e non hanno un altro posto.",
		"nl": "Wij vragen de raad om het oude zwembad open te houden voor iedereen die in deze stad woont en geen andere plek heeft.",
		"sv": "Vi ber rådet att hålla badet öppet för alla som bor i staden och inte har något annat ställe, och det är bråttom.",
		"da": "Vi beder rådet om at holde badet åbent for alle, som bor i byen og ikke har nogle andre steder at svømme, og mener meget af det.",
		"no": "Vi ber rådet om å holde badet åpent for alle som bor i byen og ikke har noen andre steder å svømme, og mener mye av det.",
		"pl": "Prosimy radę, aby nie zamykała basenu dla tych, którzy mieszkają w tym mieście i nie mają go gdzie indziej, bo jest to ważne.",
		"fi": "Me pyydämme, että neuvosto ei sulje uimahallia, joka on tärkeä ja jota kaikki käyttävät, kun muita paikkoja ei ole.",
		"cs": "Žádáme radu, aby nezavírala bazén pro ty, které nemají jiné místo, ale jsou v tomto městě doma a je jich tu dost.",
	} {
		if d := extract(t, "x.txt", text+"\n"); string(d.Language) != want {
			t.Errorf("%q is taken for %q, want %q", text, d.Language, want)
		}
	}
	p := &document.Document{Lines: []document.Line{{Number: 1, Text: "Salt Union"}}, Hints: document.Meta{Language: "de-AT"}}
	if got := about.Of(p).Language; got != "de" {
		t.Errorf("the page's language is %q", got)
	}
	p.Lines[0].Text = "We ask the council to keep the old pool open for all who live in this town and have no other place to swim."
	if got := about.Of(p).Language; got != "en" {
		t.Errorf("the language of an English text on a German page is %q", got)
	}
}
