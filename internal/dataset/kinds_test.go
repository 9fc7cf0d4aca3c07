package dataset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

const kindsOfAll = `
undersigned: dataset/1
name: kinds
letters:
  - {id: one, signatories: [River Trust, River Trust Maine, Commons]}
  - {id: two, signatories: [Commons]}
parents: [[River Trust, River Trust Maine, its chapter], [Water Union, River Trust]]
members: [[Fair Water, River Trust, 2001, 2004-05], [Fair Water, Commons, "", "", own site]]
former: [[River Trust, Stream Trust, "", 1999-02-03, renamed], [Commons, Common Land]]
splits: [[Commons, two, another one]]
judgements:
  - {verdict: member, a: {name: Fair Water}, b: {name: River Trust}, from: 2010, by: "person: Ada"}
  - {verdict: parent, a: {name: Zebra, letter: one}, b: {name: Antelope}}
  - {verdict: split, a: {name: Zebra, letter: two}}
`

func TestKindsOfJudgements(t *testing.T) {
	c, err := Read(t.Context(), "k.yaml", []byte(kindsOfAll))
	if err != nil {
		t.Fatal(err)
	}
	one, two := c.Letters[0].ID, c.Letters[1].ID
	var got []string
	for _, j := range c.Judgements {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s%s > %s%s %s-%s %s", j.Verdict, j.A.Name, in(j.A, one, two), j.B.Name, in(j.B, one, two), j.From, j.Until, j.Why)))
		if j.Source == "" {
			t.Errorf("%+v does not say which file it is from", j)
		}
	}
	want := []string{"parent River Trust > River Trust Maine - its chapter", "parent Water Union > River Trust -", "member Fair Water > River Trust 2001-2004-05", "member Fair Water > Commons - own site",
		"former River Trust > Stream Trust -1999-02-03 renamed", "former Commons > Common Land -", "split Commons in two > Commons - another one",
		"member Fair Water > River Trust 2010-", "parent Zebra in one > Antelope -", "split Zebra in two > Zebra -"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
	text, err := Encode("kinds", graph.Data{Letters: c.Letters, Judgements: c.Judgements})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(t.Context(), "again.json", text)
	if err != nil || graph.ContentHash(again.Letters, nil, again.Judgements) != graph.ContentHash(c.Letters, nil, c.Judgements) {
		t.Errorf("reading back gives other judgements (%v):\n%s", err, text)
	}
}

func in(r graph.NameRef, one, two string) string {
	return map[string]string{"": "", one: " in one", two: " in two"}[r.Letter]
}

func TestKindsNameThePlace(t *testing.T) {
	head := "undersigned: dataset/1\nname: x\nletters: [{id: a}]\n"
	for text, want := range map[string]string{
		"parents: [[A, B], [A]]":                "x.yaml, parents[1]: it has 1 entries; write [parent, part of it, why]",
		"parents: [[A, B, why, 2001]]":          "parents[0]: it has 4 entries",
		"parents: [[A, A]]":                     "parents[0]: a judgement needs two different names",
		"members: [[A, B, May]]":                `members[0]: "May" is no date`,
		"members: [[A, B, 2004, 2001]]":         "members[0]: a judgement holds from 2004 until 2001",
		"former: [[A, ' ']]":                    "former[0]: a judgement about names needs two names",
		"splits: [[A, b]]":                      `x.yaml, splits[0]: no letter of this file has the id "b"`,
		"splits: [[A, '']]":                     "splits[0]: a split needs the letter",
		"former: [[A, B, '2001', '', w, more]]": "former[0]: it has 6 entries",
	} {
		_, err := Read(t.Context(), "x.yaml", []byte(head+text))
		if graph.CodeOf(err) != graph.Invalid || !strings.Contains(graph.MessageOf(err), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
