package report

import (
	"math"
	"strconv"

	"undersigned/graph"
	"undersigned/internal/export"
)

// Options say how a figure looks. The zero value is a light slide with everything on it. Data formats only look at TwoMode and BOM.
type Options struct {
	Width, Height int     // in CSS pixels (96 an inch); 0 for those of a slide
	Scale         float64 // PNG pixels for a CSS pixel, 1 to 4; 0 for 1
	Theme         string  // light (default) or dark
	Title         string  // heading; "" for none
	Selected      string  // id of an organization; one that is not in the view selects nothing
	TwoMode       bool    // organizations and letters
	BOM           bool    // a CSV file begins with a byte order mark, by which Excel knows UTF-8
	Bare          bool    // the map alone: no title, statement, legend and source, for a page that has them around it
	NoLegend      bool
	Transparent   bool // no ground
	Labels        int  // names of organizations and letters at most; 0 for as many as suit the size, -1 for none
	// Link returns the address of an "organization" or a "letter", "" for none. It is for SVG; nil makes no links.
	Link func(kind, id string) string
	// Boxed is called by PNG, once, with the names that have boxes in it for characters that no embedded font has. It may be nil.
	Boxed func(names []string)
}

// Preset is a size that a report writer needs.
type Preset struct {
	Name, Label   string
	Width, Height int
}

// Presets lists the sizes. The pages are A4 with 20 mm of margin, in CSS pixels: use Scale 3 or 4 for print.
func Presets() []Preset {
	return []Preset{
		{"slide", "Slide, 16:9", 1600, 900},
		{"half-page", "A4 half page", 643, 454},
		{"square", "Square", 1080, 1080},
		{"page", "A4 page", 643, 934},
	}
}

// The limits of a picture. 40 million pixels are 160 MB while it is drawn.
const (
	minSide   = 160
	maxSide   = 8000
	maxPixels = 40_000_000
	maxLabels = 400
	maxTies   = 20_000
)

// complete fills in defaults and refuses what cannot be drawn.
func (o Options) complete() (Options, error) {
	if o.Width == 0 && o.Height == 0 {
		o.Width, o.Height = 1600, 900
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Theme == "" {
		o.Theme = "light"
	}
	switch {
	case o.Width < minSide || o.Height < minSide || o.Width > maxSide || o.Height > maxSide:
		return o, graph.Errorf(graph.Invalid, "A figure of %d x %d cannot be drawn. Choose a width and a height from %d to %d.",
			o.Width, o.Height, minSide, maxSide)
	case math.IsNaN(o.Scale) || o.Scale < 1 || o.Scale > 4:
		return o, graph.Errorf(graph.Invalid, "The scale %s cannot be used. Choose a scale from 1 to 4.", strconv.FormatFloat(o.Scale, 'g', 4, 64))
	case o.Theme != "light" && o.Theme != "dark":
		return o, graph.Errorf(graph.Invalid, "There is no theme %q. Choose light or dark.", o.Theme)
	case float64(o.Width)*float64(o.Height)*o.Scale*o.Scale > maxPixels:
		return o, graph.Errorf(graph.TooLarge, "A picture of %d x %d at scale %s is too large. Choose a smaller size or scale: %s million pixels at most.",
			o.Width, o.Height, strconv.FormatFloat(o.Scale, 'g', 4, 64), strconv.Itoa(maxPixels/1_000_000))
	}
	o.Labels = min(o.Labels, maxLabels)
	return o, nil
}

func (o Options) mode() export.Mode { return export.Mode(o.TwoMode) }

func (o Options) colors() theme {
	if o.Theme == "dark" {
		return dark
	}
	return light
}
