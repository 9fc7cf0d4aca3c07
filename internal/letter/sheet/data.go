package sheet

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// Data are lists as YAML and JSON, such as those that a site makes its walls of logos from.
var Data = []medium.Medium{
	{Name: "yaml", Extensions: []string{"yaml", "yml"}, Draft: extractData},
	{Name: "json", Extensions: []string{"json", "jsonl", "ndjson", "json5", "geojson", "js", "mjs"}, Draft: extractData},
}

// extractData reads a list of signatories as YAML or JSON. Such a file has no sentences to understand: names stand in lists of
// texts or of groups of fields, under keys that say what they are. Lists under a key such as organizations, signatories,
// partners or logos are taken; where no key says so, lists whose entries have a field for a name. A key that says something
// else (news, team, links) is believed. Title, date and language come from fields of those names at the top. Line numbers are
// those of the file; the text of the draft is one line for each field and each entry of a list.
func extractData(ctx context.Context, s medium.Source) (*draft.Draft, error) {
	name, limits := s.Name, s.Limits
	t, warnings := text.Decode(name, s.Data)
	t, script := withoutScript(t)
	var root *datum
	var err error
	format := "yaml"
	if ext := text.Extension(name); ext != "yaml" && ext != "yml" {
		format = "json"
		if root, err = parseAnyJSON(name, t); err != nil && script {
			if loose, _, yamlErr := parseYAML(name, strings.ReplaceAll(t, "\t", " ")); yamlErr == nil { // keys without quotation marks, commas at the end
				root, err = loose, nil
			}
		}
	} else {
		var refers bool
		root, refers, err = parseYAML(name, t)
		if refers {
			warnings = append(warnings, name+" has references (& and *); what they stand for was not read in their place.")
		}
	}
	if err != nil {
		return nil, err
	}
	if err := followTheMoney(name, root); err != nil {
		return nil, err
	}
	if v := lettersOfOwn(root); v != nil {
		return nil, graph.Errorf(graph.Unsupported, "%s holds letters of its own (%d): make a data set of it (with the field \"undersigned: dataset/1\" at its top), or give each letter a file", name, len(v.values))
	}
	if l := root.get("lang", "language", "locale"); l != nil && lexicon.LanguageCode(l.text) != "" {
		prefer(root, lexicon.LanguageCode(l.text), 0)
	}
	root = shaped(root, 0)
	r := dataReader{ctx: ctx, name: name, limits: limits}
	r.walk(root, nil)
	if ctx.Err() != nil {
		return nil, medium.Cancelled(ctx, name)
	}
	if r.line > limits.Lines {
		return nil, graph.Errorf(graph.TooLarge, "%s has more than %d values: split it, or raise the limit", name, limits.Lines)
	}
	sum := sha256.Sum256(s.Data)
	d := &draft.Draft{Kind: draft.KindList, Name: name, Medium: format, SHA256: hex.EncodeToString(sum[:]), Text: strings.Join(r.text, "\n"), Addressees: []draft.Addressee{}, Targets: []string{},
		Signatories: []draft.Row{}, LeftOut: []draft.LeftOut{}, Quotes: []string{}, Warnings: warnings}
	entitle(d, root, name)
	if err := r.sign(d); err != nil {
		return nil, err
	}
	d.Warnings = append(d.Warnings, r.warnings...)
	doubt.State(d, doubt.Source{Pieces: r.pieces, Fields: r.fields, Titled: -1, Unread: r.unread})
	confidence.Doubt(nil, d.Signatories, d.Kept)
	if r.belongs {
		noSurer(d.Signatories)
	}
	doubt.Sum(d, nil)
	return d, nil
}

// entitle reads what the fields at the top say about the list.
func entitle(d *draft.Draft, root *datum, name string) {
	fields := map[string]any{}
	if root.kind == sequence && len(root.values) > 1 && root.values[0].kind == mapping { // the first of several documents
		if _, own := nameField(root.values[0]); !own {
			root = root.values[0]
		}
	}
	for i, k := range root.keys {
		if v := root.values[i]; v.kind == scalar {
			fields[k.text] = v.text
		}
	}
	m := plain.MetaOf(fields)
	d.Title, d.Language = draft.Maybe(m.Title), draft.Maybe(lexicon.LanguageCode(m.Language))
	if date, _, ok := table.ReadDate(m.Date, table.MonthFirst); ok && !date.IsZero() {
		d.Date = draft.Maybe(date.String())
	} else {
		d.Date = draft.Maybe(about.FileDate(name).String())
	}
	if v := root.get("kind"); v != nil && slices.Contains([]string{draft.KindLetter, draft.KindStatement, draft.KindPetition, draft.KindBrief, draft.KindPress, draft.KindNews, draft.KindProfile, draft.KindOther}, strings.ToLower(v.text)) {
		d.Kind = strings.ToLower(v.text)
	}
}

