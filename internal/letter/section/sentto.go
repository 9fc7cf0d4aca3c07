package section

import (
	"strings"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// sentTo reports whether lines above a letter's greeting, or its date if it has none, are addresses, the sender's or those of whom it is sent to: one of
// some lines is a street with its number or a postcode, or one person stands there with her office, which other commas follow; so do lines right
// below "To:". inline: names with separators between them. Nobody signs there unless a heading says so.
func sentTo(d *about.Facts, lines []document.Line, inline bool) bool {
	if rule.Off("section.sentTo") {
		return false
	}
	if at := lines[0].Place; at > 0 && len(lines) <= linesOfAddress && about.ToAlone(d.Lines[at-1].Text) {
		return true
	}
	if lines[len(lines)-1].Place > headEnd(d) {
		return false
	}
	if inline {
		name, rest, ok := strings.Cut(lines[0].Text, ", ")
		return ok && len(lines) == 1 && phrase.PersonCertainty(phrase.CutMarks(name)) > 0 && phrase.SaysOffice(text.FirstWords(rest, 4)) && !strings.Contains(rest, ";")
	}
	postal := 0
	for i := range lines {
		if lines[i].Sort != document.Plain {
			return false
		}
		if phrase.LooksLikeAddress(lines[i].Text) {
			postal++
		}
	}
	return postal > 0 && len(lines) <= linesOfAddress*postal+linesOfAddress
}

// linesOfAddress is how many lines an address seldom has more than.
const linesOfAddress = 8

// headEnd is the place of the last line above the greeting or, where a letter greets nobody, of the date near its top; -1 where it has neither.
func headEnd(d *about.Facts) int {
	if d.Salutation >= 0 {
		return d.Pieces[d.Salutation].Lines[0].Place - 1
	}
	if d.Kind != draft.KindLetter {
		return -1
	}
	for i := 0; i < len(d.Lines) && i < headLines; i++ {
		if t := d.Lines[i].Text; d.Lines[i].Sort == document.Plain && (cue.JustDate(t) || cue.JustDate(dateLabel.ReplaceAllString(t, ""))) {
			return d.Lines[i].Place
		}
	}
	return -1
}

// headLines is below which line of a letter no date is of its head.
const headLines = 25

// dateLabel stands before the date of a letter.
var dateLabel = lexicon.Pattern("section.dateLabel", `(?i)^(?:{pattern date-label})\s*: *`)
