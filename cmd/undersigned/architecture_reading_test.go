package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// notInData are the declarations that look for words all the same, by why these are none of a language.
var notInData = map[string]string{
	"elements, attributes, classes, keys and variables as programs and markup write them": `markdown.adocLink markdown.adocNote markdown.adocPicture markdown.blockStart markdown.control markdown.frameEnd markdown.frameTag
markdown.fromAsciiDoc markdown.fromOrg markdown.fromRST markdown.lineBreak markdown.markdownReader.endMarkup markdown.mdxCode markdown.noBreak
markdown.nothingThere markdown.rstText markdown.strongTag markdown.summaryTag office.PictureName office.altText office.docxLists
office.docxReader.block office.docxReader.cell office.docxReader.drawing office.docxReader.inline office.docxReader.paragraph
office.docxReader.paragraphStyle office.docxReader.run office.docxReader.runProperties office.docxReader.table office.docxStyles office.docxTitle
office.headingName office.isOn office.odtReader.block office.odtReader.changes office.odtReader.frame office.odtReader.readList
office.odtReader.readStyle office.odtReader.runs office.odtReader.table office.odtReader.top office.odtStyle.run office.odtTitle
office.readSpreadsheet office.richText office.rtfKnown office.rtfReader.control office.rtfReader.destination office.rtfReader.endGroup
office.rtfReader.endParagraph office.rtfReader.word office.rtfSigns office.rtfSkipped office.spreadsheet.cell office.spreadsheet.group
office.spreadsheet.row office.spreadsheet.style office.spreadsheet.table office.workbook.cell office.workbook.list office.workbook.readSheet
office.workbook.readStyles office.xmlReader.allText page.archivedPage page.blockEnd page.buttonWords page.endOf page.fieldClass page.headingWords
page.holdsMarkup page.htmlWalker.furniture page.htmlWalker.input page.htmlWalker.lead page.htmlWalker.metaTag page.htmlWalker.rawText
page.htmlWalker.start page.htmlWalker.walls page.isButton page.isHTML page.isHidden page.isPHP page.isWARC page.ldDate page.marginWords page.menuClass
page.menuWords page.messageHead page.nameClass page.namePart page.namePartClass page.noteClass page.pageFinder.body page.pageFinder.part
page.parseSize page.phpDate page.phpLanguage page.phpSays page.phpTitle page.readAttributes page.readWARC page.recordHead page.sizeOf page.sizeWords
page.spokenOnly page.tableRole sheet.assigned sheet.bracketedMail sheet.dataReader.namesAsKeys sheet.entryText sheet.followTheMoney
sheet.jsonReader.value sheet.literalReader.value sheet.literalStart sheet.nameField sheet.network.readGEXF sheet.network.readGraphML
sheet.network.readPajek sheet.network.sides sheet.separatorSaid sheet.sideNames sheet.sponsorKeys sheet.worded sheet.wrappers sheet.yamlReader.value`,
	"kinds of files, parts of addresses, and names of character sets": `about.legalForm cue.fileKinds cue.fileLink cue.views entry.linkBehind letter.Reads letter.unread letter.unsaved markdown.Media markdown.Medium
markdown.readLines office.SpreadsheetExtensions office.WorkbookExtensions office.ZIP office.archive.isODS office.docxMedium office.isODT
office.odtMedium office.rtfMedium page.htmlMedium page.isFile page.isPageAddress page.mhtmlMedium page.readPage page.warcMedium pdf.Media
phrase.CutLinks phrase.GoesOn phrase.LooksLikeAddress phrase.link plain.Medium plain.autolink sheet.Data sheet.Spreadsheet sheet.Workbook
sheet.dataList.links sheet.extractData sheet.networkOf sheet.tableExtensions signatory.contactIn signatory.linkAfter signatory.setOffLink
signatory.withoutLink table.features.look table.isPicture text.foreignSet text.legacySets text.wideSet`,
	"errors that spreadsheets write into cells, in the language of the program": `office.isError table.IsFault table.faults`,
	"letters of alphabets by how frequent they are":                             `text.arabic text.baltic text.central text.greek text.hebrew text.russian text.slavic text.thai text.turkish text.western`,
	"Roman numerals, dots, and codes of languages and scripts":                  `lexicon.named pdf.isPageNumber phrase.middleDots phrase.withoutLetters`,
	"what this program says itself, and names of its own columns, features, readings and steps": `about.dateOf confidence.FeatureNames cue.Cue.Words doubt.FeatureNames doubt.linesDropped doubt.look.measure draft.describe entry.Option.Words
entry.Option.measure entry.OptionNames entry.chosen entry.eachLine entry.eachParagraph letter.Why.explainRow letter.addProse letter.difference
lexicon.Languages lexicon.read medium.magics office.article office.docxReader.setAside office.rtfApart rule.Document entry.PeopleNames
section.FeatureNames section.origin.String section.origin.Words sheet.Extract sheet.Network sheet.ReadEdges sheet.noList sheet.tableReader.askMatrix
sheet.tableReader.begin sheet.tableReader.checkHeader sheet.tableReader.fromExport sheet.tableReader.fromLists sheet.tableReader.fromMatrix
sheet.tableReader.letterQuestion sheet.tableReader.readNetwork sheet.tableReader.severalSheets table.Find table.columnNames table.featureNames
section.BriefNames table.holds text.wideOrder`,
}

