package entry

import (
	"undersigned/internal/letter/section"
)

// cutNamed takes the blocks out that are one name each, found elsewhere than in a list.
func cutNamed(blocks []section.Block) (lists, named []section.Block) {
	for i := range blocks {
		if blocks[i].Name != "" {
			named = append(named, blocks[i])
		} else {
			lists = append(lists, blocks[i])
		}
	}
	return lists, named
}

// withNamed adds names that stand outside lists: a second printing where a list prints them too, an entry where none does.
func withNamed(out []Entry, named []section.Block) []Entry {
	listed := len(out)
next:
	for i := range named {
		b := &named[i]
		for k := range out[:listed] {
			e := &out[k]
			if name := e.Text; !section.SameName(name, b.Name) && (e.Person == "" || !section.SameName(e.Person, b.Name)) {
				continue
			}
			if e.Again == nil && e.Person == "" {
				e.Again, e.Form = b.Lines, b.Name
			}
			continue next
		}
		out = append(out, Entry{Text: b.Name, Lines: b.Lines, Again: b.Again, Form: b.Form, Paragraph: true, Setting: b.Setting})
	}
	return out
}
