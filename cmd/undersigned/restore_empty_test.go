package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file without bytes is no backup, and no store is made for it.
func TestRestoreOfAnEmptyFileMakesNoStore(t *testing.T) {
	data := t.TempDir()
	store := filepath.Join(data, "new.db")
	r := cli(t, data, "restore", "--store", store, write(t, filepath.Join(data, "empty.backup"), ""))
	if r.code != 2 || !strings.Contains(r.err, "is no backup of undersigned") {
		t.Errorf("%d %s", r.code, r.err)
	}
	if _, err := os.Stat(store); err == nil {
		t.Error("a store was made")
	}
}