var (
	// noWord is what patterns have beside words: words that are data, classes of characters and escapes.
	noWord   = regexp.MustCompile(`\{[a-z-]+ [a-z-]+\}|\\[pP]\{\w+\}|\\x\{\w+\}|\\[a-zA-Z]|\(\?[a-zA-Z-]*:?|\[\^?[^\]]*\]`)
	someWord = regexp.MustCompile(`\p{L}{3,}|[\x{3040}-\x{9fff}\x{ac00}-\x{d7a3}]`)
	// lookers are the functions that look for a text in another, or make lists of one.
	lookers = regexp.MustCompile(`^strings\.(Contains|Count|Cut|CutPrefix|CutSuffix|EqualFold|Fields|FieldsSeq|HasPrefix|HasSuffix|Index|LastIndex|NewReplacer|ReplaceAll|Split|SplitSeq|Trim|TrimPrefix|TrimSuffix)$|` +
		`^regexp\.MustCompile$|^text\.(ContainsAny|CutAt|StartsWithAny)$`)
	// asksWords are the methods that ask for the words of a sense.
	asksWords = regexp.MustCompile(`\.(Words|In)$`)
	// makers make patterns and lists; their first argument is a name, and those of package lexicon name senses.
	makers = regexp.MustCompile(`^(text\.(Lazy|LazyFrom|Words|SetFrom)|(lexicon\.)?Pattern)$`)
)

// TestReadingHasNoWords asks that nothing below the reading rooms looks for words of a language that are written in the code: those are data. It looks
// at patterns, lists, maps, switches, comparisons and at what functions on texts are given, and excuses what notInData names.
func TestReadingHasNoWords(t *testing.T) {
	why, unused := map[string]string{}, map[string]bool{}
	for reason, names := range notInData {
		for name := range strings.FieldsSeq(names) {
			why[name], unused[name] = reason, true
		}
	}
	seen := 0
	eachFile(t, func(name string, f *ast.File) {
		if !strings.HasPrefix(name, reading+"/") || slices.ContainsFunc([]string{"/layouts/", "/lettertest/"}, func(dir string) bool { return strings.Contains(name, dir) }) {
			return
		}
		for _, d := range f.Decls {
			for id, node := range declaredIn(d) {
				words := wordsSought(node)
				seen++
				if len(words) == 0 {
					continue
				}
				in := f.Name.Name + "." + id
				if why[in] == "" {
					t.Errorf("%s: %s looks for the words %q: they belong to the files of package lexicon", name, in, words)
				}
				delete(unused, in)
			}
		}
	})
	if seen < 1000 {
		t.Errorf("only %d declarations were found: this test looks at the wrong place", seen)
	}
	for name := range unused {
		t.Errorf("%s has no words any more, or is not there: take it off the list", name)
	}
}

