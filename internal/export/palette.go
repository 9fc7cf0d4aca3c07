package export

import "strconv"

// The twelve cluster colours, checked for normal and three kinds of colour-blind sight (worst pair 12.4 dE2000) and for
// 3:1 contrast with the ground. Their order is the explorer's, so that a cluster has one colour everywhere.
var (
	lightClusters = [12]string{"#d44669", "#3462db", "#007f60", "#974300", "#8377a4", "#889631",
		"#681942", "#51a198", "#0b0dc5", "#730000", "#8788ff", "#674f76"}
	darkClusters = [12]string{"#d19a3c", "#0fc2bb", "#c39bfc", "#8eb18b", "#c420a7", "#cede95",
		"#b74aff", "#7c7a13", "#ffd4ff", "#2f7a74", "#a6f500", "#657e5c"}
)

// The colours of what is in no cluster.
const (
	lightUnclustered = "#78828a"
	darkUnclustered  = "#848e97"
)

// ClusterColor returns the colour of a cluster as #rrggbb. Numbers above 12 use the colours again: the number, which is
// printed wherever the colour is, tells them apart.
func ClusterColor(number int, dark bool) string {
	colors, none := &lightClusters, lightUnclustered
	if dark {
		colors, none = &darkClusters, darkUnclustered
	}
	if number < 1 {
		return none
	}
	return colors[(number-1)%len(colors)]
}

// letterColor is the colour of all letters, which are in no cluster.
const letterColor = "#15191d"

// color returns the colour of the i-th node, organizations first, on a light ground.
func (n *Network) color(i int) string {
	if i < len(n.Organizations) {
		return ClusterColor(n.Organizations[i].Cluster, false)
	}
	return letterColor
}

// radius returns the radius of the i-th node, 0 where it is for the reader to choose.
func (n *Network) radius(i int) float64 {
	if i < len(n.Organizations) {
		return n.Organizations[i].Radius
	}
	return 0
}

// rgb splits #rrggbb.
func rgb(color string) (r, g, b int64) {
	v, err := strconv.ParseInt(color[1:], 16, 32)
	if err != nil {
		panic("export: colour " + color) // the palette above is wrong
	}
	return v >> 16, v >> 8 & 0xff, v & 0xff
}
