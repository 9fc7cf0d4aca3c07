package main

import (
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// inCode are the patterns and lists of words of the reading rooms that have words of languages all the same, by the reason. It is meant to get shorter.
var inCode = map[string]string{
	"programs and markup write them, in English": `markdown.adocLink markdown.adocNote markdown.adocPicture markdown.blockStart markdown.control markdown.frameEnd markdown.frameTag markdown.lineBreak markdown.mdxCode
markdown.noBreak markdown.nothingThere markdown.rstText markdown.strongTag markdown.summaryTag office.PictureName office.rtfKnown office.rtfSkipped page.buttonWords page.fieldClass page.genericAlt page.headingWords page.ldDate
page.marginWords page.menuClass page.menuWords page.messageHead page.nameClass page.namePart page.namePartClass page.noteClass page.phpDate page.phpLanguage page.phpTitle plain.autolink sheet.assigned sheet.bracketedMail
sheet.literalStart sheet.sponsorKeys sheet.wrappers`,
	"spreadsheets write them into cells as errors, in the language of the program": `table.faults`,
	"addresses, and kinds of files": `about.legalForm cue.fileLink cue.views entry.linkBehind phrase.link signatory.contactIn signatory.linkAfter signatory.setOffLink`,
	"Latin of courts and offices":   `about.briefTitle about.briefWords cue.amiciLead phrase.SignMark phrase.proxy`,
	"a small word between pieces that are data": `about.attributed about.collective about.nextPerson about.officeAfter cue.amiciAre cue.countLine cue.followingGroups cue.ofCounsel cue.orgPattern cue.peoplePattern cue.thanks
entry.passiveEnds page.logoAfter page.logoBefore phrase.Logo phrase.announcing phrase.officeOf phrase.worksAt section.sponsored signatory.goneMark table.elided`,
	"scripts without blanks, where endings and counters are told by single characters": `about.wideBrackets about.wideGroups about.widePersons cue.wideCount entry.wideMore entry.wideSigners entry.wideWithin phrase.andMore phrase.closings`,
	"sentences of several parts, not yet cut to pieces":                                `about.JointBy confidence.namely confidence.refers entry.filler entry.groupsSent entry.namesGroups entry.namesSigners entry.thisNoun phrase.forPerson phrase.forThenPerson phrase.personFor`,
}

var (
	maker    = regexp.MustCompile(`^(text\.(Lazy|Words)|lexicon\.(Pattern|Set))$`)
	noWord   = regexp.MustCompile(`\{[a-z-]+ [a-z-]+\}|\\[pP]\{\w+\}|\\x\{\w+\}|\\[a-zA-Z]|\(\?[a-zA-Z-]*:?|\[\^?[^\]]*\]`)
	someWord = regexp.MustCompile(`\p{L}{3,}|[\x{3040}-\x{9fff}\x{ac00}-\x{d7a3}]`)
)

// TestReadingHasNoWords asks that no pattern or list of words below the reading rooms, but in package lexicon, has words of a language: those are data.
func TestReadingHasNoWords(t *testing.T) {
	why := map[string]string{}
	for reason, ids := range inCode {
		for id := range strings.FieldsSeq(ids) {
			why[id] = reason
		}
	}
	seen := 0
	eachFile(t, func(name string, f *ast.File) {
		if !strings.HasPrefix(name, reading+"/") || strings.HasPrefix(name, reading+"/lexicon/") || strings.HasPrefix(name, reading+"/layouts/") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || len(call.Args) != 2 {
				return true
			}
			fun, is := call.Fun.(*ast.SelectorExpr)
			if !is {
				return true
			}
			if pkg, is := fun.X.(*ast.Ident); !is || !maker.MatchString(pkg.Name+"."+fun.Sel.Name) {
				return true
			}
			parts := literals(call.Args[:1])
			if len(parts) != 1 {
				return true
			}
			seen++
			id, words := parts[0], someWord.FindAllString(noWord.ReplaceAllString(strings.Join(literals(call.Args[1:]), ""), " "), -1)
			if words != nil && why[id] == "" {
				t.Errorf("%s: %s has the words %q: they belong to the files of package lexicon", name, id, slices.Compact(words))
			}
			delete(why, id)
			if words == nil && slices.Contains(strings.Fields(strings.Join(slices.Collect(maps.Values(inCode)), " ")), id) {
				t.Errorf("%s: %s has no words any more: take it off the list", name, id)
			}
			return true
		})
	})
	if seen < 150 {
		t.Errorf("only %d patterns and lists were found: this test looks at the wrong place", seen)
	}
	for id := range why {
		t.Errorf("no pattern or list is called %s", id)
	}
}

// literals are the strings in expressions, in their order.
func literals(in []ast.Expr) (out []string) {
	for _, x := range in {
		ast.Inspect(x, func(n ast.Node) bool {
			if l, is := n.(*ast.BasicLit); is && l.Kind == token.STRING {
				if s, err := strconv.Unquote(l.Value); err == nil {
					out = append(out, s)
				}
			}
			return true
		})
	}
	return out
}
