package layouts

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
)

// Document is one layout, printed.
type Document struct {
	Layout Layout
	Name   string // of its file
	Data   []byte
	Gold   Gold
}

// Gold is what the document says, in the form of gold files. Names are as printed, without number, country, office and description.
type Gold struct {
	Document    string      `json:"document"`
	ID          string      `json:"id"`
	Language    string      `json:"language"`
	Signatories []Signatory `json:"signatories"` // organizations
	Individuals int         `json:"individuals"`
	Signed      string      `json:"signatory_kind"`
	Mentioned   []string    `json:"mentioned"` // organizations that it names and that did not sign
}

// Signatory is one of a Gold.
type Signatory struct {
	As   string `json:"as"`
	Type string `json:"type"`
}

// Print prints a layout. Of a PDF these are the bytes that are kept; where they are missing, or were made of another source than what is printed
// today, an error says so.
func Print(l Layout) (Document, error) {
	c, m := compose(l), l.medium()
	d := Document{Layout: l, Name: l.String() + "." + m.extension, Data: m.print(&c.page), Gold: c.gold()}
	d.Gold.ID = l.String()
	d.Gold.Document = d.Name
	var err error
	if m.program != "" {
		d.Data, err = kept(d.Name, d.Data)
	}
	return d, err
}

func (c *composer) gold() Gold {
	g := Gold{Language: c.language, Signatories: []Signatory{}, Signed: "signed", Mentioned: slices.Concat([]string{}, c.not)}
	for i := range c.signers {
		s := &c.signers[i]
		switch {
		case c.layout.announcement().nobody:
			g.Signed = "none"
			g.Mentioned = append(g.Mentioned, s.name)
		case s.isPerson:
			g.Individuals++
		default:
			g.Signatories = append(g.Signatories, Signatory{s.name, "organization"})
		}
	}
	return g
}

// Write prints all layouts into a folder: documents/VALUE/FILE and gold/VALUE/FILE.json, where VALUE is the layout's on that axis. As gold
// folders name a publisher by folder, an evaluation by publisher of dir/gold holds out one value after the other.
func Write(dir string, axis int) error {
	for _, l := range Layouts() {
		d, err := Print(l)
		if err != nil {
			return err
		}
		value := l.Values()[axis]
		d.Gold.Document = "documents/" + value + "/" + d.Name
		gold, err := json.MarshalIndent(d.Gold, "", " ")
		if err != nil {
			return err
		}
		for name, data := range map[string][]byte{d.Gold.Document: d.Data, "gold/" + value + "/" + d.Name + ".json": gold} {
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(file, data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
