package main

import (
	"fmt"
	"io"
	"reflect"
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

// printf writes what people read. A text that comes from elsewhere stays within its line: a title with a line break in it would print another
// line of the log, or of a load. Letters that turn the direction of what follows are taken out.
func printf(w io.Writer, format string, args ...any) {
	for i, a := range args {
		switch s := a.(type) {
		case string:
			args[i] = inLine(s)
		case fmt.Stringer, int, int64, float64, bool, nil:
		default:
			if v := reflect.ValueOf(a); v.Kind() == reflect.String {
				args[i] = inLine(v.String())
			}
		}
	}
	fmt.Fprintf(w, format, args...) // an error is kept by checked
}

func inLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '⏎'
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}
