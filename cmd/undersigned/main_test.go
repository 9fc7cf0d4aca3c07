package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// asMain makes the test binary behave as the program, so that tests can start and kill real processes.
const asMain = "UNDERSIGNED_TEST_AS_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(asMain) != "" || len(os.Args) == 2 && os.Args[1] == readLetterCommand { // a child gets no variables of ours
		main()
		return
	}
	os.Exit(m.Run())
}

// program returns a command that runs the program in a process of its own, with a data folder that tests own.
func program(t *testing.T, data string, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, args...)
	c.Env = append(os.Environ(), asMain+"=1", "UNDERSIGNED_DATA="+data, "UNDERSIGNED_STORE=")
	return c
}

type result struct {
	out, err string
	code     int
}

// cli runs a command line in this process, on a data folder of its own.
func cli(t *testing.T, data string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), append(args, "--data", data), stdio{strings.NewReader(""), &out, &errs})
	return result{out.String(), errs.String(), code}
}

// cliBare runs a command line as it stands, without a data folder of its own: for what never opens one.
func cliBare(args ...string) result {
	var out, errs bytes.Buffer
	code := run(context.Background(), args, stdio{strings.NewReader(""), &out, &errs})
	return result{out.String(), errs.String(), code}
}

// must runs a command line that has to succeed.
func must(t *testing.T, data string, args ...string) string {
	t.Helper()
	r := cli(t, data, args...)
	if r.code != 0 {
		t.Fatalf("undersigned %s: exit status %d\n%s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

// shared returns a path in ../shared, the data beside the project that are too large or not ours to publish; without it the test
// is skipped, in CI it fails.
func shared(t *testing.T, path string) string {
	t.Helper()
	full, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(full); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("shared/%s is missing: in CI it has to lie beside the project", path)
		}
		t.Skipf("shared/%s is missing beside the project", path)
	}
	return full
}

func stats(t *testing.T, data string) map[string]int {
	t.Helper()
	var s map[string]int
	if err := json.Unmarshal([]byte(must(t, data, "stats", "--json")), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// want compares the figures that are named.
func want(t *testing.T, got map[string]int, figures map[string]int) {
	t.Helper()
	for name, n := range figures {
		if got[name] != n {
			t.Errorf("%s: got %d, want %d", name, got[name], n)
		}
	}
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
