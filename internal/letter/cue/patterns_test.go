package cue

import (
	"strings"
	"testing"

	"undersigned/internal/letter/text"
)

// TestCuesOfPatterns asks that a phrase for each alternative is a cue.
func TestCuesOfPatterns(t *testing.T) {
	lines := strings.Split(`signed by|co-signers|signatories|list of organizations|respectfully submitted|endorsed by|supporters|sponsored by|groups that have joined|participating companies|member organizations|
additional organizations|joined by|the above letter was signed|amici curiae|list of amici|unterzeichner|unterschrieben von|unterstützt von|mitzeichner|gez|signataires|ont signé|soutenu par|firmantes|firman|suscriben|
organizaciones que apoyan|adhesiones|adhieren|respaldada por|assinam|subscrevem|signatários|firmatari|sottoscritto|ondertekend|undertecknare|underskrevet|undertegnet|allekirjoittajat|sygnatariusze|podpisani|podepsaní|signatáři|
sincerely|yours faithfully|best regards|in solidarity|thank you|mit freundlichen grüßen|hochachtungsvoll|cordialement|veuillez agréer mes salutations|sentiments|atentamente|saludos|atenciosamente|cordiali saluti|hoogachtend|
met vriendelijke groet|med vänlig hälsning|med venlig hilsen|med vennlig hilsen|z poważaniem|s pozdravem|affiliation for identification only|listed for identification|nur zur identifizierung|institutionelle zugehörigkeit|à titre indicatif|
solo para identificación|signs in an individual capacity|deceased|indicates a late signer|denotes`, "|")
	for _, f := range lines {
		f = text.FoldLine(strings.TrimSpace(f))
		if !Announces(f) && !Farewell.Match(f) && !Remark.Match(f) {
			t.Errorf("%q is no cue at all", f)
		}
	}
}
