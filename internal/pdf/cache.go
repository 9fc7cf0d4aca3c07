package pdf

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tetratelabs/wazero"
)

// Compiling takes some two seconds of one core; loading what was compiled before takes less than a tenth of one. The
// compiled code is kept in a folder per version of the engine, together with its checksum, because machine code that was
// cut short or altered must never run. All files appear under their names complete or not at all.

const checksumFile = "SHA256"

// DefaultCache is the folder in the user's cache where the shared Reader keeps the compiled engine, or "" where there is none.
func DefaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "undersigned", "pdf")
}

// loadCached compiles by way of the cache folder. It reports false where the folder is of no use.
func loadCached(ctx context.Context, root string, module []byte) (engine, bool) {
	if root == "" {
		return engine{}, false
	}
	version := sha256.Sum256(module)
	dir := filepath.Join(root, hex.EncodeToString(version[:8]))
	if os.MkdirAll(dir, 0o700) != nil {
		return engine{}, false
	}
	known, _ := os.ReadFile(filepath.Join(dir, checksumFile))
	before := checksum(dir)
	if before != string(known) && (os.RemoveAll(dir) != nil || os.MkdirAll(dir, 0o700) != nil) {
		return engine{}, false // what is there cannot be trusted, nor be removed
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return engine{}, false
	}
	e, err := compile(ctx, module, cache)
	if err != nil {
		return engine{}, false
	}
	if after := checksum(dir); after != before || before != string(known) {
		writeAtomically(filepath.Join(dir, checksumFile), after)
	}
	return e, true
}

// checksum is a line per file of compiled code: its name and SHA-256, in the order of the names. Unfinished files of another
// process are not counted.
func checksum(dir string) string {
	var lines []string
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".tmp") || d.Name() == checksumFile {
			return nil
		}
		content, err := os.ReadFile(path)
		sum := sha256.Sum256(content)
		if err == nil {
			lines = append(lines, d.Name()+" "+hex.EncodeToString(sum[:])+"\n")
		}
		return nil
	})
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// writeAtomically writes a small file, or nothing where that is not possible: the next process will then compile again.
func writeAtomically(path, content string) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return
	}
	_, err = f.WriteString(content)
	if f.Close() != nil || err != nil || os.Rename(f.Name(), path) != nil {
		_ = os.Remove(f.Name())
	}
}
