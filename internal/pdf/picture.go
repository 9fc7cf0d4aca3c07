package pdf

import "context"

// Images says how much of a page pictures cover. A page that has no visible text and whose pictures cover most of it is a scan.
type Images struct {
	Count int
	Cover float64 // the largest picture's share of the page, 0 to 1
}

// Scan tells whether the pictures take the page's place: one covers at least half of it.
func (i Images) Scan() bool { return i.Cover >= .5 }

// Images returns the pictures of page i, counted from 0, also those inside of forms. Errors as for Page.
func (d *Document) Images(ctx context.Context, i int) (Images, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out Images
	err := d.onPage(ctx, i, func(ctx context.Context, page uint32, f frame) error {
		n, err := d.engine.pointer(ctx, "FPDFPage_CountObjects", uint64(page))
		if err != nil {
			return err
		}
		w := imageWalk{d: d, page: rect{f.left, f.bottom, f.right, f.top}, found: &out}
		return w.objects(ctx, "FPDFPage_GetObject", page, n, 0)
	})
	return out, err
}

// maxObjects and maxDepth bound the walk through a page's objects: a page with more is a drawing, not a letter.
const (
	maxObjects = 20_000
	maxDepth   = 8
)

type imageWalk struct {
	d       *Document
	page    rect
	found   *Images
	visited int
}

func (w *imageWalk) objects(ctx context.Context, get string, parent, count uint32, depth int) error {
	const image, form = 3, 5
	in := w.d.engine
	for i := range count {
		if w.visited++; w.visited > maxObjects {
			return nil
		}
		object, err := in.pointer(ctx, get, uint64(parent), uint64(i))
		if err != nil {
			return err
		}
		kind, err := in.pointer(ctx, "FPDFPageObj_GetType", uint64(object))
		if err != nil {
			return err
		}
		switch {
		case kind == image:
			if err := w.image(ctx, object); err != nil {
				return err
			}
		case kind == form && depth < maxDepth:
			n, err := in.pointer(ctx, "FPDFFormObj_CountObjects", uint64(object))
			if err != nil {
				return err
			}
			if err := w.objects(ctx, "FPDFFormObj_GetObject", object, n, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *imageWalk) image(ctx context.Context, object uint32) error {
	in := w.d.engine
	w.found.Count++
	at := in.scratch // four floats: left, bottom, right, top
	ok, err := in.pointer(ctx, "FPDFPageObj_GetBounds", uint64(object), uint64(at), uint64(at+4), uint64(at+8), uint64(at+12))
	if err != nil || ok == 0 {
		return err
	}
	var b [4]float64
	in.float32s(at, b[:])
	width := min(b[2], w.page.x1) - max(b[0], w.page.x0)
	height := min(b[3], w.page.y1) - max(b[1], w.page.y0)
	if area := (w.page.x1 - w.page.x0) * (w.page.y1 - w.page.y0); width > 0 && height > 0 && area > 0 {
		w.found.Cover = max(w.found.Cover, min(1, round(width*height/area)))
	}
	return nil
}
