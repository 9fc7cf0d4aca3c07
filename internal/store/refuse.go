package store

import "undersigned/graph"

// The refusals that every store gives in the same words.

// NoLetter is the NotFound of Letter and RemoveLetter.
func NoLetter(id string) error {
	return graph.Errorf(graph.NotFound, "there is no letter %q in the store; look its id up in the list of letters", id)
}

// NoJudgement is the NotFound of UndoJudgement and RedoJudgement.
func NoJudgement(id string) error {
	return graph.Errorf(graph.NotFound, "there is no judgement %q in the store; look its id up in the list of judgements", id)
}

// NotNew is the Conflict of Restore.
func NotNew() error {
	return graph.Errorf(graph.Conflict, "the store holds something already, or did: restore into a new place with --store, so that nothing is mixed or lost")
}

// Differs is the Conflict of CopyIn: what the subject names is there, with other contents.
func Differs(what, subject string) error {
	return graph.Errorf(graph.Conflict, "the target has another %s %q than the source: somebody else wrote to one of the two; copy into a new store", what, subject)
}

// Newer is the Unsupported of opening a store whose format is above what this program knows.
func Newer(place string, format, known int64) error {
	return graph.Errorf(graph.Unsupported, "the store %s was made by a newer version of undersigned (its format is %d, this program knows %d); update undersigned, or choose another place with --store", place, format, known)
}
