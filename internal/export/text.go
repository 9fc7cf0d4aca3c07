package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// clean replaces what XML 1.0 cannot say (see the package comment), so that all formats tell the same name.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
					return utf8.RuneError
				}
				return r // Map hands out U+FFFD for bytes that are no UTF-8
			}, s)
		}
	}
	return s
}

// markup writes XML. Errors stick to the buffered writer and come out of flush.
type markup struct{ *bufio.Writer }

func newMarkup(w io.Writer) markup { return markup{bufio.NewWriterSize(w, 1<<16)} }

// failed reports whether what is written goes nowhere.
func (m markup) failed() bool {
	_, err := m.Write(nil)
	return err != nil
}

// output can go wrong, and then takes all that is written without a word.
type output interface{ failed() bool }

// rowsTo ranges over rows while they go somewhere: who waited for the file may have gone, and the rest would be made for nobody.
func rowsTo[T any](to output, rows []T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, row := range rows {
			if to.failed() || !yield(i, row) {
				return
			}
		}
	}
}

// raw writes pieces of markup as they are.
func (m markup) raw(pieces ...string) {
	for _, p := range pieces {
		_, _ = m.WriteString(p)
	}
}

// text writes s escaped, for content and for quoted attributes alike. Characters that XML forbids become U+FFFD.
func (m markup) text(s string) { _ = xml.EscapeText(m, []byte(s)) }

// attr writes one attribute with a blank before it.
func (m markup) attr(name, value string) {
	m.raw(" ", name, `="`)
	m.text(value)
	m.raw(`"`)
}
