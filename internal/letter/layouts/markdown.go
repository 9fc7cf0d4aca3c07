package layouts

import (
	"fmt"
	"strings"
)

// markdown is Markdown: bare, or as generators of sites have it, with front matter, "*" and underlined headings.
type markdown struct{ front bool }

func (m markdown) page(p *page) []byte {
	var b strings.Builder
	if m.front {
		fmt.Fprintf(&b, "---\ntitle: %q\nlayout: letter\n", p.title)
		if p.date != "" {
			b.WriteString("date: 2021-05-03\n")
		}
		b.WriteString("---\n\n")
	}
	for _, block := range p.blocks {
		m.block(&b, block)
	}
	return []byte(b.String())
}

func (m markdown) block(b *strings.Builder, block any) {
	switch block := block.(type) {
	case heading:
		switch {
		case m.front && block.level == 1: // stands in the front matter
		case m.front && block.level == 2:
			fmt.Fprintf(b, "%s\n%s\n\n", block.text, strings.Repeat("-", len([]rune(block.text))))
		default:
			fmt.Fprintf(b, "%s %s\n\n", strings.Repeat("#", block.level), block.text)
		}
	case paragraph:
		b.WriteString(m.lines(item(block), "") + "\n\n")
	case list:
		for i, it := range block.items {
			switch block.style {
			case "bullets":
				b.WriteString(map[bool]string{false: "- ", true: "* "}[m.front] + m.lines(it, "  ") + "\n")
			case "cards":
				fmt.Fprintf(b, "### %s\n\n", strings.Trim(m.line(it[0]), "*"))
				for _, l := range it[1:] {
					b.WriteString(m.line(l) + "\n\n")
				}
			case "paragraphs":
				b.WriteString(m.lines(it, "") + "\n\n")
			default:
				b.WriteString(m.lines(it, ""))
				if i < len(block.items)-1 {
					b.WriteString(m.brk())
				}
				b.WriteString("\n")
			}
		}
		b.WriteString("\n")
	case table:
		width := len(block.rows[0])
		header := block.header
		if header == nil {
			header = make([]string, width)
		}
		fmt.Fprintf(b, "| %s |\n|%s\n", strings.Join(header, " | "), strings.Repeat(" --- |", width))
		for _, row := range block.rows {
			cells := make([]string, width)
			for i, c := range row {
				var all []string
				for _, l := range c {
					all = append(all, m.line(l))
				}
				cells[i] = strings.Join(all, "<br>")
			}
			fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
		}
		b.WriteString("\n")
	}
}

// brk ends a line within a paragraph.
func (m markdown) brk() string {
	if m.front {
		return "\\"
	}
	return "  "
}

func (m markdown) lines(it item, indent string) string {
	var all []string
	for _, l := range it {
		all = append(all, m.line(l))
	}
	return strings.Join(all, m.brk()+"\n"+indent)
}

// escape keeps names from being markup.
var escape = strings.NewReplacer("*", "\\*", "_", "\\_", "[", "\\[", "|", "\\|", "`", "\\`", "\u00a0", "&nbsp;")

func (m markdown) line(l line) string {
	var b strings.Builder
	for _, s := range l {
		text := escape.Replace(s.text)
		switch {
		case s.text == " | ":
			text = s.text
		case s.image && s.title != "":
			text = fmt.Sprintf("![%s](/logos/%s.png %q)", text, host(s.title), s.title)
		case s.image:
			text = fmt.Sprintf("![%s](/logos/%s.png)", text, host(s.text))
		case s.bold:
			text = "**" + text + "**"
		}
		if s.link != "" && s.link != s.text {
			text = "[" + text + "](" + s.link + ")"
		} else if s.link != "" {
			text = "<" + s.link + ">"
		}
		b.WriteString(text)
	}
	return b.String()
}
