package evaluate

import (
	"testing"

	"undersigned/internal/letter"
)

// TestSigns asks that what was fitted kept the signs of what was judged clearly: an address of mail speaks for a column of them, whatever a gold shows.
func TestSigns(t *testing.T) {
	clearly := 0
	for column, of := range columnWeights {
		all := letter.BuiltIn("table."+column, letter.ColumnFeatureNames)
		for name, judged := range of {
			if judged >= 1 || judged <= -1 {
				clearly++
				if all[name]*judged <= 0 {
					t.Errorf("%s of a column of %s weighs %v and was judged %v", name, column, all[name], judged)
				}
			}
		}
	}
	if clearly < 100 {
		t.Errorf("%d weights of columns were judged clearly", clearly)
	}
	people := letter.BuiltIn("people", letter.PeopleFeatureNames[:])
	for name, judged := range peopleWeights {
		if people[name]*judged <= 0 {
			t.Errorf("%s of a list of persons weighs %v and was judged %v", name, people[name], judged)
		}
	}
	brief := letter.BuiltIn("section.brief", letter.BriefFeatureNames[:])
	for name, judged := range briefWeights {
		if brief[name]*judged <= 0 {
			t.Errorf("%s of a way to read a brief weighs %v and was judged %v", name, brief[name], judged)
		}
	}
}
