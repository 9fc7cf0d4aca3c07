package store

import "undersigned/graph"

// Withdraw is what the audit log calls the end of a judgement that a rule made and makes no more.
const Withdraw = "withdraw judgement"

// Mark is what UndoJudgement (Undoing is set) and RedoJudgement (it is nil) do to a stored judgement.
type Mark struct{ Undoing *graph.Undoing }

// Action is what the audit log calls it.
func (m Mark) Action() string {
	if m.Undoing == nil {
		return "redo judgement"
	}
	return "undo judgement"
}

// Apply marks a judgement. It returns false where that is done already: the first undoing stays.
func (m Mark) Apply(j *graph.Judgement) bool {
	if (j.Undone != nil) == (m.Undoing != nil) {
		return false
	}
	j.Undone = m.Undoing
	return true
}

// CheckUndoing reports an undoing by nobody, as Invalid.
func CheckUndoing(u graph.Undoing) error {
	if u.By == "" || !valid(u.By, u.When) {
		return graph.Errorf(graph.Invalid, "say who undoes the judgement")
	}
	return nil
}
