package api

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"undersigned/graph"
	"undersigned/internal/explore"
)

// The addresses of the Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/), by
// which OpenRefine and others find the organizations that a table means.
const (
	reconcilePath  = "/reconcile"
	previewPath    = reconcilePath + "/preview"
	suggestPath    = reconcilePath + "/suggest"
	propertiesPath = reconcilePath + "/properties"
)

const (
	organizationType = "organization"
	reconcileMost    = 1 << 20 // bytes of a batch
	previewWidth     = 420
	previewHeight    = 260
	suggested        = 20
)

// typeRef names a type.
type typeRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

var typesKnown = []typeRef{{organizationType, "Organization"}}

type manifest struct {
	Versions        []string          `json:"versions"`
	Name            string            `json:"name"`
	IdentifierSpace string            `json:"identifierSpace"`
	SchemaSpace     string            `json:"schemaSpace"`
	Documentation   string            `json:"documentation"`
	ServiceVersion  string            `json:"serviceVersion"`
	DefaultTypes    []typeRef         `json:"defaultTypes"`
	View            map[string]string `json:"view"`
	Preview         previewSetting    `json:"preview"`
	Suggest         map[string]place  `json:"suggest"`
	Extend          extendSetting     `json:"extend"`
}

type previewSetting struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

type place struct {
	URL  string `json:"service_url"`
	Path string `json:"service_path"`
}

type extendSetting struct {
	Propose  place      `json:"propose_properties"`
	Settings []struct{} `json:"property_settings"`
}

// origin is the address under which the client reaches this server, as it says itself.
func origin(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https") {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

// manifestFor describes the service to a client.
func (h *handler) manifestFor(r *http.Request) manifest {
	at := origin(r)
	m := manifest{Versions: []string{"0.2"}, Name: "undersigned: organizations that sign open letters", IdentifierSpace: at + "/organization/", SchemaSpace: at + reconcilePath + "/types/",
		Documentation: at + "/docs", ServiceVersion: h.options.Version, DefaultTypes: typesKnown, View: map[string]string{"url": at + "/organization/{{id}}"},
		Preview: previewSetting{at + previewPath + "?id={{id}}", previewWidth, previewHeight}, Suggest: map[string]place{}, Extend: extendSetting{place{at, propertiesPath}, []struct{}{}}}
	for _, what := range []string{"entity", "property", "type"} {
		m.Suggest[what] = place{at, suggestPath + "/" + what}
	}
	return m
}

// serveReconcile puts the service on the engine. It is plain HTTP as the specification has it, and no part of the OpenAPI document.
func (h *handler) serveReconcile(engine *gin.Engine) {
	for address, ask := range map[string]func(*gin.Context, *explore.Reading) (any, error){
		reconcilePath:             h.reconcile,
		suggestPath + "/entity":   h.suggestEntities,
		suggestPath + "/property": h.suggestProperties,
		suggestPath + "/type":     h.suggestTypes,
		propertiesPath:            h.proposeProperties,
		previewPath:               h.preview,
	} {
		answer := func(c *gin.Context) { h.answerReconcile(c, ask) }
		methods := "GET, HEAD, OPTIONS"
		engine.GET(address, crossSite, answer)
		if address == reconcilePath {
			methods = "GET, HEAD, POST, OPTIONS"
			engine.POST(address, crossSite, answer)
		}
		engine.OPTIONS(address, crossSite, func(c *gin.Context) { preflight(c, methods) })
	}
}

// isReconcile reports whether an address is one of the service.
func isReconcile(address string) bool { return isUnder(address, reconcilePath) }

// crossSite lets pages of other sites read an answer. They send no cookies, of which there are none, and no token.
func crossSite(c *gin.Context) {
	c.Header("Access-Control-Allow-Origin", "*")
	c.Header("Cross-Origin-Resource-Policy", "cross-origin")
}

func preflight(c *gin.Context, methods string) {
	c.Header("Allow", methods)
	c.Header("Access-Control-Allow-Methods", methods)
	c.Header("Access-Control-Allow-Headers", "Accept, Content-Type")
	c.Header("Access-Control-Max-Age", "86400")
	c.Status(http.StatusNoContent)
	c.Writer.WriteHeaderNow()
}

// answerReconcile reads the form and the data, and sends what ask answers: JSON, or nothing more where ask has sent it.
func (h *handler) answerReconcile(c *gin.Context, ask func(*gin.Context, *explore.Reading) (any, error)) {
	ctx := c.Request.Context()
	if p := readForm(c); p != nil {
		writeProblem(c, p)
		return
	}
	reading, err := h.service.Read(ctx)
	if err != nil {
		writeProblem(c, fail(ctx, err))
		return
	}
	body, err := ask(c, reading)
	if err != nil {
		writeProblem(c, fail(ctx, err))
		return
	}
	if body == nil {
		return
	}
	text, err := json.Marshal(body)
	if err != nil {
		writeProblem(c, fail(ctx, err))
		return
	}
	c.Data(http.StatusOK, "application/json", append(text, '\n'))
}

// one returns a parameter that can stand once. Others than the known ones are left alone: clients add some of their own.
func one(c *gin.Context, name string) (string, error) {
	switch values := c.Request.Form[name]; len(values) {
	case 0:
		return "", nil
	case 1:
		return values[0], nil
	}
	return "", graph.Errorf(graph.Invalid, "The parameter %s stands more than once and can have one value only. Send one.", name)
}

//go:embed preview.html
var previewText string

var previewPage = template.Must(template.New("preview").Parse(previewText))

// previewPolicy is for the preview, which others frame: it loads and runs nothing but its own style, and its links open beside.
var previewPolicy = "default-src 'none'; style-src '" + hashOfStyle(previewText) + "'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors *"

// preview sends a small page about an organization.
func (h *handler) preview(c *gin.Context, r *explore.Reading) (any, error) {
	id, err := one(c, "id")
	if err != nil {
		return nil, err
	}
	about, err := r.Brief(id, 4)
	if err != nil {
		return nil, err
	}
	var page strings.Builder
	if err := previewPage.Execute(&page, map[string]any{"At": origin(c.Request), "About": about, "Described": described(about.Country, about.Letters)}); err != nil {
		return nil, graph.Wrap(graph.Internal, err, "")
	}
	c.Header("Content-Security-Policy", previewPolicy)
	c.Writer.Header().Del("X-Frame-Options")
	c.Header("Cross-Origin-Opener-Policy", "unsafe-none") // browsers open no sandboxed page that asks for more; it holds no script
	c.Data(http.StatusOK, mediaTypes[".html"], []byte(page.String()))
	return nil, nil
}

// hashOfStyle lets the style of a page of ours pass its policy.
func hashOfStyle(page string) string {
	_, style, _ := strings.Cut(page, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
