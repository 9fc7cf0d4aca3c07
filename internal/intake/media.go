package intake

import "undersigned/internal/letter"

// offered are extensions that people have, the usual first.
var offered = []string{"pdf", "docx", "odt", "rtf", "txt", "md", "html", "htm", "csv", "tsv", "xlsx", "ods", "gexf", "graphml", "net", "mhtml", "mht", "xhtml", "php", "yaml", "yml", "json", "jsonl", "markdown", "text",
	"rst", "adoc", "org", "warc"}

// Media returns the extensions, with their dots, of the files that are read.
func Media() []string {
	media := []string{}
	for _, e := range offered {
		if letter.Reads("x." + e) {
			media = append(media, "."+e)
		}
	}
	return media
}
