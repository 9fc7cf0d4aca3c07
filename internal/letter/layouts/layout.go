package layouts

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// The axes, in the order of a layout's name.
const (
	axMedium = iota
	axSeparator
	axEntry
	axAnnouncement
	axNoise
	axLanguage
	axSize
	axes
)

var axisNames = [axes]string{"medium", "separator", "entry", "announcement", "noise", "language", "size"}

var sizes = []int{4, 9, 25, 60}

// Layout is one value of each axis, by its index there.
type Layout [axes]int

// Axis is a choice of those who print letters.
type Axis struct {
	Name   string
	Values []string
}

// Axes lists the axes and their values.
func Axes() []Axis {
	values := [axes][]string{}
	for _, v := range media {
		values[axMedium] = append(values[axMedium], v.name)
	}
	for _, v := range separators {
		values[axSeparator] = append(values[axSeparator], v.name)
	}
	for _, v := range entries {
		values[axEntry] = append(values[axEntry], v.name)
	}
	for _, v := range announcements {
		values[axAnnouncement] = append(values[axAnnouncement], v.name)
	}
	for _, v := range noises {
		values[axNoise] = append(values[axNoise], v.name)
	}
	values[axLanguage] = languages
	for _, n := range sizes {
		values[axSize] = append(values[axSize], strconv.Itoa(n))
	}
	out := make([]Axis, axes)
	for a := range out {
		out[a] = Axis{axisNames[a], values[a]}
	}
	return out
}

// Values names the value on each axis, in the order of Axes.
func (l Layout) Values() []string {
	out := make([]string, axes)
	for a, axis := range Axes() {
		out[a] = axis.Values[l[a]]
	}
	return out
}

func (l Layout) String() string { return strings.Join(l.Values(), "+") }

func (l Layout) medium() *medium             { return &media[l[axMedium]] }
func (l Layout) separator() *separator       { return &separators[l[axSeparator]] }
func (l Layout) entry() *entry               { return &entries[l[axEntry]] }
func (l Layout) announcement() *announcement { return &announcements[l[axAnnouncement]] }

// random is the layout's own source: what is drawn for one layout does not change with the others.
func (l Layout) random() *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(l.String()))
	return rand.New(rand.NewPCG(h.Sum64(), 1))
}

// Layouts returns the covering array, and PDFs of each program.
func Layouts() []Layout {
	var usual, printed []int
	for i, m := range media {
		if m.program == "" {
			usual = append(usual, i)
		} else {
			printed = append(printed, i)
		}
	}
	out := cover(usual, 0)
	for _, m := range printed {
		out = append(out, cover([]int{m}, pdfs)...)
	}
	return out
}

// pdfs is how many PDFs of each program are kept: their bytes are in the tree.
const pdfs = 15

// goes reports whether two values make sense together; axes in ascending order. All rules are on pairs, which the covering array relies on.
func goes(a, va, b, vb int) bool {
	switch {
	case a == axMedium && b == axSeparator:
		return media[va].separates(&separators[vb])
	case a == axMedium && b == axEntry:
		return media[va].enters(&entries[vb])
	case a == axMedium && b == axAnnouncement:
		return media[va].data == announcements[vb].data
	case a == axMedium && b == axNoise:
		return slices.Contains(strings.Fields(media[va].noise), noises[vb].name)
	case a == axSeparator && b == axEntry:
		return separators[va].holds(&entries[vb])
	case a == axSeparator && b == axAnnouncement:
		return announcements[vb].above(&separators[va])
	case a == axSeparator && b == axSize:
		return sizes[vb] >= separators[va].least
	case a == axEntry && b == axAnnouncement:
		return announcements[vb].tells(&entries[va])
	case a == axAnnouncement && b == axSize:
		return sizes[vb] >= announcements[va].least
	}
	return true
}
