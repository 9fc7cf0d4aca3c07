package main

import (
	"io"
	"strings"
	"unicode"
)

// checked remembers the first error of writing, so that a full disk or a closed pipe ends in an exit status and not in
// silence.
type checked struct {
	w   io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(p)
	c.err = err
	return n, err
}

// note is where commands write what is no result: what they did, what to do next. --quiet leaves it out.
func (a *app) note() io.Writer {
	if a.settings.Quiet {
		return io.Discard
	}
	return plain{a.err}
}

// said is where commands that change something say so on standard output. --quiet leaves it out.
func (a *app) said() io.Writer {
	if a.settings.Quiet {
		return io.Discard
	}
	return a.text()
}

// text is where commands write what people read. Names come from other people's documents: control characters in them would
// reach the terminal, so they become U+FFFD. JSON and exports do not go through it.
func (a *app) text() io.Writer { return plain{a.out} }

type plain struct{ w io.Writer }

func (p plain) Write(b []byte) (int, error) {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, string(b))
	if _, err := io.WriteString(p.w, clean); err != nil {
		return 0, err
	}
	return len(b), nil
}
