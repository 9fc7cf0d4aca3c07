// Package report draws a network: the figure that somebody puts on a slide or into a paper, and the map for a browser
// without WebGL. It also holds the list of all formats by name, pictures and data files alike, because it is the room above
// package export. What is drawn (which organizations, ties, clusters, and where) comes in an export.Network.
//
// # One routine
//
// A figure is drawn once, onto a canvas that is either SVG or PNG, so that the two show the same. The SVG is no source of the
// PNG: nothing is rasterized from markup. The look is the explorer's: dots sized by letters signed, circles for
// organizations and squares for letters, grey ties (weakest first, so that the heavy ones lie on top), hulls around clusters, numbered rings.
//
// Names are placed by priority: clusters, the selection, its most active neighbours, then by size. Each takes the place
// among eight that hides least; one that would touch another name is dropped, never shrunk. Names are cut at 30 characters; in the SVG the
// whole name is the hint of the dot.
//
// # SVG
//
// Text is text, with the explorer's font stack, to which a line in another script adds the font that it was measured with. There are no scripts, no style elements and no style attributes, so that it shows
// under a strict content security policy. Each line of text says how long it is, so that names keep to their places in a viewer
// without the explorer's font. title and desc tell readers who cannot see it what it shows. Names stand over
// a copy of themselves in the colour of the ground: paint-order would be shorter, but office programs ignore it and
// would print the halo over the name.
//
// # PNG
//
// Text is drawn with embedded fonts (fonts/README.md): the explorer's typefaces for Latin, Greek and Cyrillic, other ones for Arabic,
// Hebrew, Chinese, Japanese, Korean, Devanagari, Bengali, Tamil, Thai, Ethiopic, Armenian and Georgian. Lines are ordered by the Unicode
// bidirectional algorithm, where the first letter of a line decides in which direction it reads, and shaped as HarfBuzz does; the SVG
// is measured in the same way. A character that no font has is drawn as a box of its width. The figure says what its boxes are, and the caller is
// told which names have some; the SVG is drawn with the reader's fonts and shows them. The file carries title, alternative text, data
// version and its physical size (96 CSS pixels an inch).
//
// # Same data, same picture
//
// There is no clock and no chance; ties in all orders are broken by position. SVG coordinates are rounded to hundredths of a
// pixel.
//
// Cost: linear in organizations and ties, but for placing names, which is names x 8 x organizations, and cluster names, which
// is clusters squared x the points of a hull.
//
// # Decisions
//
// 2026-11-30: go-text/typesetting shapes, because it is HarfBuzz in Go, checked here glyph by glyph against HarfBuzz itself
// (testdata/shaping.py). It stands at v0.3.3: 0.3.4 and 0.3.5 skip substitutions for some glyphs (its issue 278), among them the joined forms of
// Arabic yeh, qaf and teh marbuta in our font. Move to a later version when there is one, and look at TestShaping.
//
// 2026-11-30: the order of characters is worked out here (direction.go). golang.org/x/text/unicode/bidi has the classes of characters but
// pairs no brackets: "שלום (ABC) DEF" would show its second bracket on the wrong side.
package report
