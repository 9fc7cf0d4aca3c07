package page

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// usualSize is that of text for which nothing says a size, in pixels; em is relative to it.
const usualSize = 16.0

var sizeWords = map[string]float64{"x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32, "xxx-large": 48, "larger": 19, "smaller": 13}

// fontSizes are those of <font size>, and of <big> and <small>.
var fontSizes = []float64{0, 10, 13, 16, 18, 24, 32, 48}

// sizeOf is the size of type that an element sets by itself, 0 where it sets none.
func sizeOf(tag atom.Atom, a tagAttributes) float64 {
	if i := strings.Index(a.style, "font-size"); i >= 0 {
		value := strings.TrimLeft(a.style[i+len("font-size"):], " :")
		if k := strings.IndexAny(value, ";!"); k >= 0 {
			value = value[:k]
		}
		return parseSize(strings.ToLower(strings.TrimSpace(value)))
	}
	switch tag {
	case atom.Big:
		return fontSizes[4]
	case atom.Small:
		return fontSizes[2]
	case atom.Font:
		n, err := strconv.Atoi(a.size)
		if err != nil {
			return 0
		}
		if strings.HasPrefix(a.size, "+") || n < 0 {
			n += 3
		}
		return fontSizes[max(0, min(n, len(fontSizes)-1))]
	}
	return 0
}

// parseSize reads a size as style sheets write it, 0 for what depends on more than the element.
func parseSize(s string) float64 {
	if size := sizeWords[s]; size > 0 {
		return size
	}
	digits := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if digits <= 0 {
		return 0
	}
	n, err := strconv.ParseFloat(s[:digits], 64)
	if err != nil || n > 1000 {
		return 0
	}
	switch strings.TrimSpace(s[digits:]) {
	case "px":
		return n
	case "pt":
		return n * 4 / 3
	case "em", "rem":
		return n * usualSize
	case "%":
		return n / 100 * usualSize
	}
	return 0
}

// size is that of the innermost open element which sets one.
func (w *htmlWalker) size() float64 {
	for i := len(w.stack) - 1; i >= 0; i-- {
		if w.stack[i].size > 0 {
			return w.stack[i].size
		}
	}
	return usualSize
}

// sizeLevels ranks headings by the size of their type: bold type ranks nothing, larger type stands above smaller.
func (w *htmlWalker) sizeLevels(headings []int) map[float64]int {
	var sizes []float64
	for _, i := range headings {
		if !slices.Contains(sizes, w.marks[i].size) && len(sizes) < 16 {
			sizes = append(sizes, w.marks[i].size)
		}
	}
	slices.Sort(sizes)
	levels := map[float64]int{}
	for k, size := range sizes {
		levels[size] = min(6+len(sizes)-k, 9)
	}
	return levels
}

// large returns a function that reports whether a line is set in larger type than most of the page.
func (w *htmlWalker) large() func(i int) bool {
	chars := map[float64]int{}
	most, usual := 0, usualSize
	for i := range w.lines {
		if size := w.marks[i].size; size > 0 {
			if chars[size] += len(w.lines[i].Text); chars[size] > most || chars[size] == most && size < usual {
				most, usual = chars[size], size
			}
		}
	}
	off := len(chars) < 2 || rule.Off("page.htmlWalker.large")
	return func(i int) bool {
		return !off && w.marks[i].size >= 1.15*usual && text.WordCount(w.lines[i].Text) <= 20
	}
}
