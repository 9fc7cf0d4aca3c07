package explore

import (
	"testing"

	"undersigned/graph"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{count(0), "0"}, {count(999), "999"}, {count(1642), "1,642"}, {count(-12345), "-12,345"}, {count(int64(6035151)), "6,035,151"},
		{counted(1, "letter"), "1 letter"}, {counted(12, "letter"), "12 letters"}, {counted(2, "country"), "2 countries"}, {counted(0, "day"), "0 days"},
		{inWords(3), "three"}, {inWords(11), "11"}, {inWords(1642), "1,642"},
		{longDate(graph.Date{Year: 2020, Month: 9, Day: 30}), "30 September 2020"}, {longDate(graph.Date{Year: 2021, Month: 9}), "September 2021"},
		{longDate(graph.Date{Year: 2017}), "2017"}, {longDate(graph.Date{}), ""}, {monthOf(graph.Date{Year: 2020, Month: 9, Day: 30}), "September 2020"},
		{when(graph.Date{Year: 2019, Month: 4, Day: 2}), "on 2 April 2019"}, {when(graph.Date{Year: 2017}), "in 2017"},
		{years(2012, 2021), "2012–2021"}, {years(2012, 2012), "2012"}, {years(0, 0), ""}, {years(2012, 0), "since 2012"}, {years(0, 2012), "until 2012"},
		{listed(nil, 3), ""}, {listed([]string{"A"}, 3), "A"}, {listed([]string{"A", "B"}, 3), "A and B"}, {listed([]string{"A", "B", "C"}, 3), "A, B and C"},
		{listed([]string{"A", "B", "C", "D"}, 3), "A, B and 2 more"},
		{shorten("Stop all trade and investment", 16), "Stop all trade…"}, {shorten("short", 16), "short"}, {shorten("Unbreakableword", 8), "Unbreak…"},
		{plainTitle("Open letter to Facebook on Internet.org"), "Facebook on Internet.org"}, {plainTitle("Our Letter to the FCC"), "FCC"},
		{plainTitle("Letter"), "Letter"}, {plainTitle("Transform the WTO"), "Transform the WTO"},
		{initials("World Trade Organization"), "WTO"}, {initials("US Congress"), "US Congress"}, {initials("mayors and city councils"), "mayors and city councils"},
		{acronym("United Nations Conference on Trade and Development (UNCTAD)"), "UNCTAD"}, {acronym("Ministry (India)"), "Ministry (India)"},
		{be(1), "is"}, {be(2), "are"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
