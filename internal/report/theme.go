package report

import "undersigned/internal/export"

// theme holds the colours of the explorer's light or dark look. Yellow is missing on purpose: it marks proof, and a
// figure quotes no lines.
type theme struct {
	dark                          bool
	ground, ink, ink2, ink3, hair string
	tie                           string
	tieOpacity, dim, hullFill     float64
}

var (
	light = theme{ground: "#ffffff", ink: "#15191d", ink2: "#465059", ink3: "#626c75", hair: "#dfe3e6",
		tie: "#6e7a84", tieOpacity: .20, dim: .22, hullFill: .07}
	dark = theme{dark: true, ground: "#14171c", ink: "#e8ebee", ink2: "#b5bdc5", ink3: "#949ea8", hair: "#2d343c",
		tie: "#a3adb6", tieOpacity: .17, dim: .20, hullFill: .08}
)

// hullLine is the opacity of a hull's outline in both themes.
const hullLine = .6

func (t theme) cluster(number int) string { return export.ClusterColor(number, t.dark) }
