package layouts

import (
	"strings"
	"unicode/utf8"
)

// plainText is text with lines of a width, or with a line a paragraph.
type plainText struct {
	width int    // 0: lines are not wrapped
	end   string // of lines; "" is \n
}

func (t plainText) page(p *page) []byte {
	var b strings.Builder
	for _, block := range p.blocks {
		t.block(&b, block)
		b.WriteString("\n")
	}
	if t.end != "" {
		return []byte(strings.ReplaceAll(b.String(), "\n", t.end))
	}
	return []byte(b.String())
}

func (t plainText) block(b *strings.Builder, block any) {
	switch block := block.(type) {
	case heading:
		text := block.text
		if t.width > 0 && block.level == 1 {
			text = strings.ToUpper(text)
		}
		b.WriteString(text + "\n")
		if t.width > 0 && block.level < 3 {
			b.WriteString(strings.Repeat(map[int]string{1: "=", 2: "-"}[block.level], utf8.RuneCountInString(text)) + "\n")
		}
	case paragraph:
		t.item(b, "", item(block))
	case list:
		for i, it := range block.items {
			mark := ""
			if block.style == "bullets" {
				mark = map[bool]string{true: "* ", false: "• "}[t.width > 0]
			}
			if block.style == "paragraphs" && i > 0 {
				b.WriteString("\n")
			}
			t.item(b, mark, it)
		}
	case columns:
		for i := range block.items[0] {
			var row []string
			for _, c := range block.items {
				if i < len(c) {
					row = append(row, unmarked(c[i][0]))
				}
			}
			b.WriteString(padded(row, 72/len(block.items)) + "\n")
		}
	case table:
		t.table(b, block)
	}
}

// table is aligned with blanks, each column as wide as its widest cell.
func (t plainText) table(b *strings.Builder, block table) {
	rows := [][]string{}
	if block.header != nil {
		rows = append(rows, block.header)
	}
	for _, row := range block.rows {
		if len(block.rows[0]) == 1 {
			t.item(b, "", row[0])
			continue
		}
		var cells []string
		for _, c := range row {
			cells = append(cells, unmarked(c[0]))
		}
		rows = append(rows, cells)
	}
	width := map[int]int{}
	for _, row := range rows {
		for i, c := range row {
			width[i] = max(width[i], utf8.RuneCountInString(c)+3)
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, c := range row {
			line.WriteString(padded([]string{c}, width[i]))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

func padded(cells []string, width int) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c + strings.Repeat(" ", max(1, width-utf8.RuneCountInString(c))))
	}
	return b.String()
}

func (t plainText) item(b *strings.Builder, mark string, it item) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
	for i, l := range it {
		for k, line := range t.wrapped(unmarked(l), len(indent)) {
			if i+k == 0 {
				b.WriteString(mark + line + "\n")
			} else {
				b.WriteString(indent + line + "\n")
			}
		}
	}
}

func (t plainText) wrapped(text string, indent int) []string {
	if t.width == 0 {
		return []string{text}
	}
	var lines []string
	now := ""
	for _, word := range strings.Split(text, " ") {
		if now != "" && indent+utf8.RuneCountInString(now)+1+utf8.RuneCountInString(word) > t.width {
			lines = append(lines, now)
			now = word
		} else if now == "" {
			now = word
		} else {
			now += " " + word
		}
	}
	return append(lines, now)
}

// unmarked is a line without its markup.
func unmarked(l line) string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.text)
	}
	return b.String()
}
