package medium

import (
	"strings"

	"undersigned/graph"
)

// Answers say what a table does not say itself. The zero value leaves all of it to the table.
type Answers struct {
	Letter string   `json:"letter_column,omitempty" maxLength:"300"` // the column that names the letter: its header, or its number from 1; None: all rows are one letter
	Name   string   `json:"name_column,omitempty" maxLength:"300"`   // the column of who signed
	Matrix string   `json:"matrix,omitempty" enum:"yes,no"`          // whether columns of marks are letters; "": where they look so
	Sheets []string `json:"sheets,omitempty" maxItems:"200"`         // the sheets to read; AllSheets or EachSheet alone say what several are
	Title  string   `json:"title,omitempty" maxLength:"2000"`        // of several letters, the one that is wanted
}

// The words that stand for no column and for no single sheet. A column or sheet of that name goes before.
const (
	None      = "none"
	AllSheets = "all"  // all sheets are parts of one letter
	EachSheet = "each" // each sheet is a letter
	Yes, No   = "yes", "no"
)

// What a question is about, by the names of the options that answer it.
const (
	AskLetter = "letter-column"
	AskName   = "name-column"
	AskMatrix = "matrix"
	AskSheet  = "sheet"
	AskTitle  = "title" // which of several letters; no option of the command line
)

// Question is what a reader must know to read a table without inventing a tie. It is the cause of an Invalid error, whose message says the same
// for the command line.
type Question struct {
	About   string   `json:"about" enum:"letter-column,name-column,matrix,sheet,title" doc:"what is asked"`
	Text    string   `json:"text" doc:"the question, in sentences"`
	Choices []Choice `json:"choices" doc:"the answers that make sense, the likeliest first"`
}

// Choice is one answer.
type Choice struct {
	Value string `json:"value" doc:"to send back"`
	Says  string `json:"says" doc:"what it means, for the user"`
}

// Error implements error.
func (q *Question) Error() string { return q.Text }

// Ask makes the error of a question. where stands before it in the message: the file, and the sheet.
func Ask(where string, q Question) error {
	message := where + ": " + q.Text
	if q.About != AskTitle {
		options := make([]string, 0, 4)
		for _, c := range q.Choices[:min(len(q.Choices), 4)] {
			between := " "
			if q.About == AskMatrix {
				between = "=" // a flag that stands alone, too
			}
			options = append(options, "--"+q.About+between+quoteWord(c.Value)+" ("+c.Says+")")
		}
		message += " Say it with " + strings.Join(options, ", or ")
	}
	return &graph.Error{Code: graph.Invalid, Message: message, Err: &q}
}

// quoteWord writes a word as it is given to a shell.
func quoteWord(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./", r))
	}) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// With returns the answers with one more, to the question about something.
func (a Answers) With(about, value string) Answers {
	switch about {
	case AskLetter:
		a.Letter = value
	case AskName:
		a.Name = value
	case AskMatrix:
		a.Matrix = value
	case AskSheet:
		a.Sheets = []string{value}
	case AskTitle:
		a.Title = value
	}
	return a
}
