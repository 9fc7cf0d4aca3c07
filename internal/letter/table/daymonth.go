package table

import (
	"fmt"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// DayOrder is whether a column of dates in figures writes the day before the month. One cell above 12 proves it for all.
type DayOrder uint8

const (
	OrderUnproved DayOrder = iota
	DayFirst
	MonthFirst
	OrderMixed // some cells prove the one and some the other
)

// slashed finds dates of day and month in figures with the year last; a time may stand behind.
var slashed = text.Lazy("table.slashed", `^(\d{1,2})([-/.]) ?(\d{1,2})([-/.]) ?(\d{4}|\d{2})(?:[ T,].{0,40})?$`)

// parts of a date in figures with the year last; ok is false for anything else.
func parts(cell string) (first, second, year int, dotted, ok bool) {
	if len(cell) < 6 || cell[0] < '0' || cell[0] > '9' {
		return 0, 0, 0, false, false
	}
	m := slashed.FindStringSubmatch(cell)
	if m == nil || m[2] != m[4] {
		return 0, 0, 0, false, false
	}
	first, _ = strconv.Atoi(m[1]) // at most two figures
	second, _ = strconv.Atoi(m[3])
	year, _ = strconv.Atoi(m[5])
	if len(m[5]) == 2 {
		if year += 2000; year > 2069 { // POSIX
			year -= 100
		}
	}
	return first, second, year, m[2] == ".", first > 0 && second > 0 && (first <= 12 || second <= 12) && first <= 31 && second <= 31
}

// OrderOf asks a column whether its dates have the day or the month first. Dates with full stops have the day first and prove nothing of others.
func OrderOf(cells func(yield func(string) bool)) DayOrder {
	day, month := false, false
	for c := range cells {
		if first, second, _, dotted, ok := parts(text.Trim(c)); ok && !dotted {
			day, month = day || first > 12, month || second > 12
		}
	}
	switch {
	case day && month:
		return OrderMixed
	case day:
		return DayFirst
	case month:
		return MonthFirst
	}
	return OrderUnproved
}

// ReadDate reads a cell of a column of dates. unsure says that nothing tells its day from its month: then the year alone is given.
func ReadDate(cell string, order DayOrder) (date graph.Date, unsure, ok bool) {
	if d, err := graph.ParseDate(cell); err == nil {
		return d, false, true
	}
	first, second, year, dotted, figures := parts(cell)
	if !figures {
		if f := phrase.FindDates(cell, ""); len(f) > 0 {
			return f[0].Date, false, true
		}
		return graph.Date{}, false, false
	}
	day, month := first, second
	switch {
	case first == second, dotted && second <= 12, first > 12:
	case second > 12, order == MonthFirst && first <= 12:
		day, month = second, first
	case order != DayFirst:
		return graph.Date{Year: year}, true, true
	}
	d, err := graph.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	return d, false, err == nil
}

// IsDate reports whether a cell is a date or a time and nothing else, and so no name.
func IsDate(cell string) bool {
	if cell == "" || !strings.ContainsAny(cell[:1], "0123456789") {
		return false
	}
	return figured.MatchString(cell) && strings.ContainsAny(cell, "-/.") && !dottedYearless(cell) || timed.MatchString(cell)
}

// dottedYearless reports whether figures with full stops have no year: "11.11.11" is a name that groups have.
func dottedYearless(cell string) bool {
	_, _, _, dotted, ok := parts(cell)
	return ok && dotted && !fourFigures.MatchString(cell)
}

var (
	fourFigures = text.Lazy("table.fourFigures", `(?:18|19|20)\d\d`)
	timed       = text.Lazy("table.timed", `^\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?$`)
)
