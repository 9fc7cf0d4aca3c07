// Package section finds which lines of a document are signatories, and why, and says which lines of a list were left out. Which of the lines
// make one name is package entry's question.
//
// Decisions:
//
// 2026-11-22 Rules, not a trained model. A researcher must be able to say why a line is a signatory, and the same bytes must give the same answer on
// every machine. Rules speak of layout and of words that any letter may use; none names a document or an organization.
package section
