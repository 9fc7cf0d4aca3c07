package api

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/VictoriaMetrics/metrics"
	"github.com/gin-gonic/gin"
)

// meter counts for an operator what the server does, in the text format of Prometheus
// (https://prometheus.io/docs/instrumenting/exposition_formats/). It is off unless asked for: it says how much a network is looked at.
// Addresses are counted by their pattern, so that no id of an organization or draft stands in it and its size is bounded.
type meter struct {
	set      *metrics.Set
	inFlight *metrics.Gauge
}

// bounds are those of the histogram of times, in seconds.
var bounds = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60}

func (h *handler) newMeter() *meter {
	m := &meter{set: metrics.NewSet()}
	m.inFlight = m.set.NewGauge("undersigned_http_requests_in_flight", nil)
	m.set.NewGauge("undersigned_data_revision", func() float64 {
		revision, _, _ := h.service.Revision(context.Background())
		return float64(revision)
	})
	m.set.NewGauge("undersigned_data_stale", func() float64 {
		if _, stale, err := h.service.Revision(context.Background()); stale || err != nil {
			return 1
		}
		return 0
	})
	return m
}

// count is a middleware.
func (m *meter) count(c *gin.Context) {
	m.inFlight.Inc()
	begin := time.Now()
	defer func() {
		m.inFlight.Dec()
		route := routeOf(c)
		m.set.GetOrCreateCounter(fmt.Sprintf(`undersigned_http_requests_total{method=%q,route=%q,status="%d"}`, methodOf(c.Request.Method), route, c.Writer.Status())).Inc()
		m.set.GetOrCreatePrometheusHistogramExt(fmt.Sprintf(`undersigned_http_request_duration_seconds{route=%q}`, route), bounds).Update(time.Since(begin).Seconds())
	}()
	c.Next()
}

// routeOf is the pattern of an address: anything that is no operation is a page, a file, or nothing.
func routeOf(c *gin.Context) string {
	kind := "page"
	switch {
	case isUnder(c.Request.URL.Path, "/assets"):
		kind = "file"
	case c.Writer.Status() == http.StatusNotFound:
		kind = "none"
	}
	return cmp.Or(c.FullPath(), kind)
}

// methodOf keeps what anybody may invent out.
func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions:
		return method
	}
	return "other"
}

// serveMetrics answers on /metrics: to those who have the token where persons type one, else to everybody who reaches the server.
func (h *handler) serveMetrics(engine *gin.Engine, m *meter) {
	engine.GET("/metrics", func(c *gin.Context) {
		w := &h.options.Writing
		if w.Ask && !w.isToken(bearer(c.GetHeader("Authorization"))) {
			if !h.guesses.miss(c.Request.Context()) {
				writeProblem(c, h.tooMany(c.Request.Context()))
				return
			}
			writeProblem(c, problem(c.Request.Context(), http.StatusUnauthorized, "The metrics of this server need its token: send it as Authorization: Bearer TOKEN."))
			return
		}
		var b bytes.Buffer
		m.set.WritePrometheus(&b)
		metrics.WriteProcessMetrics(&b)
		c.Data(http.StatusOK, "text/plain; version=0.0.4; charset=utf-8", b.Bytes())
	})
}

func bearer(header string) string {
	const scheme = "Bearer "
	if len(header) > len(scheme) && header[:len(scheme)] == scheme {
		return header[len(scheme):]
	}
	return ""
}
