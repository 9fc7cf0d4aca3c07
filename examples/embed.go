// Package examples embeds the example data set: 24 open letters of civil society to companies, parliaments and trade bodies,
// 2012 to 2021, with the organizations that signed them. It holds facts only: who signed what, when, at whom, and where that
// can be checked; no text of the letters, no persons. `undersigned serve --example` shows it.
//
// The file is in the form of internal/dataset and made by `go run ./examples/make GOLD`; it is not edited by hand.
package examples

import (
	"context"
	_ "embed"

	"undersigned/internal/dataset"
	"undersigned/internal/store"
)

// Name is the file name of the example data set, as it stands in its documents and judgements.
const Name = "example.json"

//go:embed example.json
var data []byte

// Data returns the example data set, in the form that dataset.Read reads. Callers must not change it.
func Data() []byte { return data }

// Change returns the example data set as the records to put into a store. Putting it again changes nothing.
func Change(ctx context.Context) (store.Change, error) {
	c, err := dataset.Read(ctx, Name, data)
	c.Actor = "example"
	return c, err
}
