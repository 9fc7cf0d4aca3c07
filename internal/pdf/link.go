package pdf

import "context"

// link is an area of a page that leads to an address.
type link struct {
	box    rect
	target string
}

// maxLinks bounds the time of looking links up for every character of a page.
const maxLinks = 1000

// links reads the areas of a page that lead outside the document.
func (d *Document) links(ctx context.Context, page uint32, f frame) ([]link, error) {
	in := d.engine
	position, found, box := in.scratch, in.scratch+8, in.scratch+16
	in.module.Memory().WriteUint32Le(position, 0)
	var out []link
	for range maxLinks {
		more, err := in.pointer(ctx, "FPDFLink_Enumerate", uint64(page), uint64(position), uint64(found))
		if err != nil || more == 0 {
			return out, err
		}
		next, _ := in.module.Memory().ReadUint32Le(position)
		handle, _ := in.module.Memory().ReadUint32Le(found)
		ok, err := in.pointer(ctx, "FPDFLink_GetAnnotRect", uint64(handle), uint64(box))
		if err != nil {
			return nil, err
		}
		var b [4]float64 // left, top, right, bottom
		in.float32s(box, b[:])
		action, err := in.pointer(ctx, "FPDFLink_GetAction", uint64(handle))
		if err != nil {
			return nil, err
		}
		if ok != 0 && action != 0 {
			target, err := in.text(ctx, "FPDFAction_GetURIPath", false, uint64(d.handle), uint64(action))
			if err != nil {
				return nil, err
			}
			if target != "" {
				out = append(out, link{f.box(b[0], b[3], b[2], b[1]), target})
			}
		}
		in.module.Memory().WriteUint32Le(position, next) // text results share the buffer
	}
	return out, nil
}
