package wording

import (
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/table"
)

// Judge answers what media ask about words.
type Judge struct{}

func (Judge) Cue(l *document.Line) bool { return cue.Of(l) != cue.None }

func (Judge) Opens(l *document.Line) bool { return cue.Of(l) == cue.Opens }

func (Judge) Sentence(s string) bool { return phrase.IsSentence(s) }

func (Judge) NameList(s string) bool { return phrase.IsNameList(s) }

func (Judge) Person(s string) int { return phrase.PersonCertainty(s) }

func (Judge) Country(s string) bool { return lexicon.IsCountry(s) }

func (Judge) Place(s string) bool { return lexicon.IsPlace(s) }

func (Judge) PageNumber(s string) bool { return cue.PageNumber.MatchString(s) }

func (Judge) Initial(s string) string { return phrase.Initial(s) }

func (Judge) Header(cells []string) bool { return table.IsHeader(cells) }

func (Judge) Headers(cells []string) int { return table.KnownHeaders(cells) }

func (Judge) Table(rows [][]string, header bool) bool { return table.Meaningful(rows, header) }

func (Judge) SideBySide(rows [][]string) bool { return table.SideBySide(rows) }
