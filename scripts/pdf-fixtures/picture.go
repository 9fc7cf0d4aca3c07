package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

func chromium(args ...string) error {
	return run("chromium", append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-pdf-tagging"}, args...)...)
}

func chromiumPDF(src, out string) error {
	return chromium("--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+src)
}

// scanned makes a PDF whose page is a gray picture of the source; after is what stands before it as text, if anything.
func scanned(work, src, base, before string) ([]byte, error) {
	shot := filepath.Join(work, base+".png")
	if err := chromium("--window-size=600,840", "--screenshot="+shot, "file://"+src); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(shot)
	if err != nil {
		return nil, err
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	gray := image.NewGray(img.Bounds())
	draw.Draw(gray, gray.Bounds(), img, img.Bounds().Min, draw.Src)
	var jpg bytes.Buffer
	if err := jpeg.Encode(&jpg, gray, &jpeg.Options{Quality: 25}); err != nil {
		return nil, err
	}
	picture := `<img style="width:100%; page-break-before:always" src="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString(jpg.Bytes()) + `">`
	page := `<meta charset="utf-8"><body>` + picture
	if before != "" {
		page = strings.Replace(before, "</body>", picture+"</body>", 1)
	}
	again := filepath.Join(work, "scan.html")
	if err := os.WriteFile(again, []byte(page), 0o644); err != nil {
		return nil, err
	}
	out := filepath.Join(work, "scan.pdf")
	if err := chromiumPDF(again, out); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

var (
	pageObject = regexp.MustCompile(`(?s)(\d+) 0 obj\n<<(/Type /Page\n.*?)>>\nendobj`)
	startXref  = regexp.MustCompile(`startxref\n(\d+)\n`)
	rootRef    = regexp.MustCompile(`/Root (\d+ 0 R)`)
	sizeEntry  = regexp.MustCompile(`/Size (\d+)`)
)

// turned adds an update to a PDF by Chromium that turns each page by a quarter to the right.
func turned(data []byte) ([]byte, error) {
	pages := pageObject.FindAllSubmatch(data, -1)
	start, root, size := startXref.FindSubmatch(data), rootRef.FindSubmatch(data), sizeEntry.FindSubmatch(data)
	if pages == nil || start == nil || root == nil || size == nil {
		return nil, errors.New("the PDF is not of the form that Chromium wrote in 2026")
	}
	out := bytes.NewBuffer(bytes.Clone(data))
	var xref bytes.Buffer
	xref.WriteString("xref\n")
	for _, p := range pages {
		number, err := strconv.Atoi(string(p[1]))
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&xref, "%d 1\n%010d 00000 n \n", number, out.Len())
		fmt.Fprintf(out, "%d 0 obj\n<<%s\n/Rotate 90>>\nendobj\n", number, p[2])
	}
	at := out.Len()
	out.Write(xref.Bytes())
	fmt.Fprintf(out, "trailer\n<</Size %s /Root %s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", size[1], root[1], start[1], at)
	return out.Bytes(), nil
}
