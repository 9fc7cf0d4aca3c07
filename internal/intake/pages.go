package intake

import (
	"bytes"
	"context"
	"image/png"

	"undersigned/internal/pdf"
)

// pageSizes returns the sizes of a PDF's pages.
func pageSizes(ctx context.Context, data []byte) ([]size, error) {
	doc, err := pdf.Open(ctx, data, pdf.Limits{})
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	sizes := make([]size, doc.Pages())
	for i := range sizes {
		p, err := doc.Page(ctx, i)
		if err != nil {
			return nil, err
		}
		sizes[i] = size{p.Width, p.Height}
	}
	return sizes, nil
}

// drawPage returns a page of a PDF, from 1, as PNG.
func drawPage(ctx context.Context, data []byte, page int, scale float64) ([]byte, error) {
	doc, err := pdf.Open(ctx, data, pdf.Limits{})
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	picture, err := doc.Draw(ctx, page-1, scale)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed} // it is looked at once, on this machine most of the time
	err = e.Encode(&out, picture)
	return out.Bytes(), err
}
