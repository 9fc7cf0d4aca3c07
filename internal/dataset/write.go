package dataset

import (
	"bytes"
	"encoding/json"

	"undersigned/graph"
)

// Encode writes records as a data set in JSON, without loss: reading it back gives equal records, so an equal content hash.
// name is the data set's name. Equal records give equal bytes.
func Encode(name string, d graph.Data) ([]byte, error) {
	f := &File{Undersigned: Format, Name: name, KeepIDs: true, Profiles: d.Profiles, Judgements: d.Judgements}
	for i := range d.Letters {
		f.Letters = append(f.Letters, formOf(&d.Letters[i]))
	}
	return f.Encode()
}

func formOf(l *graph.Letter) Letter {
	out := Letter{ID: l.ID, Title: l.Title, TitleBy: l.TitleBy, Kind: l.Kind, Date: l.Date, Language: l.Language, Stance: l.Stance, Addressees: l.Addressees,
		Topics: l.Topics, Claimed: Claimed(l.Claimed), Individuals: l.Individuals, VersionOf: l.VersionOf, TranslationOf: l.TranslationOf, ReportOf: l.ReportOf,
		Quotes: l.Quotes, LeftOut: l.LeftOut, Doubtful: l.Doubtful, Checked: l.Checked}
	for _, t := range l.Targets {
		out.Targets = append(out.Targets, Target(t))
	}
	first := ""
	if l.Documents != nil {
		out.Documents = []Document{} // none and an empty list differ in a record's hash
	}
	if l.Signatures != nil {
		out.Signatories = []Signatory{}
	}
	for i, d := range l.Documents {
		if i == 0 {
			first = d.ID
		}
		out.Documents = append(out.Documents, Document(d))
	}
	position := 0
	for i := range l.Signatures {
		out.Signatories = append(out.Signatories, entry(&l.Signatures[i], first, position+1))
		position = max(position, l.Signatures[i].Position)
	}
	return out
}

// Encode writes the form as JSON for people: what fits stands on one line, so that a signatory is a line in a review.
func (f *File) Encode() ([]byte, error) {
	out := *f
	if out.Letters == nil {
		out.Letters = []Letter{}
	}
	var compact bytes.Buffer
	e := json.NewEncoder(&compact)
	e.SetEscapeHTML(false)
	if err := e.Encode(&out); err != nil {
		return nil, graph.Wrap(graph.Internal, err, "the data set could not be written")
	}
	w := &layout{in: bytes.TrimSpace(compact.Bytes())}
	w.value(0)
	w.out.WriteByte('\n')
	return w.out.Bytes(), nil
}

// MarshalJSON writes the short form where the name is all there is.
func (s Signatory) MarshalJSON() ([]byte, error) {
	if s.onlyName() {
		return marshal(s.As)
	}
	type long Signatory
	return marshal(long(s))
}

func (s Signatory) onlyName() bool {
	return s.Evidence == nil && s.Type == "" && s.Capacity == "" && s.Status == "" && s.Affiliation == "" && s.Country == "" && s.Note == "" &&
		s.Position == 0 && !s.Unnumbered && s.Confidence == 0 && s.Document == "" && s.Page == 0 && s.Line == 0 && s.Text == ""
}

// MarshalJSON writes the short form where the name is all there is.
func (t Target) MarshalJSON() ([]byte, error) {
	if t == (Target{Name: t.Name}) {
		return marshal(t.Name)
	}
	type long Target
	return marshal(long(t))
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}
