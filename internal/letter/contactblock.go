package letter

// contactBlocks reports whether a letter prints a contact below each name: then contacts do not end the list. Two such pieces make a habit.
func (d *document) contactBlocks() bool {
	n := 0
	for i := range d.pieces {
		p := &d.pieces[i]
		for k := 1; k < len(p.lines) && k <= 3 && !p.prose; k++ {
			if contactLine.MatchString(foldLine(p.lines[k].text)) {
				n++
				break
			}
		}
	}
	return n >= 2
}
