package intake

import (
	"context"
	"slices"

	"undersigned/graph"
)

// picture names one drawing of a page.
type picture struct {
	page  int
	scale float64
}

// picturesKept of each draft; drawing one again takes a child.
const picturesKept = 6

// Picture returns a page of a PDF, from 1, as PNG; at scale 1 a point is a pixel. NotFound where the document has no such page.
func (in *Intake) Picture(ctx context.Context, id string, page int, scale float64) ([]byte, error) {
	d, err := in.find(id)
	if err != nil {
		return nil, err
	}
	if page < 1 || page > len(d.reading.Pages) {
		return nil, graph.Errorf(graph.NotFound, "%s has no page %d to draw: it has %d", d.document.Name, page, len(d.reading.Pages))
	}
	if !slices.Contains([]float64{1, 1.5, 2, 3}, scale) {
		return nil, graph.Errorf(graph.Invalid, "pages are drawn at scale 1, 1.5, 2 or 3")
	}
	p := picture{page, scale}
	d.mu.Lock()
	drawn := d.pictures[p]
	d.mu.Unlock()
	if drawn != nil {
		return drawn, nil
	}
	_, drawn, err = in.reader.ask(ctx, task{Do: doDraw, Name: d.document.Name, Page: page, Scale: scale}, d.document.Data)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.pictures) >= picturesKept {
		clear(d.pictures)
	}
	d.pictures[p] = drawn
	return drawn, nil
}
