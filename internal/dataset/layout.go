package dataset

import "bytes"

// layout breaks compact JSON into lines: a list or group stands on one line where it fits. O(length x depth) time.
type layout struct {
	in  []byte
	at  int
	out bytes.Buffer
}

const lineWidth = 150

func (w *layout) value(indent int) {
	end := w.end()
	if c := w.in[w.at]; c != '[' && c != '{' || end-w.at <= lineWidth && indent > 0 {
		w.inline(end)
		return
	}
	closing := w.in[end-1]
	w.out.WriteByte(w.in[w.at])
	w.at++
	for w.in[w.at] != closing {
		if w.in[w.at] == ',' {
			w.out.WriteByte(',')
			w.at++
		}
		w.out.WriteString("\n" + "                "[:min(indent+1, 16)])
		if closing == '}' {
			w.inline(w.end()) // the key
			w.at++
			w.out.WriteString(": ")
		}
		w.value(indent + 1)
	}
	w.at++
	w.out.WriteString("\n" + "                "[:min(indent, 16)])
	w.out.WriteByte(closing)
}

// inline copies the value up to end with a blank after each comma and colon outside of texts.
func (w *layout) inline(end int) {
	inText := false
	for ; w.at < end; w.at++ {
		c := w.in[w.at]
		w.out.WriteByte(c)
		switch {
		case inText && c == '\\':
			w.at++
			w.out.WriteByte(w.in[w.at])
		case c == '"':
			inText = !inText
		case !inText && (c == ',' || c == ':'):
			w.out.WriteByte(' ')
		}
	}
}

// end returns the offset behind the value at w.at.
func (w *layout) end() int {
	depth, inText := 0, false
	for i := w.at; i < len(w.in); i++ {
		switch c := w.in[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			if inText = !inText; !inText && depth == 0 {
				return i + 1
			}
		case inText:
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			if depth == 0 {
				return i
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case depth == 0 && (c == ',' || c == ':'):
			return i
		}
	}
	return len(w.in)
}
