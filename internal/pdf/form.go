package pdf

import "context"

// maxAnnotations bounds the look through a page's annotations.
const maxAnnotations = 2000

// flatten makes part of page i what its form fields and typed notes show: signatories fill in forms, and the engine reads only
// what is part of the page. It returns the page, which has been loaded again where there was something to do.
func (d *Document) flatten(ctx context.Context, page uint32, i int) (uint32, error) {
	const forDisplay, succeeded = 0, 1
	in := d.engine
	found, err := d.hasTypedText(ctx, page)
	if err != nil || !found {
		return page, err
	}
	done, err := in.pointer(ctx, "FPDFPage_Flatten", uint64(page), forDisplay)
	if err != nil || done != succeeded {
		return page, err
	}
	if _, err := in.call(ctx, "FPDF_ClosePage", uint64(page)); err != nil {
		return 0, err
	}
	return d.loadPage(ctx, i)
}

// hasTypedText tells whether a page has annotations that show text of their own.
func (d *Document) hasTypedText(ctx context.Context, page uint32) (bool, error) {
	const freeText, stamp, widget = 3, 13, 20
	in := d.engine
	n, err := in.pointer(ctx, "FPDFPage_GetAnnotCount", uint64(page))
	if err != nil {
		return false, err
	}
	for i := range min(n, maxAnnotations) {
		annotation, err := in.pointer(ctx, "FPDFPage_GetAnnot", uint64(page), uint64(i))
		if err != nil {
			return false, err
		}
		if annotation == 0 {
			continue
		}
		kind, err := in.pointer(ctx, "FPDFAnnot_GetSubtype", uint64(annotation))
		if err != nil {
			return false, err
		}
		if _, err := in.call(ctx, "FPDFPage_CloseAnnot", uint64(annotation)); err != nil {
			return false, err
		}
		if kind == freeText || kind == stamp || kind == widget {
			return true, nil
		}
	}
	return false, nil
}
