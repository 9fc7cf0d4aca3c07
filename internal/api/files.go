package api

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"undersigned/internal/report"
)

// file is an answer that is not JSON. Its body is sent while it is made.
type file struct {
	ETag         string `header:"ETag"`
	CacheControl string `header:"Cache-Control"`
	ContentType  string `header:"Content-Type"`
	Disposition  string `header:"Content-Disposition"`
	Boxed        string `header:"Undersigned-Boxed" doc:"names that a PNG shows with boxes for characters that its fonts lack, at most 20: percent-encoded UTF-8, separated by commas; the SVG shows them"`
	Body         func(huma.Context)
}

// FigureParams say how a picture of a view looks.
type FigureParams struct {
	ViewParams
	Theme    string `query:"theme" enum:"light,dark" default:"light"`
	Selected string `query:"selected" maxLength:"300" doc:"id of an organization to mark"`
	TwoMode  bool   `query:"two_mode" doc:"organizations and letters with signatures, instead of organizations with ties"`
	Width    int    `query:"width" minimum:"0" maximum:"8000" doc:"in CSS pixels; 0 lets the server choose"`
	Height   int    `query:"height" minimum:"0" maximum:"8000" doc:"in CSS pixels; 0 lets the server choose"`
	Title    string `query:"title" maxLength:"200"`
}

type exportParams struct {
	FigureParams
	Format string `query:"format" required:"true" enum:"gexf,graphml,pajek,pajek.clu,vosviewer,nodes.csv,ties.csv,signatures.csv,aliases.csv,judgements.csv,xlsx,json,ftm,organizations.parquet,letters.parquet,signatures.parquet,ties.parquet,svg,png"`
	Scale  int    `query:"scale" minimum:"1" maximum:"4" default:"1" doc:"for PNG: pixels for a CSS pixel"`
	BOM    bool   `query:"bom" doc:"for CSV: begin with a byte order mark, by which Excel knows UTF-8"`
	Preset string `query:"preset" enum:"slide,half-page,square,page" doc:"a size for slides and paper, unless width or height are given"`
}

func (h *handler) registerFiles(api huma.API) {
	huma.Register(api, huma.Operation{OperationID: "map", Method: http.MethodGet, Path: base + "/map.svg",
		Summary:     "The view drawn by the server, with links: for browsers without WebGL",
		Middlewares: huma.Middlewares{h.pinAnalysed}, Responses: binary("image/svg+xml")},
		func(ctx context.Context, in *FigureParams) (*file, error) {
			width := cmp.Or(in.Width, 1200)
			o := in.options(width, cmp.Or(in.Height, width*2/3))
			o.Bare = true
			o.Link = in.link
			return h.file(ctx, "svg", &in.ViewParams, o, "inline")
		})
	huma.Register(api, huma.Operation{OperationID: "export", Method: http.MethodGet, Path: base + "/export",
		Summary:     "The view as a file to download",
		Middlewares: huma.Middlewares{h.pin}, Responses: binary(exportTypes()...)},
		func(ctx context.Context, in *exportParams) (*file, error) {
			o := in.options(in.size())
			o.Scale, o.BOM = float64(in.Scale), in.BOM
			return h.file(ctx, in.Format, &in.ViewParams, o, "attachment")
		})
}

// binary documents an answer whose bytes have a format of their own.
func binary(mediaTypes ...string) map[string]*huma.Response {
	content := map[string]*huma.MediaType{}
	for _, t := range mediaTypes {
		t, _, _ = strings.Cut(t, ";")
		content[t] = &huma.MediaType{Schema: &huma.Schema{Type: "string", Format: "binary"}}
	}
	return map[string]*huma.Response{"200": {Description: "OK", Content: content}}
}

func exportTypes() []string {
	var types []string
	for _, f := range report.Formats() {
		types = append(types, f.MediaType)
	}
	return types
}

func (p *FigureParams) options(width, height int) report.Options {
	return report.Options{Width: width, Height: height, Theme: p.Theme, Title: p.Title, Selected: p.Selected, TwoMode: p.TwoMode}
}

// link is the address of a page, of the network rolled up as the picture is.
func (p *FigureParams) link(kind, id string) string {
	address := "/" + kind + "/" + id
	if p.RollUp != "" {
		address += "?rollup=" + url.QueryEscape(p.RollUp)
	}
	return address
}

// size returns the size asked for; where one side is missing, it follows the shape of a slide.
func (p *exportParams) size() (width, height int) {
	switch {
	case p.Width > 0 && p.Height > 0:
		return p.Width, p.Height
	case p.Width > 0:
		return p.Width, p.Width * 9 / 16
	case p.Height > 0:
		return p.Height * 16 / 9, p.Height
	}
	for _, preset := range report.Presets() {
		if preset.Name == p.Preset {
			return preset.Width, preset.Height
		}
	}
	return 0, 0
}

func (h *handler) file(ctx context.Context, format string, v *ViewParams, o report.Options, disposition string) (*file, error) {
	p := pinOf(ctx)
	reading, err := p.reading.RollUp(ctx, v.rollUp())
	if err != nil {
		return nil, fail(ctx, err)
	}
	f, err := reading.Export(ctx, format, v.view(), o)
	if err != nil {
		return nil, fail(ctx, err)
	}
	return &file{p.etag, p.cache, f.MediaType, disposition + `; filename="` + f.Name + `"`, inHeader(f.Boxed), func(ctx huma.Context) {
		defer f.Close()
		h.stream(ctx, f, p)
	}}, nil
}

// inHeader writes names, of which a header holds no more than a few kilobytes and no character beyond ASCII.
func inHeader(names []string) string {
	var encoded []string
	for _, name := range names[:min(len(names), 20)] {
		if runes := []rune(name); len(runes) > 60 {
			name = string(runes[:59]) + "…"
		}
		encoded = append(encoded, url.PathEscape(name))
	}
	return strings.Join(encoded, ", ")
}
