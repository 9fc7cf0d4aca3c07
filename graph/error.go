package graph

import (
	"context"
	"errors"
	"fmt"
)

// Code says what kind of failure an Error is. There are few on purpose: each maps to one HTTP status and one exit code.
type Code string

// The codes. Internal is what everything else counts as.
const (
	Invalid     Code = "invalid"     // the input is wrong; changing it helps
	NotFound    Code = "not_found"   // there is no such thing
	Conflict    Code = "conflict"    // it contradicts what is stored
	Unsupported Code = "unsupported" // well-formed, but not something we can do
	TooLarge    Code = "too_large"   // over a stated limit
	Cancelled   Code = "cancelled"   // the caller gave up
	Unavailable Code = "unavailable" // a store or file cannot be reached now; trying again may help
	Internal    Code = "internal"    // our fault
)

// Error is the one error type that crosses package borders. Message is a full sentence for a person: what happened and
// what to do. Err is the cause, which is logged at the edge and never shown.
type Error struct {
	Code    Code
	Message string
	Err     error
}

// Error returns the message, followed by the cause where there is one.
func (e *Error) Error() string {
	switch {
	case e.Err == nil:
		return e.Message
	case e.Message == "":
		return e.Err.Error()
	}
	return e.Message + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error with a formatted message. A %w verb in the format sets the cause, as in fmt.Errorf.
func Errorf(code Code, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	if cause := errors.Unwrap(err); cause != nil {
		return &Error{Code: code, Err: err}
	}
	return &Error{Code: code, Message: err.Error()}
}

// Wrap adds a code and a sentence to a cause. It returns nil for a nil cause.
func Wrap(code Code, err error, message string) error {
	if err == nil {
		return nil
	}
	return &Error{Code: code, Message: message, Err: err}
}

// CodeOf returns the code of the first Error in err's chain; context errors are Cancelled, anything else is Internal.
// CodeOf(nil) is the empty code.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return Cancelled
	}
	return Internal
}

// MessageOf returns the sentence a person should read for err: the message of the first Error in the chain, or "" where
// none has one (the caller then says something general and logs the cause).
func MessageOf(err error) string {
	for err != nil {
		e, ok := errors.AsType[*Error](err)
		if !ok {
			return ""
		}
		if e.Message != "" {
			return e.Message
		}
		if e.Err != nil {
			return e.Err.Error()
		}
		err = e.Err
	}
	return ""
}
