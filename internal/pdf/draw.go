package pdf

import (
	"context"
	"image"
	"math"

	"undersigned/graph"
)

// Draw draws page i, counted from 0, on white, at scale pixels per point: 2 is 144 dpi. The picture is Width x Height of Page times
// scale, rounded up. Errors as for Page; graph.TooLarge for more pixels than Limits.Pixels, and graph.Invalid for a scale that is no
// positive number.
func (d *Document) Draw(ctx context.Context, i int, scale float64) (image.Image, error) {
	if !(scale > 0) || math.IsInf(scale, 0) {
		return nil, graph.Errorf(graph.Invalid, "the scale of a page's picture must be a number above 0, such as 1.5")
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	var picture *image.RGBA
	err := d.onPage(ctx, i, func(ctx context.Context, page uint32, f frame) error {
		w, h := math.Ceil(f.width*scale), math.Ceil(f.height*scale)
		if w < 1 || h < 1 {
			return graph.Errorf(graph.Invalid, "page %d of this PDF has no area, so there is nothing to draw", i+1)
		}
		if w*h > float64(d.limits.Pixels) {
			return graph.Errorf(graph.TooLarge, "the picture of page %d would have %.0f by %.0f pixels, and at most %d pixels are drawn; "+
				"ask for a smaller scale", i+1, w, h, d.limits.Pixels)
		}
		var err error
		picture, err = d.draw(ctx, page, int(w), int(h))
		return err
	})
	if err != nil {
		return nil, err
	}
	return picture, nil
}

func (d *Document) draw(ctx context.Context, page uint32, w, h int) (*image.RGBA, error) {
	const bgra, annotations, redFirst, white = 4, 0x01, 0x10, 0xffffffff
	in := d.engine
	bitmap, err := in.pointer(ctx, "FPDFBitmap_CreateEx", uint64(w), uint64(h), bgra, 0, 0)
	if err != nil {
		return nil, err
	}
	if bitmap == 0 {
		in.outOfMemory = true
		return nil, &trapError{errOutOfMemory}
	}
	b := uint64(bitmap)
	if _, err := in.call(ctx, "FPDFBitmap_FillRect", b, 0, 0, uint64(w), uint64(h), white); err != nil {
		return nil, err
	}
	if _, err := in.call(ctx, "FPDF_RenderPageBitmap", b, uint64(page), 0, 0, uint64(w), uint64(h), 0, annotations|redFirst); err != nil {
		return nil, err
	}
	at, err := in.pointer(ctx, "FPDFBitmap_GetBuffer", b)
	if err != nil {
		return nil, err
	}
	stride, err := in.pointer(ctx, "FPDFBitmap_GetStride", b)
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		row := in.bytes(at+uint32(y)*stride, uint32(4*w))
		copy(picture.Pix[y*picture.Stride:], row)
	}
	for i := 3; i < len(picture.Pix); i += 4 {
		picture.Pix[i] = 0xff // white lies below everything
	}
	_, err = in.call(ctx, "FPDFBitmap_Destroy", b)
	return picture, err
}
