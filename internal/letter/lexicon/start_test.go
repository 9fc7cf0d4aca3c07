package lexicon_test

import (
	"os"
	"testing"

	_ "undersigned/internal/letter"
	"undersigned/internal/letter/lexicon"
)

var readAtStart bool

func TestMain(m *testing.M) {
	readAtStart = lexicon.WasRead()
	os.Exit(m.Run())
}

// TestNothingIsReadAtStart asks that no variable of the reader needs words when the program starts.
func TestNothingIsReadAtStart(t *testing.T) {
	if readAtStart {
		t.Error("words are read before anybody asks for one: a variable of some package is made of them")
	}
	if lexicon.Honorifics.Has("mrs"); !lexicon.WasRead() {
		t.Error("words are asked for and not read: this test looks at the wrong switch")
	}
}
