package letter_test

import (
	"strings"
	"testing"
)

// TestSentencesOfLanguages asks for the signatories that a sentence names, in languages whose words are data alone.
func TestSentencesOfLanguages(t *testing.T) {
	for name, c := range map[string][2]string{
		"it": {"# Lettera aperta sui bus notturni\n\nGentile ministra,\n\nchiediamo di mantenere la linea notturna, che porta chi lavora mentre gli altri dormono. Nessun altro la farà.\n\n" +
			"Le organizzazioni che hanno firmato questa lettera sono Unione del Sale, Lega dei Pontili, Circolo Lanterna e Rete Mareggiata.\n", "Unione del Sale|Lega dei Pontili|Circolo Lanterna|Rete Mareggiata"},
		"pt": {"# Carta aberta sobre os ônibus noturnos\n\nSenhora Ministra,\n\npedimos que mantenha a linha noturna, que leva quem trabalha enquanto os outros dormem. Ninguém mais a fará.\n\n" +
			"As organizações que assinaram esta carta incluem União do Sal, Liga dos Cais, Círculo Lanterna e Rede Maré Alta.\n", "União do Sal|Liga dos Cais|Círculo Lanterna|Rede Maré Alta"},
	} {
		var names []string
		for _, r := range extract(t, name+".md", c[0]).Signatories {
			names = append(names, r.Name)
		}
		if got := strings.Join(names, "|"); got != c[1] {
			t.Errorf("of the sentence in %s it finds %q, not %q", name, got, c[1])
		}
	}
}
