package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Ids are deterministic: a readable slug of the name, then ten base-32 letters (50 bits) of a SHA-256 over the kind of
// thing and the exact printed text. The slug is for people; only the exact text decides. Two names that fold alike have
// different ids.

var base32Lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

const slugLength = 40

func makeID(kind, readable string, parts ...string) string {
	h := sha256.New()
	h.Write([]byte(kind))
	for _, p := range parts {
		h.Write([]byte{0})
		h.Write([]byte(p))
	}
	code := base32Lower.EncodeToString(h.Sum(nil))[:10]
	if s := slug(readable); s != "" {
		return s + "-" + code
	}
	return kind + "-" + code
}

// OrganizationID returns the id of the organization printed as name. letter is "" unless a judgement splits the name; then
// it is the id of the first letter that the split-off organization signed.
func OrganizationID(name, letter string) string {
	if letter == "" {
		return makeID("organization", name, CleanName(name))
	}
	return makeID("organization", name, CleanName(name), letter)
}

// LetterID returns the id of a letter with a readable title and a key that is unique for it: the SHA-256 of its first
// document, the id in a data set, or the letter's name in an edge list.
func LetterID(title, key string) string { return makeID("letter", title, key) }

// TargetID returns the id of the target printed as name.
func TargetID(name string) string { return makeID("target", name, CleanName(name)) }

// SignatureID returns the id of the signature of signatory name in a letter.
func SignatureID(letter string, typ SignatoryType, name string, capacity Capacity) string {
	return makeID("s", "", letter, string(typ), CleanName(name), string(capacity))
}

// CleanName returns the printed name in Unicode NFC with runs of white space made one blank: the form that is stored and
// that ids are made from. Nothing else about the printed form is changed.
func CleanName(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// isClean reports whether a name is its own clean form at a glance: ASCII, with single blanks between its words.
func isClean(s string) bool {
	blank := true // as before the first word
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf || c < ' ':
			return false
		case c != ' ':
			blank = false
		case blank:
			return false
		default:
			blank = true
		}
	}
	return !blank || s == ""
}

// Fold returns the key of the written rule "equal after folding": NFKC, full case folding, then letters
// and digits only, marks on letters included. Names with one key are one organization unless a judgement says different. It is "" for a name without letters and digits; such names are never merged.
func Fold(s string) string {
	if key, ok := foldASCII(s); ok {
		return key
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	for _, r := range norm.NFKC.String(foldCase(norm.NFKC.String(s))) {
		if unicode.Is(unicode.Cherokee, r) {
			r = unicode.ToUpper(r) // x/text swaps the two cases of Cherokee instead of folding them
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
			b.WriteRune(r)
		}
	}
	return norm.NFKC.String(b.String()) // what is dropped may have stood between a letter and its mark
}

func foldASCII(s string) (string, bool) {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x80:
			return "", false
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b = append(b, c)
		}
	}
	return string(b), true
}

func slug(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		s = strings.ToLower(s) // what folding and decomposing do to ASCII
	} else {
		s = norm.NFKD.String(foldCase(s))
	}
	var b strings.Builder
	b.Grow(min(len(s), slugLength+4))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsMark(r):
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			if gap && b.Len() > 0 {
				if b.Len() >= slugLength-8 {
					return b.String()
				}
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’' || r == '.':
		default:
			gap = true
		}
		if b.Len() >= slugLength {
			break
		}
	}
	return b.String()
}

// foldCase makes a new Caser each time, since one may not be shared between goroutines.
func foldCase(s string) string { return cases.Fold().String(s) }
