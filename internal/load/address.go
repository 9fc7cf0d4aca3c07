package load

import (
	"context"
	"time"

	"undersigned/internal/fetch"
)

// readAddress reads the document at an address. What was sent is kept as it was, see fetch.Result.Keep; the letter's document says
// from which address and when.
func (r *run) readAddress(ctx context.Context, f file) (reading, error) {
	o := r.Fetch
	o.Bytes = r.documentLimit()
	got, err := fetch.Get(ctx, f.path, o)
	if err != nil {
		return reading{}, err
	}
	c, err := r.readData(ctx, file{path: got.Name, shown: f.shown, form: formOf(got.Name)}, got.Data)
	if err != nil || !c.extracted {
		return c, err
	}
	for i := range c.Letters {
		for k := range c.Letters[i].Documents {
			d := &c.Letters[i].Documents[k]
			d.Published, d.Retrieved = got.FinalURL, got.Retrieved.Format(time.RFC3339)
		}
	}
	if r.Copies != "" && !r.DryRun {
		_, err = got.Keep(r.Copies)
	}
	return c, err
}
