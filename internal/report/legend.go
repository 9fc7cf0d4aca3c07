package report

import (
	"slices"
	"strconv"

	"undersigned/internal/export"
)

// row is a line of the legend.
type row struct {
	number int // of a cluster; 0 for what is in none
	text   string
	count  string
}

// placeLegend sets the legend at the right or below, wherever more is left for the map, draws it and fits the map into the
// rest.
func (s *sheet) placeLegend() {
	rows := s.rows(12)
	if len(rows) == 0 {
		s.fit()
		return
	}
	s.legend = true
	u, area := s.u, s.plot
	width := 0.
	for _, r := range rows {
		width = max(width, 26*u+textWidth(sans, 13*u, r.text)+13*u+textWidth(sans, 13*u, r.count))
	}
	width = min(width, .3*area.w)
	columns := max(1, min(int((area.w+24*u)/(width+24*u)), 4))
	deep := float64((len(rows)+columns-1)/columns)*22*u + 44*u // with the sample dots and air above
	right := box{area.x, area.y, area.w - width - 24*u, area.h}
	below := box{area.x, area.y, area.w, area.h - deep}
	scaleRight, _, _ := s.fitInto(right)
	scaleBelow, _, _ := s.fitInto(below)
	if below.h < .5*area.h || scaleRight >= scaleBelow {
		s.plot = right
		s.fit()
		s.legendRight(s.rows(int((area.h-100*u)/(22*u))), box{right.x + right.w + 24*u, area.y, width, area.h})
		return
	}
	s.plot = below
	s.fit()
	y := below.y + below.h + 14*u
	pitch := area.w / float64(columns)
	deepest := (len(rows) + columns - 1) / columns
	for i, r := range rows {
		s.row(r, area.x+pitch*float64(i/deepest), y+22*u*float64(i%deepest), min(width, pitch-12*u))
	}
	s.sizes(area.x, y+22*u*float64(deepest)+10*u, area.w)
}

// legendRight draws the legend as a column, in the middle of its height.
func (s *sheet) legendRight(rows []row, b box) {
	u := s.u
	y := b.y + max(0, (b.h-float64(len(rows))*22*u-40*u)/2)
	for _, r := range rows {
		s.row(r, b.x, y, b.w)
		y += 22 * u
	}
	s.sizes(b.x, y+20*u, b.w)
}

// row draws number, name and size of a cluster, at most so wide.
func (s *sheet) row(r row, x, y, width float64) {
	u := s.u
	if r.number >= 0 {
		text := "–"
		if r.number > 0 {
			text = strconv.Itoa(r.number)
		}
		s.ring(x+9*u, y+9*u, 8*u, r.number, text)
	}
	count := textWidth(sans, 13*u, r.count)
	text := fit(sans, 13*u, width-26*u-12*u-count, r.text)
	s.shows(sans, text, r.text)
	s.c.text(label{x: x + 26*u, y: y + 13.5*u, text: text, face: sans, size: 13 * u, color: s.t.ink})
	s.c.text(label{x: x + width, y: y + 13.5*u, text: r.count, face: sans, size: 13 * u, anchor: end, color: s.t.ink2})
}

// rows returns at most so many rows: the clusters by size, the rest together, and what is in no cluster.
func (s *sheet) rows(limit int) []row {
	limit = max(limit, 3)
	var rows []row
	left, members := 0, 0
	room := limit
	none := unclustered(s.n)
	if none > 0 {
		room--
	}
	if len(s.n.Clusters) > room {
		room--
	}
	for i, c := range s.n.Clusters {
		if i < room {
			rows = append(rows, row{c.Number, s.clusterText(c), export.Count(c.Size)})
			continue
		}
		left++
		members += c.Size
	}
	if left > 0 {
		rows = append(rows, row{-1, plural(left, "smaller cluster", "smaller clusters"), export.Count(members)})
	}
	if none > 0 && len(s.n.Clusters) > 0 {
		rows = append(rows, row{0, "In no cluster", export.Count(none)})
	}
	return rows
}

func (s *sheet) clusterText(c export.Cluster) string {
	if c.Label == "" {
		return "Cluster " + strconv.Itoa(c.Number)
	}
	return oneLine(c.Label)
}

// sizes draws sample dots, as large as they are on the map, with their number of letters, in as many lines as they need.
func (s *sheet) sizes(x, y, width float64) {
	u := s.u
	at := x + 2*u
	for _, letters := range s.samples() {
		r := s.sampleRadius(letters)
		text := plural(letters, "letter", "letters")
		wide := 2*r + 4*u + textWidth(sans, 12*u, text)
		if at > x+2*u && at+wide > x+width {
			at, y = x+2*u, y+max(20*u, 2*r+4*u)
		}
		s.c.circle(at+r, y, r, filled(s.t.cluster(0), 1))
		s.c.text(label{x: at + 2*r + 4*u, y: y + 4*u, text: text, face: sans, size: 12 * u, color: s.t.ink2})
		at += wide + 10*u
	}
}

// samples returns up to three numbers of letters that occur: the smallest, one between, the largest.
func (s *sheet) samples() []int {
	var all []int
	for i := range s.n.Organizations {
		all = append(all, s.n.Organizations[i].Letters)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) > 3 {
		all = []int{all[0], all[len(all)/2], all[len(all)-1]}
	}
	return all
}

func (s *sheet) sampleRadius(letters int) float64 {
	for i := range s.n.Organizations {
		if s.n.Organizations[i].Letters == letters {
			return s.orgR[i]
		}
	}
	return 0
}
