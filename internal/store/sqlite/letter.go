package sqlite

import (
	"database/sql"
	"encoding/json"

	"undersigned/graph"
	"undersigned/internal/store"
)

func (c *change) putLetter(l *graph.Letter) error {
	hash := graph.RecordHash(*l)
	var number int64
	var old string
	found, err := c.row("SELECT number, hash FROM letter WHERE id = ?", []any{l.ID}, []any{&number, &old})
	if err != nil {
		return err
	}
	if old == hash {
		c.result.Unchanged++
		return nil
	}
	if found && c.copying {
		return store.Differs("letter", l.ID)
	}
	if found {
		if err := c.clearLetter(number); err != nil {
			return err
		}
	}
	if number, err = c.writeLetter(l, number, hash); err != nil {
		return err
	}
	for i := range l.Documents {
		d := &l.Documents[i]
		if _, err := c.exec("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", number, i, d.ID, d.Name, d.SHA256, d.Medium,
			d.Published, d.Retrieved, d.Text, d.Repository, d.Path); err != nil {
			return err
		}
	}
	if err := c.writeSignatures(number, l.Signatures); err != nil {
		return err
	}
	return c.log("put letter", l.ID, l.Title)
}

// clearLetter deletes the documents and signatures of a letter.
func (c *change) clearLetter(number int64) error {
	stmt, err := c.prepare("DELETE FROM signature WHERE letter = ? RETURNING name")
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(c.ctx, number)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name int64
		if err := rows.Scan(&name); err != nil {
			return err
		}
		c.loose[name] = true
	}
	if err := rows.Err(); err != nil {
		return err
	}
	_, err = c.exec("DELETE FROM document WHERE letter = ?", number)
	return err
}

// writeLetter writes the row of the letter itself, over the old one where there is a number, and returns its number.
func (c *change) writeLetter(l *graph.Letter, number int64, hash string) (int64, error) {
	row := []any{nil, l.ID, l.Title, l.TitleBy, l.Kind, l.Date.String(), l.Language, l.Stance, "", "", "", l.Claimed.Organizations,
		l.Claimed.Individuals, l.Claimed.Text, l.Individuals, l.VersionOf, l.TranslationOf, l.ReportOf, "", "", nil, nil, hash, "", nil, nil}
	if number != 0 {
		row[0] = number
	}
	for _, list := range []struct {
		column, length int
		value          any
	}{{8, len(l.Addressees), l.Addressees}, {9, len(l.Targets), l.Targets}, {10, len(l.Topics), l.Topics}, {18, len(l.Quotes), l.Quotes}, {19, len(l.LeftOut), l.LeftOut}, {23, len(l.Doubtful), l.Doubtful}} {
		text, err := encode(list.value, list.length)
		if err != nil {
			return 0, err
		}
		row[list.column] = text
	}
	if l.Documents != nil {
		row[20] = len(l.Documents)
	}
	if l.Signatures != nil {
		row[21] = len(l.Signatures)
	}
	if l.Checked != nil {
		row[24], row[25] = l.Checked.By, l.Checked.When
	}
	if number != 0 {
		_, err := c.exec(updateLetter, append(row[1:], number)...)
		return number, err
	}
	result, err := c.exec("INSERT INTO letter ("+letterColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

const letterColumns = `number, id, title, title_by, kind, date, language, stance, addressees, targets, topics, claimed_organizations,
	claimed_individuals, claimed_text, individuals, version_of, translation_of, report_of, quotes, left_out, documents, signatures, hash,
	doubtful, checked_by, checked_when`

// An update, since INSERT OR REPLACE would delete the row first and, by the foreign keys, all that hangs on it.
const updateLetter = `UPDATE letter SET id = ?, title = ?, title_by = ?, kind = ?, date = ?, language = ?, stance = ?, addressees = ?,
	targets = ?, topics = ?, claimed_organizations = ?, claimed_individuals = ?, claimed_text = ?, individuals = ?, version_of = ?,
	translation_of = ?, report_of = ?, quotes = ?, left_out = ?, documents = ?, signatures = ?, hash = ?,
	doubtful = ?, checked_by = ?, checked_when = ? WHERE number = ?`

func (c *change) writeSignatures(letter int64, signatures []graph.Signature) error {
	for i := range signatures {
		if i%1000 == 999 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		s := &signatures[i]
		name, err := c.nameNumber(s.Name)
		if err != nil {
			return err
		}
		evidence, err := json.Marshal(s.Evidence)
		if err != nil {
			return err
		}
		if _, err := c.exec("INSERT INTO signature VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", letter, i, name, string(s.Type),
			string(s.Capacity), string(s.Status), s.Affiliation, s.Country, s.Note, s.Position, s.Confidence, string(evidence)); err != nil {
			return err
		}
	}
	return nil
}

// letters returns the letters that the condition on table letter holds for, in the order of ids.
func (v *view) letters(condition string, args ...any) ([]graph.Letter, error) {
	letters, at, err := v.letterRows(condition, args)
	if err != nil || len(letters) == 0 {
		return letters, err
	}
	if err := v.documents(letters, at, condition, args); err != nil {
		return nil, err
	}
	if err := v.signatures(letters, at, condition, args); err != nil {
		return nil, err
	}
	return letters, nil
}

func (v *view) letterRows(condition string, args []any) (letters []graph.Letter, at map[int64]int, err error) {
	rows, err := v.query("SELECT "+letterColumns+" FROM letter "+condition+" ORDER BY id", args...)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	letters, at = []graph.Letter{}, map[int64]int{}
	for rows.Next() {
		var l graph.Letter
		var number int64
		var date, hash string
		var documents, signatures sql.NullInt64
		var lists [6]string
		var by, when sql.NullString
		if err := rows.Scan(&number, &l.ID, &l.Title, &l.TitleBy, &l.Kind, &date, &l.Language, &l.Stance, &lists[0], &lists[1], &lists[2],
			&l.Claimed.Organizations, &l.Claimed.Individuals, &l.Claimed.Text, &l.Individuals, &l.VersionOf, &l.TranslationOf, &l.ReportOf,
			&lists[3], &lists[4], &documents, &signatures, &hash, &lists[5], &by, &when); err != nil {
			return nil, nil, err
		}
		if l.Date, err = graph.ParseDate(date); err != nil {
			return nil, nil, err
		}
		for i, into := range []any{&l.Addressees, &l.Targets, &l.Topics, &l.Quotes, &l.LeftOut, &l.Doubtful} {
			if err := decode(lists[i], into); err != nil {
				return nil, nil, err
			}
		}
		if documents.Valid {
			l.Documents = make([]graph.Document, 0, documents.Int64)
		}
		if signatures.Valid {
			l.Signatures = make([]graph.Signature, 0, signatures.Int64)
		}
		if by.Valid {
			l.Checked = &graph.Check{By: by.String, When: when.String}
		}
		at[number] = len(letters)
		letters = append(letters, l)
	}
	return letters, at, rows.Err()
}

func (v *view) documents(letters []graph.Letter, at map[int64]int, condition string, args []any) error {
	rows, err := v.query("SELECT letter, id, name, sha256, medium, published, retrieved, text, repository, path FROM document "+
		"WHERE letter IN (SELECT number FROM letter "+condition+") ORDER BY letter, place", args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var number int64
		var d graph.Document
		if err := rows.Scan(&number, &d.ID, &d.Name, &d.SHA256, &d.Medium, &d.Published, &d.Retrieved, &d.Text, &d.Repository, &d.Path); err != nil {
			return err
		}
		l := &letters[at[number]]
		l.Documents = append(l.Documents, d)
	}
	return rows.Err()
}
