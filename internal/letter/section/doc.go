// Package section finds which lines of a document are signatories, and why, and says which lines of a list were left out. Which of the lines
// make one name is package entry's question.
//
// Decisions:
//
// 2026-11-22 Rules, not a trained model. A researcher must be able to say why a line is a signatory, and the same bytes must give the same answer on
// every machine. Rules speak of layout and of words that any letter may use; none names a document or an organization.
//
// 2026-11-30 A brief is read by its own finder (brief.go), before the others and instead of them: it is full of names of others, and of headings
// that open lists elsewhere ("Respectfully submitted", "Certificate"). What the cover, a list and the text say are printings of one name;
// a name of the cover is taken as the text spells it, and an "and" on the cover divides names where the text prints both apart.
package section
