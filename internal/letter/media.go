package letter

import (
	"bytes"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/markdown"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/read/page"
	"undersigned/internal/letter/read/pdf"
	"undersigned/internal/letter/read/plain"
	"undersigned/internal/letter/sheet"
	"undersigned/internal/letter/text"
)

// media are chosen by what the bytes say, then by extension; the first is also what a name without a known extension is read as.
var media = slices.Concat([]medium.Medium{plain.Medium, sheet.Network}, markdown.Media, page.Media, office.Media, []medium.Medium{sheet.Workbook, sheet.Spreadsheet, office.ZIP}, pdf.Media, sheet.Data)

func chooseMedium(name string, data []byte) (medium.Medium, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return medium.Medium{}, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	ext := text.Extension(name)
	for _, m := range media {
		if m.Is != nil && m.Is(data) && unsaved[ext] == "" {
			return m, nil
		}
	}
	if what, known := unsaved[ext]; known {
		return medium.Medium{}, graph.Errorf(graph.Unsupported, "%s is %s and no letter: save who signed what as a table (CSV, XLSX or ODS) with the columns organization and letter, or as a two-mode network (GEXF, GraphML, Pajek)", name, what)
	}
	if what := medium.Foreign(data); what != "" {
		return medium.Medium{}, graph.Errorf(graph.Unsupported, "%s is %s: %s are read; save it or copy its text as one of these", name, what, readable)
	}
	for _, m := range media {
		if slices.Contains(m.Extensions, ext) {
			return m, nil
		}
	}
	if what, known := unread[ext]; known {
		return medium.Medium{}, graph.Errorf(graph.Unsupported, "%s is %s: %s are read; save it or copy its text as one of these", name, what, readable)
	}
	return media[0], nil
}

// unread are extensions whose content would be read as text by mistake.
var unread = map[string]string{"xml": "XML", "eml": "an e-mail"}

// unsaved are extensions of tables and networks in forms that are not read, whatever their bytes look like.
var unsaved = map[string]string{"fods": "a flat OpenDocument spreadsheet", "gml": "a network file (GML)", "dl": "a network file (UCINET)", "gv": "a network file (Graphviz)", "vna": "a network file (NetDraw)",
	"tlp": "a network file (Tulip)", "paj": "a project of Pajek", "parquet": "a Parquet file"}

// readable names the media for messages. It is no list of media's extensions: there are some forty.
const readable = "PDF, DOCX, ODT, RTF, web pages, Markdown, plain text, XLSX, ODS, CSV, YAML and JSON"
