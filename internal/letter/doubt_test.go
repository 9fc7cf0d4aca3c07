package letter_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/letter"
	"undersigned/internal/letter/doubt"
)

// nightBus is the body of a letter, to which each case adds its list.
const nightBus = "# Open letter on the night bus\n\n3 May 2021\n\nDear Minister,\n\nWe ask you to keep the night bus, which carries those who work while others sleep. It costs little and nobody else will run it.\n\n"

// TestDoubts asks for each reason of doubt in a document that has it, and in one like it that has not. A doubt is wanted whole; whether it is said
// is for the fitted weights to decide, unless it always is.
func TestDoubts(t *testing.T) {
	list := func(marker string, names ...string) string { return marker + strings.Join(names, "\n"+marker) + "\n" }
	groups := []string{"Night Owls Society", "Bus Riders Union", "Hospital Staff Council", "Bakers' Guild", "Lamp Street Association", "River Watch Network", "Harbor Workers Union", "Old Town Forum", "North Side Alliance", "Tram Friends Club"}
	nouns := []string{"Mondlicht", "Sandbank", "Wellenreiter", "Kupferdach", "Birkenhain", "Lautstark"}
	for _, c := range []struct {
		name, file, text string
		want             []string
	}{
		{"nothing is wrong", "a.md", nightBus + "## Signing organizations\n\n" + list("- ", groups...), nil},
		{"nobody signs", "a.md", nightBus, nil},

		{"fewer than claimed", "a.md", "# 36 organizations ask for the night bus\n\n" + nightBus[2:] + "## Signing organizations\n\n" + list("- ", groups...), []string{"36 organizations claimed, 10 found"}},
		{"claimed and none found", "a.md", "# 36 organizations ask for the night bus\n\n" + nightBus[2:], []string{"36 organizations claimed, 0 found"}},
		{"one fewer than claimed", "a.md", "# 11 organizations ask for the night bus\n\n" + nightBus[2:] + "## Signing organizations\n\n" + list("- ", groups...), nil},
		{"more than claimed", "a.md", "# 4 organizations ask for the night bus\n\n" + nightBus[2:] + "## Signing organizations\n\n" + list("- ", groups...), []string{"4 organizations claimed, 10 found"}},
		{"more than a lower bound", "a.md", "# Over 4 organizations ask for the night bus\n\n" + nightBus[2:] + "## Signing organizations\n\n" + list("- ", groups...), nil},
		{"a report need not print who signed", "a.md", "# Forty groups ask minister to keep the night bus\n\nPress release\n\n3 May 2021\n\nTown - 40 groups sent an open letter to the minister today. “We need it,” said Jane Doe, director of Night Owls.\n", nil},

		{"names that could be anything", "a.md", nightBus + "## Signed by\n\n" + list("- ", nouns...), []string{"most rows have no word of an organization and no heading says organizations"}},
		{"names that no person has", "a.md", nightBus + "## Signed by\n\n" + list("- ", "Houses without Landlords", "Lamps for the Lane", "Mondlicht (Ghent)", "Sandbank Rotterdam", "Time over Money", "Birkenhain"), nil},
		{"one name that no person has among others", "a.md", nightBus + "## Signed by\n\n" + list("- ", "Mondlicht", "Sandbank", "Wellenreiter", "Kupferdach", "Lamps for the Lane"), []string{"most rows have no word of an organization and no heading says organizations"}},
		{"a title says organizations", "a.md", "# The following companies have agreed to keep the night bus\n\n#### A link below each name tells how.\n\n" + list("", strings.Split(strings.Join(nouns, "\n\n"), "\n")...), nil},
		{"the heading says organizations", "a.md", nightBus + "## Signing organizations\n\n" + list("- ", nouns...), nil},
		{"the claim says so", "a.md", "# 6 organizations ask for the night bus\n\n" + nightBus[2:] + "## Signed by\n\n" + list("- ", nouns...), nil},

		{"a list that nothing announces", "a.md", "# A page\n\nThis page tells of the night bus. It has been going for a long time and it is late.\n\n" + list("- ", groups...) + "\nThe bus goes on. It goes every hour and it is never full.\n",
			[]string{"a list of names was not taken, since nothing announces it (10 lines from line 5)"}},
		{"too few names for a list", "a.md", "# A page\n\nThis page tells of the night bus. It has been going for a long time and it is late.\n\n" + list("- ", groups[:3]...) + strings.Repeat("\nThe bus goes on. It goes every hour and it is never full, whatever the weather is.\n", 8), nil},
		{"a list in which no name was found", "a.md", "# A page\n\nThis page tells of the night bus. It has been going for a long time and it is late.\n\n" + list("- ", "we take the first bus", "we take the next bus", "we walk", "then we sleep", "then we go again", "it is late", "we are tired", "we are there"),
			[]string{"it reads like a list, and no name was found in it"}},

		{"employers again and again", "a.md", nightBus + "## Signed by\n\n" + list("- ", "Harbor University", "Night Owls Society", "Harbor University", "Bus Riders Union", "Harbor University", "Old Town Forum"),
			[]string{"names stand in the list again and again, as employers do beside persons (3 times “Harbor University”)"}},

		{"a column of a table", "a.csv", "organization,display\nNight Owls,Night Owls (Town)\nBus Riders,Bus Riders (Town)\nBakers,Bakers\n", nil},
		{"a second column of names", "a.csv", "organization,second\nNight Owls,River Watch Network\nBus Riders,Harbor Workers Union\nBakers,Old Town Forum\n",
			[]string{`names stand in a second column that was not read (the column "second", 3 cells)`}},
		{"a second field of names", "a.json", `{"signatories":[{"organization":"Night Owls","alliance":"River Watch Network"},{"organization":"Bus Riders","alliance":"Harbor Workers Union"},{"organization":"Bakers","alliance":"Old Town Forum"}]}`,
			[]string{`names stand in a second column that was not read (the column "alliance", 3 cells)`}},
		{"lists of names within entries", "a.yaml", "signatories:\n  - organization: Night Owls Society\n    projects:\n      - name: River Watch Network\n      - name: Harbor Workers Union\n  - organization: Bus Riders Union\n  - organization: Old Town Forum\n",
			[]string{`the field "projects" within the entries was not read (2 names)`}},
		{"partners who need not have signed", "partners.yml", "- name: Night Owls Society\n  url: https://owls.example\n- name: Bus Riders Union\n  url: https://bus.example\n- name: Old Town Forum\n  url: https://forum.example\n",
			[]string{`nothing says that these signed: the names stand under "partners"`}},
		{"partners who signed on a day", "partners.yml", "- name: Night Owls Society\n  signed: 2021-05-03\n- name: Bus Riders Union\n  signed: 2021-05-04\n- name: Old Town Forum\n  signed: 2021-05-05\n", nil},
		{"partners in a letter's data", "a.yml", "title: Open letter on the night bus\npartners:\n  - Night Owls Society\n  - Bus Riders Union\n  - Old Town Forum\n", nil},
		{"members in a table", "members.csv", "organization,country\nNight Owls Society,Chile\nBus Riders Union,Peru\nOld Town Forum,Ghana\n",
			[]string{`nothing says that these signed: the names stand under "members"`}},
		{"organizations in a table", "bus.csv", "organization,country\nNight Owls Society,Chile\nBus Riders Union,Peru\nOld Town Forum,Ghana\n", nil},
		{"members of a letter", "members.csv", "organization,letter,date\nNight Owls Society,Night bus,2021-05-03\nBus Riders Union,Night bus,2021-05-03\nOld Town Forum,Night bus,2021-05-03\n", nil},
		{"a list with few of its names", "a.yaml", "organizations:\n  - Night Owls Society\n", []string{"it is a list, and 1 of its names were found"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extract(t, c.file, c.text)
			checkDraft(t, d)
			var got []string
			for _, s := range d.Structure {
				got = append(got, s.Says)
				if s.Always && !slices.Contains(d.Doubtful, s.Says) {
					t.Errorf("%q is not said: the doubts are %q", s.Says, d.Doubtful)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("the doubts are %q, want %q (confidence %v, %d rows)", got, c.want, d.Confidence, len(d.Signatories))
			}
			if c.name == "nothing is wrong" && (len(d.Doubtful) > 0 || d.Confidence < 0.7) {
				t.Errorf("the confidence is %v, and the doubts are %q", d.Confidence, d.Doubtful)
			}
			if len(d.Doubtful) == 0 && d.Confidence < doubt.Bar || len(d.Doubtful) > 0 && d.Confidence > doubt.Bar {
				t.Errorf("the confidence is %v with the doubts %q", d.Confidence, d.Doubtful)
			}
		})
	}
}

// TestDoubtsOfTales asks that a number of signatories is a doubt where a document may print them, and none where it tells of another's.
func TestDoubtsOfTales(t *testing.T) {
	const story = "# Statement on the night bus\n\n3 May 2021\n\nThe council answered yesterday, and the night bus stays for a year. It costs little and nobody else will run it.\n\n"
	for _, c := range []struct {
		name, text string
		doubtful   bool
	}{
		{"another letter", story + "In March more than 40 organizations sent the council a letter in which they asked for this decision. We thank the council, and we ask it to keep its word in the years to come.\n", false},
		{"this letter", story + "More than 40 organizations have signed this letter to the council and ask for the night bus. We thank the council, and we ask it to keep its word in the years to come.\n", true},
		{"who sign it", story + "We, the undersigned 40 organizations, ask the council to keep the night bus. We thank the council, and we ask it to keep its word in the years to come.\n", true},
		{"a line announces them", story + "In March more than 40 organizations sent the council a letter in which they asked for this decision. We thank the council, and we ask it to keep its word in the years to come.\n\nSigned by:\n", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extract(t, "a.md", c.text)
			if d.Claimed.Organizations == nil || len(d.Signatories) > 0 {
				t.Fatalf("it claims %v and has %d rows", d.Claimed, len(d.Signatories))
			}
			if got := len(d.Doubtful) > 0; got != c.doubtful {
				t.Errorf("the doubts are %q", d.Doubtful)
			}
		})
	}
}

