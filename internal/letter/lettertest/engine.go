package lettertest

import (
	"os"
	"testing"

	"undersigned/internal/pdf"
)

// NeedEngine skips a test that reads a PDF where the build has no PDF engine, or fails it where the environment says CI=true.
func NeedEngine(t testing.TB) {
	t.Helper()
	if pdf.Available() {
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("this build has no PDF engine; run make build")
	}
	t.Skip("this build has no PDF engine; run make build")
}
