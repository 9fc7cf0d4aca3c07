package store

import (
	"context"

	"undersigned/graph"
)

// PutInParts is Put for callers that need each letter whole, but not the whole change as one: a change that is TooLarge for the
// store (a transaction has only so much memory) is cut in halves until the parts fit. Profiles and judgements go first, so
// that a kill between the parts loses no link: a judgement about a letter that is not there yet does nothing. One letter
// that is too large by itself stays an error. The result adds up the parts.
func PutInParts(ctx context.Context, s Store, c Change) (Result, error) {
	return inParts(c, func(part Change) (Result, error) { return s.Put(ctx, part) })
}

func inParts(c Change, put func(Change) (Result, error)) (Result, error) {
	result, err := put(c)
	if err == nil || graph.CodeOf(err) != graph.TooLarge {
		return result, err
	}
	first, second, ok := c.halves()
	if !ok {
		return result, err
	}
	result, err = inParts(first, put)
	if err != nil {
		return result, err
	}
	rest, err := inParts(second, put)
	result.Written += rest.Written
	result.Unchanged += rest.Unchanged
	if err == nil {
		result.Revision = rest.Revision
	}
	return result, err
}

func (c Change) halves() (first, second Change, ok bool) {
	first, second = Change{Actor: c.Actor}, Change{Actor: c.Actor}
	switch l, p, j := len(c.Letters), len(c.Profiles), len(c.Judgements); {
	case l > 0 && p+j > 0:
		first.Profiles, first.Judgements, second.Letters = c.Profiles, c.Judgements, c.Letters
	case l > 1:
		first.Letters, second.Letters = c.Letters[:l/2], c.Letters[l/2:]
	case p > 0 && j > 0:
		first.Profiles, second.Judgements = c.Profiles, c.Judgements
	case p > 1:
		first.Profiles, second.Profiles = c.Profiles[:p/2], c.Profiles[p/2:]
	case j > 1:
		first.Judgements, second.Judgements = c.Judgements[:j/2], c.Judgements[j/2:]
	default:
		return first, second, false
	}
	return first, second, true
}
