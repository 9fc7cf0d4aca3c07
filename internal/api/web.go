package api

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"undersigned/graph"
)

//go:embed placeholder.html
var placeholder []byte

// serveWeb answers everything that is no operation: files of the web app, its pages (each of which is index.html, since the
// app reads the address itself), and problems for addresses that are nothing.
func (h *handler) serveWeb(engine *gin.Engine) {
	index := placeholder
	if h.options.Web != nil {
		page, err := fs.ReadFile(h.options.Web, "index.html")
		switch {
		case err == nil:
			index = page
		case !errors.Is(err, fs.ErrNotExist):
			h.log.Error("the web app cannot be read; serving a page that says so", "cause", err)
		}
	}
	indexTag := contentTag(index)
	engine.NoMethod(h.wrongMethod)
	engine.NoRoute(func(c *gin.Context) {
		address := c.Request.URL.Path
		switch {
		case isUnder(address, "/api"):
			writeProblem(c, problem(c.Request.Context(), http.StatusNotFound,
				"There is nothing at this address of the API. All addresses are listed at /docs."))
		case c.Request.Method != http.MethodGet:
			h.wrongMethod(c)
		case path.Ext(address) != "" || isUnder(address, "/assets"):
			h.serveFile(c, strings.TrimPrefix(path.Clean(address), "/"))
		case !isPage(address): // the app says so, too; programs look at the status
			c.Header("Cache-Control", "no-cache")
			c.Status(http.StatusNotFound)
			c.Header("Content-Type", mediaTypes[".html"])
			_, _ = c.Writer.Write(index)
		default:
			c.Header("Cache-Control", "no-cache")
			send(c, "index.html", index, indexTag)
		}
	})
}

// The pages of the app: those with an id behind them, and those without. They are those of decode in web/src/url/route.ts.
var (
	pagesAlone = []string{"", "partners", "map", "table", "letters", "organizations", "targets", "about", "add"}
	pagesOf    = []string{"letter", "target", "organization", "add"}
)

func isPage(address string) bool {
	first, id, _ := strings.Cut(strings.TrimPrefix(address, "/"), "/")
	id, more, _ := strings.Cut(id, "/")
	if strings.Trim(more, "/") != "" {
		return false
	}
	if id == "" {
		return slices.Contains(pagesAlone, first)
	}
	return slices.Contains(pagesOf, first)
}

func isUnder(address, folder string) bool {
	return address == folder || strings.HasPrefix(address, folder+"/")
}

// wrongMethod answers what is asked in another way than the address has. The router has set Allow for addresses of operations.
func (h *handler) wrongMethod(c *gin.Context) {
	allowed := c.Writer.Header().Get("Allow")
	if allowed == "" || allowed == http.MethodGet {
		c.Header("Allow", "GET, HEAD")
		writeProblem(c, problem(c.Request.Context(), http.StatusMethodNotAllowed,
			"This address can only be read: ask with GET. Letters are added on the page Add, or on the command line with undersigned load."))
		return
	}
	c.Header("Allow", strings.Replace(allowed, "GET", "GET, HEAD", 1))
	writeProblem(c, problem(c.Request.Context(), http.StatusMethodNotAllowed, "This address does not answer to "+c.Request.Method+". Ask with one of: "+allowed+"."))
}

// serveFile sends a file of the web app. Names under assets/ carry a hash of the content, so they may be kept for good.
func (h *handler) serveFile(c *gin.Context, name string) {
	if h.options.Web == nil || !fs.ValidPath(name) {
		h.noFile(c)
		return
	}
	content, err := fs.ReadFile(h.options.Web, name)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			traceOf(c.Request.Context()).cause = graph.Wrap(graph.Internal, err, "a file of the web app cannot be read")
		}
		h.noFile(c)
		return
	}
	c.Header("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
	send(c, name, content, contentTag(content))
}

func (h *handler) noFile(c *gin.Context) {
	writeProblem(c, problem(c.Request.Context(), http.StatusNotFound, "There is no file at this address. Go to the start page, /, and find the way from there."))
}

func contentTag(content []byte) string {
	sum := sha256.Sum256(content)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// mediaTypes do not depend on the tables of the machine that serves.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2",
	".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json", ".map": "application/json",
}

// send writes a file whole, or 304 where the client has it.
func send(c *gin.Context, name string, content []byte, etag string) {
	c.Header("ETag", etag)
	if matches(c.GetHeader("If-None-Match"), etag) {
		c.Status(http.StatusNotModified)
		c.Writer.WriteHeaderNow()
		return
	}
	kind := mediaTypes[path.Ext(name)]
	if kind == "" {
		kind = mime.TypeByExtension(path.Ext(name))
	}
	if kind == "" {
		kind = "application/octet-stream"
	}
	c.Status(http.StatusOK)
	c.Header("Content-Type", kind)
	_, _ = bytes.NewReader(content).WriteTo(c.Writer) // the client is gone; there is nobody to tell
}
