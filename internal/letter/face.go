package letter

import (
	"context"
	"errors"
	"io"

	"undersigned/graph"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/sheet"
	"undersigned/internal/letter/weights"
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

	// Features are what the confidence of a row is computed from, Model the weights of what is fitted, SectionModel those that choose among candidates.
	Features     = confidence.Features
	Model        = weights.Model
	SectionModel = section.Model

	// Reason is one feature of a decision with what it adds to the logarithm of its odds.
	Reason = weights.Reason
)

// MaxBytes is the default limit of a document's size.
const MaxBytes = medium.MaxBytes

// Extractor names what made a row, in its evidence; the number changes when the rules do.
const Extractor = draft.Extractor

// KindBrief is the kind of an amicus brief.
const KindBrief = draft.KindBrief

// DefaultLimits are wide enough for every letter we know of, and narrow enough for a service.
var DefaultLimits = medium.DefaultLimits

// Table reads a table of signatures, of one letter or of many: see sheet.Table.
func Table(ctx context.Context, name string, data []byte, limits Limits) ([]graph.Letter, error) {
	return sheet.Table(ctx, name, data, limits)
}

// Reconsider makes the confidence and the doubts of a draft anew, once its rows were rated anew; m nil means the weights that are built in.
func Reconsider(d *Draft, m *Model) { doubt.Sum(d, m) }

// DoubtFeatureNames name the features of a document's confidence.
var DoubtFeatureNames = doubt.FeatureNames

// DoubtFeaturesOf returns the features that a document's confidence is computed from, for fitting.
func DoubtFeaturesOf(d *Draft) []float64 { f := doubt.FeaturesOf(d); return f[:] }

// FeatureNames name the features of a row's confidence.
var FeatureNames = confidence.FeatureNames

// SectionFeatureNames name the features of candidates.
var SectionFeatureNames = section.FeatureNames

// BriefFeatureNames name the features of the ways in which a brief may be read.
var BriefFeatureNames = section.BriefNames

// ReadingFeatureNames name the features of the ways in which a list may be read.
var ReadingFeatureNames = entry.OptionNames

// Takes reports whether a candidate of a finder with that score is taken.
func Takes(finder string, score float64) bool { return section.Takes(finder, score) }

// Confidence is what a row with these features shows by a model.
func Confidence(m *Model, f *Features) float64 { return confidence.Of(m, f) }

// FeaturesOf returns the features that a row's confidence was computed from, for fitting; false where a table says itself who signed.
func FeaturesOf(r *Row) (Features, bool) { return confidence.FeaturesOf(r) }

// Answers say what a table does not say itself, Question what a reader must know to read one, Answer what may be said; see package medium.
type (
	Answers  = medium.Answers
	Question = medium.Question
	Answer   = medium.Choice
)

// ReadTable is Table with what the user should know of the reading, in sentences.
func ReadTable(ctx context.Context, name string, data []byte, limits Limits) ([]graph.Letter, []string, error) {
	return sheet.Read(ctx, name, data, limits)
}

// Edges is what a two-mode edge list says.
type Edges = sheet.Edges

// ReadEdges reads a two-mode edge list: see sheet.ReadEdges.
func ReadEdges(ctx context.Context, name string, in io.Reader, answers Answers) (*Edges, error) {
	return sheet.ReadEdges(ctx, name, in, answers)
}

// QuestionOf returns the question that an error asks, nil where it asks none.
func QuestionOf(err error) *Question {
	q, _ := errors.AsType[*Question](err)
	return q
}
