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
	if len(named) == 0 {
		return out
	}
	begins := map[string][]int{} // by the first word of a name
	for k := range out {
		for _, name := range []string{out[k].Text, out[k].Person} {
			if words := section.BareName(name); len(words) > 0 {
				begins[words[0]] = append(begins[words[0]], k)
			}
		}
	}
next:
	for i := range named {
		b := &named[i]
		words := section.BareName(b.Name)
		if len(words) == 0 {
			continue
		}
		for _, k := range begins[words[0]] {
			e := &out[k]
			if !section.SameName(e.Text, b.Name) && !section.SameName(e.Person, b.Name) {
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