// sign chooses the lists of signatories and reads their rows.
func (r *dataReader) sign(d *draft.Draft) error {
	chosen := r.choose(d)
	if len(chosen) == 0 {
		for i := range r.lists {
			if l := &r.lists[i]; len(l.items) >= fewRows && l.items[0].kind == mapping {
				d.Warnings = append(d.Warnings, fmt.Sprintf("%s has lists, and none is said to be of signatories.", r.name))
				return nil
			}
		}
		return graph.Errorf(graph.Invalid, "%s has no list of organizations: put the names in a list under a key such as organizations, signatories or partners", r.name)
	}
	r.tellBelonging(chosen, d)
	seen := map[string]int{} // folded name -> row, of the lists before
	for _, l := range chosen {
		if err := r.ofLetters(l); err != nil {
			return err
		}
		rows := r.rows(l, d)
		again := 0
		for i := range rows {
			if _, known := seen[rowKey(&rows[i])]; known {
				again++
			}
		}
		repeats := len(seen) > 0 && 5*again >= 4*min(len(rows), len(seen)) && again > 0
		for i := range rows {
			if at, known := seen[rowKey(&rows[i])]; known && repeats {
				d.Signatories[at].AddPrinting(rows[i].Evidence[0])
				continue
			}
			d.Signatories = append(d.Signatories, rows[i])
		}
		for i := range d.Signatories {
			if _, known := seen[rowKey(&d.Signatories[i])]; !known {
				seen[rowKey(&d.Signatories[i])] = i
			}
		}
		if len(d.Signatories) > r.limits.Rows {
			return graph.Errorf(graph.TooLarge, "%s lists more than %d signatories, the limit: split it, or raise the limit", r.name, r.limits.Rows)
		}
	}
	return nil
}

func rowKey(r *draft.Row) string { return string(r.Type) + graph.Fold(r.Name) }

// choose returns the lists of signatories, and leaves the others out aloud.
func (r *dataReader) choose(d *draft.Draft) []*dataList {
	best := otherKey
	kinds := make([]keySort, len(r.lists))
	said := slices.ContainsFunc(r.lists, func(l dataList) bool { return strong(r.withFile(l.path)) })
	for i := range r.lists {
		l := &r.lists[i]
		kinds[i] = keyKind(r.withFile(l.path))
		if kinds[i] == unknownKey && (l.named || len(l.path) == 0 || l.mostlyOrganizations()) {
			kinds[i] = namedKey
		}
		if kinds[i] == signingKey && l.links(said) && !strong(r.withFile(l.path)) {
			kinds[i] = otherKey
		}
		if r.translates(i) {
			kinds[i], l.again = otherKey, true
		}
		best = max(best, kinds[i])
	}
	var out []*dataList
	for i := range r.lists {
		l := &r.lists[i]
		if best >= namedKey && (kinds[i] >= min(best, signingKey) || kinds[i] == namedKey && r.twin(i, kinds)) {
			out = append(out, l)
			continue
		}
		if l.again {
			d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: l.items[0].line, Text: l.lines[0], Why: fmt.Sprintf("the list again in another language (%d entries)", len(l.items))})
			continue
		}
		under := "at the top"
		if n := len(l.path); n > 0 {
			under = fmt.Sprintf("under %q", l.path[n-1])
		}
		d.LeftOut = append(d.LeftOut, draft.LeftOut{Line: l.items[0].line, Text: l.lines[0], Why: fmt.Sprintf("a list %s, which is not said to be of signatories (%d entries)", under, len(l.items))})
	}
	return out
}

// links reports whether a list is one of links: its entries have a label and an address, and nothing that names or describes. said is whether another list
// is said to be of signatories.
func (l *dataList) links(said bool) bool {
	if rule.Off("sheet.dataList.links") || l.named {
		return false
	}
	linked, abroad := 0, 0
	for _, item := range l.items {
		for i, k := range item.keys {
			switch table.SenseOf(k.text) {
			case table.LinkColumn:
				if linked++; strings.HasPrefix(item.values[i].text, "http") {
					abroad++
				}
			case table.LabelColumn, table.TitleColumn, table.UnknownColumn:
			default:
				return false
			}
		}
	}
	if n := len(l.path); n > 0 && !said && 4*abroad >= 3*linked && companyOf(l.path[n-1:]) == section.Organizations {
		return false // a site's own pages are none of organizations
	}
	return 2*linked > len(l.items)
}

// strong reports whether a path says that somebody signed, and not only that there are groups.
func strong(path []string) bool {
	if rule.Off("sheet.strong") {
		return false
	}
	return slices.ContainsFunc(path, func(k string) bool {
		return signedKeys.MatchString(k) || keyTopics(k).signs
	})
}

// mostlyOrganizations reports whether half of a list's texts have a word that names of organizations have.
func (l *dataList) mostlyOrganizations() bool {
	if rule.Off("sheet.dataList.mostlyOrganizations") {
		return false
	}
	n := 0
	for _, item := range l.items {
		if item.kind == scalar && phrase.HasWord(item.text, lexicon.OrgWords) && !phrase.IsSentence(item.text) {
			n++
		}
	}
	return n > 0 && 2*n >= len(l.items)
}
