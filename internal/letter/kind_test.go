package letter

import (
	"strings"
	"testing"

	"undersigned/internal/letter/draft"
)

// TestKinds writes one document a rule. They are short, so each shows what decides.
func TestKinds(t *testing.T) {
	const (
		letter = "Dear Minister,\n\nWe ask you to keep the old pool open, because our town needs it and we have no other one.\n\nSincerely,\n\nSalt Union\nPier Friends\nRiver Watch\n"
		own    = "We ask the council to keep the old pool open. We have used it for many years and our children learn to swim in it. We do not accept that it is closed, and we demand a vote of the whole town on what is to become of the place that our parents built with their own hands in the year of the great flood.\n\n"
		list   = "Signatories:\n\nSalt Union\nPier Friends\nRiver Watch\n"
	)
	third := strings.Repeat("The town closed the pool in spring and nobody knows why it did so or what comes next there. ", 8)
	for _, c := range []struct{ name, text, want string }{
		{"a greeting", letter, draft.KindLetter},
		{"a greeting below a few words of the publisher", "We joined other groups in a letter to the minister.\n\nContact: press@example.org\n\n" + letter, draft.KindLetter},
		{"a release that prints the letter below", "FOR IMMEDIATE RELEASE\n\n" + third + "\n\n###\n\n" + letter, draft.KindPress},
		{"the same in the third person, without a head", "Twelve organizations have sent a letter to the minister. " + third + "\n\n" + letter, draft.KindPress},
		{"a publisher's own long introduction to a letter", "Last week our coalition sent this letter, which we explain here. " + third + "\n\n" + letter, draft.KindLetter},
		{"a release's head in German", "Gemeinsame Pressemitteilung\n\nDas Bad bleibt zu\n\n" + own, draft.KindPress},
		{"a link to a release makes none", "Keep the pool\n\nSee also: media release\n\n" + own + list, draft.KindStatement},
		{"place and today", "Pool closed\n\nBERLIN – Heute haben viele Menschen vor dem alten Bad gestanden und ihre Handtücher gezeigt, die sie nicht mehr brauchen können.\n", draft.KindPress},
		{"two quoted speakers and no signatory", "Das Bad ist zu\n\n„Das ist ein großer Fehler der Stadt“, so Rosa Beispiel vom Salzverein in einem langen Gespräch am Beckenrand.\n\n„Wir werden das nicht hinnehmen und wehren uns“, sagt Max Muster von den Pierfreunden.\n", draft.KindPress},
		{"they have signed, told by others", "The pool and its friends\n\nA group of organizations and individuals have endorsed a paper to the council. " + third + "\n", draft.KindNews},
		{"news with its furniture", "Groups push the town\n\nBy Rosa Beispiel\n\nSeveral groups said on Monday that the pool must stay. The council told reporters that it would wait. The letter’s signatories said more.\n\nRead more about pools\n", draft.KindNews},
		{"they warn, told by others", "Gerade jetzt\n\nEin breites Bündnis aus mehr als 50 gemeinnützigen Organisationen warnt vor der Schließung des alten Bades. " + third + "\n", draft.KindNews},
		{"a list below demands", "Unsere Forderungen zum Bad\n\nDie zeichnenden Organisationen fordern, dass das alte Bad offen bleibt und dass die Stadt es nicht verkauft, sondern pflegt.\n\nGezeichnet von:\n\n- Salzverein\n- Pierfreunde\n", draft.KindStatement},
		{"a heading that opens a list", "The pool\n\n" + third + "\n\n" + list, draft.KindStatement},
		{"a petition's title", "Petition: keep the pool\n\n" + own, draft.KindPetition},
		{"a title that says letter", "Open letter on the pool\n\n" + own + list, draft.KindLetter},
		{"a line below the title says letter", "Une nouvelle piscine\n\nLettre ouverte des anciens maîtres nageurs\n\nNous avons appris à nager ici et nous voulons que la piscine reste ouverte pour notre ville.\n\nSignataires :\n\nAmis du port\nSel et mer\n", draft.KindLetter},
		{"an address without a greeting", "Keep the pool\n\nAux: Maires de la région du sel\n\nNous, soussignés, demandons que la piscine reste ouverte et que notre ville la garde pour tous ses habitants.\n\nSignataires :\n\nAmis du port\nSel et mer\n", draft.KindLetter},
		{"a page that collects calls", "Save the pool\n\nCall your mayor! We tell you what to say to them.\n\nShare this page with your friends, we need you.\n\nSign this petition now, because we need every name that we can get for our pool.\n", draft.KindOther},
		{"names and little else", "Friends of the pool\n\nSalt Union\nPier Friends\nRiver Watch\nMoon Club\nSun Club\n", draft.KindList},
		{"a release that ends with its publisher", "Das Bad bleibt zu\n\n" + strings.Repeat("Die Stadt hat das Bad im Frühling geschlossen, und niemand weiß, warum sie es tat. ", 8) + "\n\nDer Rat tagt im Mai.\n\nÜber den Salzverein\n\nDer Salzverein wurde im Jahr der Flut gegründet.\n", draft.KindPress},
		{"a dateline", "Das Bad bleibt zu\n\nBerlin, den 6. Mai 2021 - Die Stadt hat das Bad im Frühling geschlossen, und niemand weiß, warum sie das tat.\n", draft.KindPress},
		{"a greeting in French", "La piscine\n\nChers chefs d'État :\n\nNous, soussignés, demandons que la piscine reste ouverte et que notre ville la garde.\n\nSignataires :\n\nAmis du port\nSel et mer\n", draft.KindLetter},
		{"a German compound", "Solidaritätserklärung mit den Badenden\n\nDer Verein verurteilt die Schließung des alten Bades, die der Rat am Montag beschlossen hat.\n\n- Salzverein\n- Pierfreunde\n", draft.KindStatement},
		{"a brief", "Brief of amici curiae Salt Union and others\n\n" + own, draft.KindBrief},
	} {
		if d := extract(t, "x.txt", c.text); d.Kind != c.want {
			t.Errorf("%s: it is taken for %s, want %s", c.name, d.Kind, c.want)
		}
	}
}

// TestPressFile asks that a file's name may say that it is a release.
func TestPressFile(t *testing.T) {
	for name, want := range map[string]bool{"2021-04-27-pm-pool.txt": true, "Press_release_pool.txt": true, "rpm-pool.txt": false} {
		d := extract(t, name, "The pool\n\nWe ask the council to keep the old pool open for everybody in our town, and we say so with many who swim in it each day of the year and teach their children there, as our parents did with us when the town was young.\n\nSignatories:\n\nSalt Union\nPier Friends\n")
		if (d.Kind == draft.KindPress) != want {
			t.Errorf("%s is taken for %s", name, d.Kind)
		}
	}
}
