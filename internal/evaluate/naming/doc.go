// Package naming answers how well names are resolved: it compares verdicts, scores and groups of package names with what persons found,
// and fits the weights of the score. What a pair is judged by is package names'.
//
// Lists of pairs are fitted and scored apart: LeaveOut scores each list with what is fitted on all others.
package naming
