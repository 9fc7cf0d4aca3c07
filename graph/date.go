package graph

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date known to the year, the month or the day. The zero Date means "no date"; a zero Month or Day
// means that no more is known. Its text form is "2021", "2021-05" or "2021-05-06", and "" for no date.
type Date struct{ Year, Month, Day int }

// ParseDate reads the text form. Anything else, and a day that the calendar does not have, is Invalid.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	bad := Errorf(Invalid, "%q is no date: write 2021, 2021-05 or 2021-05-06", s)
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return Date{}, bad
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v <= 0 || (i > 0 && len(p) != 2) {
			return Date{}, bad
		}
		n[i] = v
	}
	d := Date{n[0], n[1], n[2]}
	if !d.valid() {
		return Date{}, bad
	}
	return d, nil
}

func (d Date) valid() bool {
	if d.Month == 0 {
		return d.Day == 0
	}
	if d.Day == 0 {
		return d.Month <= 12
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return t.Year() == d.Year && int(t.Month()) == d.Month && t.Day() == d.Day
}

// IsZero reports whether there is no date at all.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns the text form.
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Precision returns "day", "month", "year" or, for no date, "".
func (d Date) Precision() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return "year"
	case d.Day == 0:
		return "month"
	}
	return "day"
}

// Compare orders dates by time; no date comes last, and of two dates that agree the less precise comes first.
func (d Date) Compare(e Date) int {
	if d.IsZero() != e.IsZero() {
		if d.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// DaysTo returns the days between two dates, whichever comes first, as far as both are known: two months that are equal are no days apart.
// It is not known where one has no month, or where the months differ and one has no day.
func (d Date) DaysTo(e Date) (days int, known bool) {
	if d.Month == 0 || e.Month == 0 {
		return 0, false
	}
	if d.Day == 0 || e.Day == 0 {
		return 0, d.Year == e.Year && d.Month == e.Month
	}
	day := func(d Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(math.Abs(day(d).Sub(day(e)).Hours()) / 24), true
}

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(text []byte) error {
	v, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
