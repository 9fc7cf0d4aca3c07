package naming_test

import (
	"context"
	"strings"
	"testing"

	"undersigned/internal/evaluate/naming"
	"undersigned/internal/names"
)

// providers is a list of child-care providers and schools as several offices would write them: a line is one site with its spellings. All are
// made up.
const providers = `
St. Brigid's Lutheran Child Care|ST BRIGIDS LUTHERAN CHILDCARE CTR|Saint Brigid Lutheran Childcare Center
St. Bridget Catholic School|ST BRIDGET CATHOLIC SCH
Busy Beavers Learning Center|BUSY BEAVERS LRNG CTR|Busy Beavers Learning Center, Inc.
Busy Bees Learning Center|BUSY BEES LRNG CTR
Little Acorns Nursery School|LITTLE ACORNS NURSERY SCH|Little Acorn Nursery School
Little Angels Nursery School|LITTLE ANGELS NURSERY SCH
Kiddie Kottage II|Kiddie Kottage 2|KIDDIE KOTTAGE #2
Kiddie Kottage III|Kiddie Kottage #3
Thomas Hathaway Elementary School|THOMAS HATHAWAY ELEM SCH|Thomas J. Hathaway Elementary School
Thomas Holloway Elementary School|THOMAS HOLLOWAY ELEM SCH
Jefferson High School|JEFFERSON HIGH SCH
Jefferson Middle School|Jefferson Middle Sch.
YMCA - Northside|Northside YMCA|YMCA NORTHSIDE
YMCA - Southside|Southside YMCA
YWCA - Northside
Salvation Army - Harborview|The Salvation Army Harborview|SALVATION ARMY-HARBORVIEW
Salvation Army - Midtown|The Salvation Army Midtown
Catholic Charities - Holy Family|Catholic Charities Holy Family|CATHOLIC CHARITIES/HOLY FAMILY
Catholic Charities - Holy Cross|CATHOLIC CHARITIES HOLY CROSS
Prairie Family Services - Oakdale|Prairie Family Svcs. Oakdale|PRAIRIE FAMILY SERVICES/OAKDALE
Prairie Family Services - Elmwood|Prairie Family Svcs - Elmwood
Mt. Moriah Baptist Church Day Care|MOUNT MORIAH BAPTIST CHURCH DAYCARE
Mt. Carmel Baptist Church Day Care|MOUNT CARMEL BAPTIST CHURCH DAYCARE
First Steps Preschool|First Steps Pre-School|1st Steps Preschool
Baby Steps Preschool|Baby Steps Pre-School
New Dawn Christian Academy|New Dawn Christian Acad.|NEW DAWN CHRISTIAN ACADEMY
New Hope Christian Academy|New Hope Christian Acad.
Elder Grove Child Development Center|Elder Grove Child Dev Ctr|ELDER GROVE CHILD DEV. CENTER
Elm Grove Child Development Center|ELM GROVE CHILD DEV CTR
Dr. Amelia Pritchard School|Amelia Pritchard School
Fairmont Family Health Center|Fairmont Family Hlth Ctr
Fairmont Women's Health Center|FAIRMONT WOMENS HEALTH CTR
Jones Family Daycare DBA Sunny Days|Sunny Days
Eastlake Clinic|East Lake Clinic
Westlake Clinic|West Lake Clinic
`

// TestProviders: sites of one body stay apart, spellings of one site come together.
func TestProviders(t *testing.T) {
	var all, ids []string
	for line := range strings.SplitSeq(strings.TrimSpace(providers), "\n") {
		for name := range strings.SplitSeq(line, "|") {
			all, ids = append(all, name), append(ids, line)
		}
	}
	groups, err := names.NewCorpus(all).Groups(context.Background(), names.AtLikely)
	if err != nil {
		t.Fatal(err)
	}
	if s := naming.ScoreGroups(groups, ids); s.BCubed < .97 || s.Pairwise.Precision() < .97 {
		t.Errorf("B-cubed F1 %.3f, pairwise precision %.3f of %d rows", s.BCubed, s.Pairwise.Precision(), len(all))
		for i, g := range groups {
			for k := range i {
				if (groups[k] == g) != (ids[k] == ids[i]) {
					t.Logf("%v: %s | %s", groups[k] == g, all[k], all[i])
				}
			}
		}
	}
}
