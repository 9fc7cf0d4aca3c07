package pdf

import (
	"context"
	"math"

	"undersigned/graph"
)

// Page is the text of one page, as it is seen: the page's rotation is applied and its crop box is the page.
type Page struct {
	Width, Height float64 // points, 1/72 inch
	Runs          []Run   // in content order, the order in which the document draws them
}

// Run is a piece of text in one font on one baseline without a gap wider than a word space, the smallest thing that a
// reader of columns and tables need not look into. Coordinates are in points from the top left corner of the page, y downwards.
type Run struct {
	Text           string // words separated by one blank; ligatures are spelt out; U+FFFD is drawn, but its font does not say what it means
	X0, Y0, X1, Y1 float64
	Baseline       float64   // y of the baseline's beginning
	Edges          []float64 // where each character of Text begins, along the run from its beginning; and the run's length
	Size           float64   // of the font, as it is drawn
	Font           string    // base font name without subset prefix, such as "Georgia-Bold"
	Bold, Italic   bool
	Link           string  // address of the link that lies over the run, or ""
	Spaced         bool    // a blank, a tab or the like stands before it in the content
	Angle          float64 // degrees clockwise from upright: 0 for nearly all text, 90 for text that runs downwards
	Hidden         bool    // drawn invisibly, with no size or off the page: text recognized in a scan, or leftovers of an editor
}

// Page returns the text of page i, counted from 0. A page without text has no runs; see Images for whether it is a scan.
// Errors: graph.NotFound for a page that does not exist, graph.TooLarge over a limit, graph.Invalid for a damaged page.
func (d *Document) Page(ctx context.Context, i int) (Page, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out Page
	err := d.onPage(ctx, i, func(ctx context.Context, page uint32, frame frame) error {
		out.Width, out.Height = round(frame.width), round(frame.height)
		chars, err := d.pageChars(ctx, page, frame)
		if err != nil {
			return err
		}
		out.Runs = group(chars, d.openLinks, out.Width, out.Height)
		return nil
	})
	if err != nil {
		return Page{}, err
	}
	return out, nil
}

// onPage loads page i for work.
func (d *Document) onPage(ctx context.Context, i int, work func(ctx context.Context, page uint32, f frame) error) error {
	if i < 0 || i >= d.pages {
		return graph.Errorf(graph.NotFound, "this PDF has no page %d; its pages are 1 to %d", i+1, d.pages)
	}
	in := d.engine
	return in.within(ctx, func(ctx context.Context) error {
		if err := d.turnTo(ctx, i); err != nil {
			return err
		}
		return work(ctx, d.open, d.openFrame)
	})
}

// turnTo opens page i with its links, and closes the page that was open until then only afterwards: the engine forgets fonts that
// no open page uses, and reading them again is half of the work on a page. What stands in form fields and typed notes becomes
// part of the page.
func (d *Document) turnTo(ctx context.Context, i int) error {
	if d.open != 0 && d.openPage == i {
		return nil
	}
	in := d.engine
	page, err := d.loadPage(ctx, i)
	if err != nil {
		return err
	}
	f, err := d.frame(ctx, page)
	if err != nil {
		return err
	}
	links, err := d.links(ctx, page, f) // before flatten, which removes them
	if err != nil {
		return err
	}
	if page, err = d.flatten(ctx, page, i); err != nil {
		return err
	}
	before := d.open
	d.open, d.openPage, d.openFrame, d.openLinks = page, i, f, links
	if before != 0 {
		_, err = in.call(ctx, "FPDF_ClosePage", uint64(before))
	}
	return err
}

func (d *Document) loadPage(ctx context.Context, i int) (uint32, error) {
	in := d.engine
	page, err := in.pointer(ctx, "FPDF_LoadPage", uint64(d.handle), uint64(i))
	switch {
	case err != nil:
		return 0, err
	case page == 0 && in.outOfMemory:
		return 0, &trapError{errOutOfMemory}
	case page == 0:
		return 0, graph.Errorf(graph.Invalid, "page %d of this PDF is damaged or missing; open it in a PDF viewer, print it to a new PDF "+
			"and use that one", i+1)
	}
	return page, nil
}

// frame maps a page's own coordinates (from the bottom left, unrotated) to those of Page.
type frame struct {
	left, bottom, right, top float64
	turns                    int // quarter turns clockwise
	width, height            float64
}

func (d *Document) frame(ctx context.Context, page uint32) (frame, error) {
	in := d.engine
	turns, err := in.pointer(ctx, "FPDFPage_GetRotation", uint64(page))
	if err != nil {
		return frame{}, err
	}
	if _, err := in.call(ctx, "FPDF_GetPageBoundingBox", uint64(page), uint64(in.scratch)); err != nil {
		return frame{}, err
	}
	var box [4]float64 // FS_RECTF: left, top, right, bottom
	in.float32s(in.scratch, box[:])
	f := frame{left: box[0], top: box[1], right: box[2], bottom: box[3], turns: int(turns & 3)}
	f.width, f.height = math.Abs(f.right-f.left), math.Abs(f.top-f.bottom)
	if f.turns%2 == 1 {
		f.width, f.height = f.height, f.width
	}
	return f, nil
}

func (f frame) point(x, y float64) (float64, float64) {
	switch f.turns {
	case 1:
		return y - f.bottom, x - f.left
	case 2:
		return f.right - x, y - f.bottom
	case 3:
		return f.top - y, f.right - x
	}
	return x - f.left, f.top - y
}

// box maps two opposite corners and returns them in order.
func (f frame) box(x0, y0, x1, y1 float64) rect {
	ax, ay := f.point(x0, y0)
	bx, by := f.point(x1, y1)
	return rect{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
}

type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) holds(x, y float64) bool { return x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1 }

// round keeps hundredths of a point, less than any printer shows: the last bits of a float differ between processors.
func round(v float64) float64 { return math.Round(v*100) / 100 }
