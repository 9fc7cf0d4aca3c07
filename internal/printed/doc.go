// Package printed says what of a printed line may be shown to everybody: it answers "does this line name a person, or say how to reach
// one?" and takes that out. It is the one place with this rule; package explore asks it for every line that goes out of the program, in
// an export, an answer of the API, the text of a letter. Who signed is package letter's question, and stored evidence keeps the whole line.
//
// # The rule
//
// A line that says no more than the signatory's name goes out as it stands, and so does one with words about it. Parts go out of it
// (between commas, semicolons, bars, tabs, dashes, brackets and line ends) that
//
//   - have an address of mail, a telephone number or a time of day;
//   - name a person who signs in that line, or look like a person's name, or say whom to contact.
//
// A row of a table is stricter, since it says nothing of what its cells are, and a form's cells can hold anything. Of it, and of a line in
// which a person signs for an organization, there remain the signatory, the letter with its date and targets, and the country. Whole texts of letters lose the persons who sign in a line, addresses of mail and telephone numbers, each for an ellipsis.
//
// # Decisions
//
// 2026-11: the rule is applied when a line goes out and not when it is stored. So it holds for what was stored before, a person who may
// write still sees the line as it is printed when checking a draft, and a mistake of the rule loses nothing.
package printed
