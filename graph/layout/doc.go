// Package layout gives organizations and letters their places on paper, the same for the same data and seed everywhere.
//
// Layout draws the two-mode network so that distances on paper follow distances in the graph: pivot MDS, then stochastic
// descent on sparse stress, component by component. ScaledStress measures how well that went. Map is the picture people
// explore: Layout says which clusters lie near each other and who faces whom, then every cluster gets a round territory
// without overlapping discs. Hulls are the outlines of the clusters shown, with a place for their names.
//
// Colours, labels, ties and anything that is drawn are left to the callers. Results are bitwise the same for any number
// of threads (there is one) and any processor: only exactly rounded operations are used, square roots the most of them,
// angles come from powers of complex constants, and products are converted before they are added so that no compiler
// fuses them (GOARCH=arm64 go build -gcflags=-S shows no FMADD). Radius rounds its power for the same reason.
package layout
