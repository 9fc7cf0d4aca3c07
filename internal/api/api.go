package api

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"undersigned/internal/explore"
)

// Options say what the handler serves beside the service.
type Options struct {
	Web      fs.FS        // the built web app; nil where it was not built: a page then says how to build it
	Logger   *slog.Logger // nil discards
	Hosts    []string     // host names to answer to beside the loopback ones; "*" answers to all
	Version  string       // of the program, for /health and the OpenAPI document; see isRelease
	Deadline time.Duration
	Writing  Writing      // who may add letters; nobody by default
	Access   *slog.Logger // gets a line for every request; nil: failures only go to Logger
	Metrics  bool         // answer on /metrics
}

// defaultDeadline is for one request. The first analysis of a large network takes seconds; see explore.Options.Warm.
const defaultDeadline = 60 * time.Second

type handler struct {
	service *explore.Service
	options Options
	log     *slog.Logger
	guesses *guesses
	start   string // "" for a release; else what tells this start of the program from others
}

// isRelease reports whether a version names one program only. Browsers may then keep answers beyond a restart; answers of a
// program that is being worked on must not outlive it.
func isRelease(version string) bool {
	return version != "" && version != "dev" && version != "unknown" && !strings.HasSuffix(version, "-dirty")
}

// New returns the handler of the whole server: API, documentation, health and web app. It is safe for concurrent use.
func New(service *explore.Service, options Options) http.Handler {
	options.Deadline = cmp.Or(options.Deadline, defaultDeadline)
	options.Version = cmp.Or(options.Version, "dev")
	h := &handler{service: service, options: options, log: options.Logger, guesses: newGuesses()}
	if !isRelease(options.Version) {
		h.start = rand.Text()
	}
	if h.log == nil {
		h.log = slog.New(slog.DiscardHandler)
	}
	return head(h.engine())
}

func (h *handler) engine() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.RedirectTrailingSlash = false
	engine.HandleMethodNotAllowed = true
	engine.Use(h.trace)
	if h.options.Metrics {
		m := h.newMeter()
		engine.Use(m.count)
		defer h.serveMetrics(engine, m)
	}
	engine.Use(h.recover, secure, h.checkHost, limitRequest, compress, h.deadline)
	h.serveDocs(engine, h.operations(engine).OpenAPI())
	h.serveReconcile(engine)
	h.serveWeb(engine)
	return engine
}

// operations puts every operation on the engine and returns their description.
func (h *handler) operations(engine *gin.Engine) huma.API {
	api := humagin.New(engine, config(h.options.Version))
	h.register(api)
	h.registerFiles(api)
	h.registerHealth(api)
	h.registerSession(api)
	h.registerDrafts(api)
	return api
}

// config is huma's without its extra routes: its documentation page loads from foreign hosts and its $schema links put the
// host into every body.
func config(version string) huma.Config {
	c := huma.DefaultConfig("undersigned", version)
	c.Info.Description = "Who signs open letters with whom, and which printed line proves it. All but drafts is read only. " +
		"Every error is application/problem+json; every answer about stored data has an ETag."
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", ""
	c.CreateHooks = nil
	c.RejectUnknownQueryParameters = true
	return c
}

// Document returns the OpenAPI document as the server sends it, indented: what the types of the web app are made from.
func Document(version string) ([]byte, error) {
	gin.SetMode(gin.ReleaseMode)
	h := &handler{options: Options{Version: version}}
	body, err := json.MarshalIndent(h.operations(gin.New()).OpenAPI(), "", "  ")
	return append(body, '\n'), err
}

// NewServer wraps a handler with the time and size limits of a server that faces browsers. WriteTimeout stays above the
// deadline of a request, so a late answer is a problem and no cut connection.
func NewServer(handler http.Handler) *http.Server {
	return &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 2 * defaultDeadline, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10, DisableGeneralOptionsHandler: true}
}

// head answers HEAD as GET without the body; the router knows GET only.
func head(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			clone := r.Clone(context.WithValue(r.Context(), bodylessKey{}, true))
			clone.Method = http.MethodGet
			next.ServeHTTP(bodyless{w}, clone)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type bodyless struct{ http.ResponseWriter }

func (bodyless) Write(b []byte) (int, error) { return len(b), nil }
