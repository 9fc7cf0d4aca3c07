// Command layouts writes what package layouts prints.
//
//	layouts -out DIR -axis NAME   all documents with their gold, a folder for each value of the axis: `undersigned evaluate extract
//	                              --gold DIR/gold --by-publisher` then holds out one value after the other
//	layouts -pdf                  the PDFs that are kept in the package, anew where their source has changed. It needs Chromium, LibreOffice
//	                              Writer and the Liberation and DejaVu fonts; the tests need none of them
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"undersigned/internal/letter/layouts"
)

const kept = "internal/letter/layouts/pdf"

func main() {
	log.SetFlags(0)
	log.SetPrefix("layouts: ")
	out := flag.String("out", "", "folder to write documents and gold into")
	name := flag.String("axis", "medium", "axis whose values become folders")
	pdf := flag.Bool("pdf", false, "make the PDFs that are kept, in the folder of the project")
	flag.Parse()
	var err error
	switch {
	case *pdf:
		err = makePDFs()
	case *out != "":
		axis := slices.IndexFunc(layouts.Axes(), func(a layouts.Axis) bool { return a.Name == *name })
		if axis < 0 {
			log.Fatalf("there is no axis %q", *name)
		}
		err = layouts.Write(*out, axis)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// makePDFs makes what is not there or was made of another source, and removes what belongs to no layout.
func makePDFs() error {
	before, err := os.ReadFile(filepath.Join(kept, layouts.SourcesFile))
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "layouts")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	var sources []string
	files := map[string]bool{layouts.SourcesFile: true}
	for _, l := range layouts.Layouts() {
		program, extension, data := layouts.Source(l)
		if program == "" {
			continue
		}
		name := l.String() + ".pdf"
		entry := layouts.Digest(data) + " " + name
		sources, files[name] = append(sources, entry), true
		if _, err := os.Stat(filepath.Join(kept, name)); err == nil && slices.Contains(strings.Split(string(before), "\n"), entry) {
			continue
		}
		source := filepath.Join(work, "source."+extension)
		if err := os.WriteFile(source, data, 0o644); err != nil {
			return err
		}
		made := filepath.Join(work, "source.pdf")
		if program == "chromium" {
			err = run(program, "--headless", "--no-sandbox", "--no-pdf-header-footer", "--disable-pdf-tagging", "--print-to-pdf="+made, "file://"+source)
		} else {
			err = run(program, "--headless", "-env:UserInstallation=file://"+filepath.Join(work, "profile"), "--convert-to", `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}`, "--outdir", work, source)
		}
		if err != nil {
			return err
		}
		if err := os.Rename(made, filepath.Join(work, "kept.pdf")); err != nil {
			return err
		}
		data, err = os.ReadFile(filepath.Join(work, "kept.pdf"))
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes\n", name, len(data))
		if err := os.WriteFile(filepath.Join(kept, name), data, 0o644); err != nil {
			return err
		}
	}
	there, err := os.ReadDir(kept)
	if err != nil {
		return err
	}
	for _, f := range there {
		if !files[f.Name()] {
			if err := os.Remove(filepath.Join(kept, f.Name())); err != nil {
				return err
			}
		}
	}
	slices.Sort(sources)
	return os.WriteFile(filepath.Join(kept, layouts.SourcesFile), []byte(strings.Join(sources, "\n")+"\n"), 0o644)
}

func run(program string, args ...string) error {
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", program, err, out)
	}
	return nil
}
