package letter

import (
	"context"

	"undersigned/graph"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/sheet"
)

// What the rest of the program needs of the rooms, so that it imports this package only.
type (
	// Draft is what was read in one document, Row one signatory of it.
	Draft     = draft.Draft
	Row       = draft.Row
	Printing  = draft.Printing
	LeftOut   = draft.LeftOut
	Addressee = draft.Addressee
	Claimed   = draft.Claimed
	Maybe     = draft.Maybe
	Hint      = draft.Hint

	// Limits bound what one document may cost.
	Limits = medium.Limits

	// Model and Features are what the confidence of a row is computed with.
	Model    = confidence.Model
	Features = confidence.Features
)

// MaxBytes is the default limit of a document's size.
const MaxBytes = medium.MaxBytes

// Extractor names what made a row, in its evidence; the number changes when the rules do.
const Extractor = draft.Extractor

// DefaultLimits are wide enough for every letter we know of, and narrow enough for a service.
var DefaultLimits = medium.DefaultLimits

// Table reads a table of signatures, of one letter or of many: see sheet.Table.
func Table(ctx context.Context, name string, data []byte, limits Limits) ([]graph.Letter, error) {
	return sheet.Table(ctx, name, data, limits)
}

// Reconsider makes the confidence and the doubts of a draft anew, once its rows were rated anew.
func Reconsider(d *Draft) { doubt.Sum(d) }

// FeatureNames name the features of a row's confidence.
var FeatureNames = confidence.FeatureNames

// FeaturesOf returns the features that a row's confidence was computed from, for fitting; false where a table says itself who signed.
func FeaturesOf(r *Row) (Features, bool) { return confidence.FeaturesOf(r) }