// declaredIn are the functions and variables of a declaration by name.
func declaredIn(d ast.Decl) map[string]ast.Node {
	out := map[string]ast.Node{}
	switch d := d.(type) {
	case *ast.FuncDecl:
		id := d.Name.Name
		if d.Recv != nil {
			typ := d.Recv.List[0].Type
			if star, is := typ.(*ast.StarExpr); is {
				typ = star.X
			}
			if i, is := typ.(*ast.Ident); is {
				id = i.Name + "." + id
			}
		}
		if d.Body != nil {
			out[id] = d.Body
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			v, is := s.(*ast.ValueSpec)
			if !is {
				continue
			}
			for i, n := range v.Names {
				if i < len(v.Values) {
					if lit, is := v.Values[i].(*ast.BasicLit); is && d.Tok == token.VAR || is && strings.ContainsAny(lit.Value, "(|") {
						out[n.Name] = &ast.CompositeLit{Elts: []ast.Expr{lit}}
					} else {
						out[n.Name] = v.Values[i]
					}
				}
			}
		}
	}
	return out
}

// wordsSought are the words of strings that are looked for.
func wordsSought(n ast.Node) (words []string) {
	seek := func(in ...ast.Expr) {
		for _, s := range literals(in) {
			words = append(words, someWord.FindAllString(noWord.ReplaceAllString(s, " "), -1)...)
		}
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			switch fun := called(n.Fun); {
			case makers.MatchString(fun) && len(n.Args) == 2:
				if _, is := n.Args[1].(*ast.FuncLit); !is {
					seek(n.Args[1])
					return false
				}
			case asksWords.MatchString(fun):
				return false
			case lookers.MatchString(fun):
				seek(n.Args...)
			case strings.HasPrefix(fun, "rule.") || strings.HasPrefix(fun, "fmt.") || strings.HasPrefix(fun, "graph.Errorf"):
				return false
			}
		case *ast.CompositeLit:
			for _, e := range n.Elts {
				switch e := e.(type) {
				case *ast.KeyValueExpr:
					seek(onlyLiteral(e.Key)...)
					seek(onlyLiteral(e.Value)...)
				default:
					seek(onlyLiteral(e)...)
				}
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				seek(onlyLiteral(e)...)
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				seek(onlyLiteral(n.X)...)
				seek(onlyLiteral(n.Y)...)
			}
		}
		return true
	})
	return slices.Compact(words)
}

func called(fun ast.Expr) string {
	switch fun := fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		if pkg, is := fun.X.(*ast.Ident); is {
			return pkg.Name + "." + fun.Sel.Name
		}
		return "." + fun.Sel.Name
	}
	return ""
}

func onlyLiteral(e ast.Expr) []ast.Expr {
	if l, is := e.(*ast.BasicLit); is && l.Kind == token.STRING {
		return []ast.Expr{l}
	}
	return nil
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

// TestWordsSought asks that words are found wherever code looks for them, and none in what is said or named.
func TestWordsSought(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "x.go", `package x
var pattern = text.Lazy("x.pattern", "(?i)^alpha {cue opens} \\p{Lu}")
var list = text.Words("x.list", "bravo")
var made = text.SetFrom("x.made", func() []string { return strings.Fields("charlie") })
var slice = []string{"delta"}
var table = map[string]string{"echo": "fr"}
var set = lexicon.Set("x.set", "{person office}")
func f(s string) error {
	switch s {
	case "foxtrot":
	}
	if s == "golf" || strings.HasPrefix(s, "hotel") || slices.Contains(lexicon.Cue.Words("opens"), s) {
		return fmt.Errorf("no name: %s", s)
	}
	return nil
}`, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, d := range f.Decls {
		for _, node := range declaredIn(d) {
			found = append(found, wordsSought(node)...)
		}
	}
	slices.Sort(found)
	if want := strings.Fields("alpha bravo charlie delta echo foxtrot golf hotel"); !slices.Equal(found, want) {
		t.Errorf("of code it finds %q, not %q", found, want)
	}
}