// TestDoubtsOfPages asks which pages are pictures.
func TestDoubtsOfPages(t *testing.T) {
	const file = "testdata/pdf-half-scanned/input.pdf"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := letter.Extract(context.Background(), file, data, letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Doubtful) == 0 || !strings.HasPrefix(d.Doubtful[0], "page") || !strings.Contains(d.Doubtful[0], "picture") {
		t.Errorf("the doubts are %q; the warnings %q", d.Doubtful, d.Warnings)
	}
}

// TestDoubtsOfTables asks that what a table leaves unread reaches the records that a loader stores, and which sheet it stands on.
func TestDoubtsOfTables(t *testing.T) {
	const unread = `names stand in a second column that was not read (the column "second", 3 cells)`
	csv := "organization,second\nNight Owls,River Watch Network\nBus Riders,Harbor Workers Union\nBakers,Old Town Forum\n"
	sheet := xrow(1, "organization", "second", "country") + xrow(2, "Night Owls", "River Watch Network", "Chile") + xrow(3, "Bus Riders", "Harbor Workers Union", "Peru") + xrow(4, "Bakers", "Old Town Forum", "Ghana")
	other := xrow(1, "organization") + xrow(2, "Lamp Street Association") + xrow(3, "Tram Friends Club") + xrow(4, "North Side Alliance")
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{{"a.csv", []byte(csv), unread}, {"a.xlsx", book(t, "Groups", sheet), unread}, {"b.xlsx", book(t, "Sheet1", other, "Groups", sheet), `sheet "Groups": ` + unread}} {
		letters, err := letter.Table(context.Background(), c.name, c.data, letter.Limits{})
		if err != nil || len(letters) != 1 {
			t.Fatalf("%s: %v, %d letters", c.name, err, len(letters))
		}
		if !slices.Contains(letters[0].Doubtful, c.want) {
			t.Errorf("%s: the doubts are %q, want %q", c.name, letters[0].Doubtful, c.want)
		}
	}
}

// TestDoubtsOfBelonging asks that names of which nothing says that they signed are no surer than their document.
func TestDoubtsOfBelonging(t *testing.T) {
	for file, text := range map[string]string{"partners.yml": "- name: Night Owls Society\n- name: Bus Riders Union\n- name: Old Town Forum\n", "members.csv": "organization\nNight Owls Society\nBus Riders Union\nOld Town Forum\n"} {
		for _, r := range extract(t, file, text).Signatories {
			if r.Confidence > doubt.Bar {
				t.Errorf("%s: %q has the confidence %v", file, r.Name, r.Confidence)
			}
		}
	}
}
