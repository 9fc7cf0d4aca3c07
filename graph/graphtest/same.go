package graphtest

import (
	"reflect"
	"testing"

	"undersigned/graph"
)

// SameNetwork asks that two networks say the same, whatever they are made of.
func SameNetwork(t testing.TB, got, want *graph.Network) {
	t.Helper()
	same := func(what string, a, b any) {
		t.Helper()
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%s: %+v, want %+v", what, a, b)
		}
	}
	same("organizations", got.Organizations(), want.Organizations())
	same("incidence", got.Incidence(), want.Incidence())
	same("targets", got.Targets(), want.Targets())
	same("coverage", got.Coverage(), want.Coverage())
	same("rules", len(got.RuleJudgements()), len(want.RuleJudgements()))
	same("hash", got.Hash(), want.Hash())
	same("letters", len(got.Letters()), len(want.Letters()))
	for l, w := range want.Letters() {
		g := *got.Letters()[l].Letter
		g.Signatures = w.Signatures
		same("a letter", g, *w.Letter)
		same("targets of a letter", got.TargetsOf(l), want.TargetsOf(l))
		for _, o := range want.Incidence().SignersOf(l) {
			a, b := got.Signatures(int(o), l), want.Signatures(int(o), l)
			same("signatures", len(a), len(b))
			for i := range b {
				same("a signature", *a[i].Signature, *b[i].Signature)
			}
			same("status", got.Status(int(o), l), want.Status(int(o), l))
		}
	}
	for o, org := range want.Organizations() {
		for _, key := range []string{org.ID, org.Name} {
			at, ok := got.Organization(key)
			wantAt, wantOK := want.Organization(key)
			same("finding organization "+org.Name, []any{at, ok}, []any{wantAt, wantOK})
		}
		_ = o
	}
}
