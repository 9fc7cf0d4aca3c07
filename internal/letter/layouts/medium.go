package layouts

import (
	"slices"
	"strings"
)

// medium prints pages.
type medium struct {
	name, extension string
	data            bool   // fields, no page
	pictures        bool   // logos
	styles          string // separators that it has no way to print, by name
	noise           string // what pages of it have around the letter
	print           func(p *page) []byte

	program string // that makes a PDF of what is printed, a file of the extension in source; "" for all others
	source  string
}

const (
	noiseOfPages = "none contact menu related sponsors form comments"
	noiseOfPaper = "none contact sponsors"
)

var media = []medium{
	{name: "html-plain", extension: "html", pictures: true, noise: noiseOfPages, print: plainHTML.page},
	{name: "html-blog", extension: "html", pictures: true, noise: noiseOfPages, print: blogHTML.page},
	{name: "html-grid", extension: "html", pictures: true, noise: noiseOfPages, print: gridHTML.page},
	{name: "html-soup", extension: "html", pictures: true, noise: noiseOfPages, print: soupHTML.page},
	{name: "html-old", extension: "html", pictures: true, noise: noiseOfPages, print: oldHTML.page},
	{name: "markdown", extension: "md", pictures: true, styles: "columns-2 columns-3", noise: "none contact related sponsors", print: markdown{}.page},
	{name: "markdown-front", extension: "md", pictures: true, styles: "columns-2 columns-3", noise: "none contact related sponsors", print: markdown{front: true}.page},
	{name: "text-wrapped", extension: "txt", styles: "cards", noise: noiseOfPaper, print: plainText{width: 72}.page},
	{name: "text-long", extension: "txt", styles: "cards", noise: noiseOfPaper, print: plainText{end: "\r\n"}.page},
	{name: "docx", extension: "docx", styles: "cards", noise: noiseOfPaper, print: docx},
	{name: "csv", extension: "csv", data: true, styles: "keyed", noise: "none fields", print: delimited(',')},
	{name: "csv-semicolon", extension: "csv", data: true, styles: "keyed", noise: "none fields", print: delimited(';')},
	{name: "yaml", extension: "yml", data: true, noise: "none fields", print: yamlList},
	{name: "json", extension: "json", data: true, noise: "none fields", print: jsonList},
	{name: "pdf-chromium", extension: "pdf", noise: noiseOfPaper, print: plainHTML.page, program: "chromium", source: "html"},
	{name: "pdf-libreoffice", extension: "pdf", styles: "cards", noise: noiseOfPaper, print: docx, program: "soffice", source: "docx"},
}

func (m *medium) separates(s *separator) bool {
	return m.data == (s.data != "") && !slices.Contains(strings.Fields(m.styles), s.name)
}

func (m *medium) enters(e *entry) bool {
	if m.data {
		return e.columns != nil
	}
	return m.pictures || !e.picture
}
