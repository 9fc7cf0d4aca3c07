// Package letter reads published letters: it answers who signed a document, on which printed line, and what the document
// says about its title, date, addressees and number of signatories. What stands behind a printed name, and whether two
// names are one organization, is left to packages names and graph; storing is left to the loader.
//
// The way through the house: a medium (text.go, markdown.go, table.go; one file each, listed in medium.go) turns bytes into
// a paper, which is printed lines with their page and number. Understanding (understand.go) never sees the medium again: it
// groups lines into pieces (piece.go), finds language, kind, title, date, addressees and claims, then the signatories: lists
// (section.go: where they begin and end; wrap.go: which lines are one name; row.go and person.go: what a line says) and
// sentences that name them (prose.go). Repeated printings of one list are joined in printing.go. The result is a Draft;
// Draft.Letter makes the domain record of it.
//
// Decisions:
//
// 2026-11-22 Rules, not a trained model. A researcher must be able to say why a line is a signatory, and the same bytes must
// give the same answer on every machine. Rules speak of layout and of words that any letter may use; none names a document
// or an organization. Vocabulary stands in vocabulary.go and the files named words_*.go.
//
// 2026-11-22 A name ends where a line ends in every printing. Letterheads and sign-offs wrap the same names differently, so two
// printings decide a wrap better than any dictionary. Where there is one printing only, dangling words, open brackets, the
// width of the column and alphabetical order decide, and the confidence says so.
//
// 2026-11-22 Rows that one list prints twice stay two rows of the Draft (the list says so) and become one signature with two
// evidences in Draft.Letter. Lists that repeat each other are one row with two evidences from the start.
//
// 2026-11-22 Office documents have no lines: a line's number is that of its paragraph, empty ones and those in tables counted,
// and pages are not known. Of a workbook it is the row, and the page is the sheet where several are read. Zip and XML are read by
// the standard library within our own limits (zip.go); lists as YAML and JSON, and tables, say themselves what is a name, so
// they give a Draft without understanding.
//
// 2026-11-22 Confidence is a logistic model of some thirty features (confidence.go) whose weights are fitted on gold, by
// undersigned evaluate extract --fit; it decides nothing. The prior of the fit is what we judged the weights to be, so that a
// feature that no gold shows still counts, and each can be read. Isotonic calibration was rejected: rules are right so often that the
// few wrong rows would make its steps.
//
// 2026-11-22 Pages are walked token by token (html*.go), without a tree: few are well formed, tokens know their source line, and the
// work is linear. What belongs to the site (menus, margins of links) is dropped where it announces nobody; what the author's classes
// say of a list ("signatories", "org-name", "footnotes") goes with its lines to understanding (markup.go). Code of templates is
// taken off before (htmlcode.go) and never run. Readability algorithms were rejected: they cut lists off as clutter.
//
// 2026-11-22 What one line cannot tell, its list tells: whether a country ends a name (habitOf), a column holds names (profile.go), a
// heading ranks as a name (heading.go). layouts_test.go holds a small letter for each layout; add one before a rule.
//
// 2026-11-22 White space tells columns, and the room at a line's end tells wraps (pdf.go lists the files). A PDF has words at
// places and nothing else. A line goes on with the one above only if its first word had no room there; where it had none, most lines still
// begin a name, so a wrap needs a second sign: a hanging indent, a smaller distance, a word that cannot begin a name, or the order of the
// alphabet. A trained model would need labelled pages, and could not say why.
package letter
