package pdf

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tetratelabs/wazero"
)

// Compiling takes some two seconds of one core; loading what was compiled before takes less than a tenth of one. The
// compiled code is kept in a folder per version of the engine, together with checksums, because machine code that was
// cut short or altered by an accident must never run. All files appear under their names complete or not at all. Only the
// user can write there, which is what keeps others from running code as the user.

const checksumFile = "CHECKSUMS"

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
	before := compiledFiles(dir)
	if len(before) == 0 || !verified(dir, before) {
		before = nil // and what a killed process has left half written goes, too
		if os.RemoveAll(dir) != nil || os.MkdirAll(dir, 0o700) != nil {
			return engine{}, false // what is there cannot be trusted, nor be removed
		}
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return engine{}, false
	}
	e, err := compile(ctx, module, cache)
	if err != nil {
		return engine{}, false
	}
	if after := compiledFiles(dir); !slices.Equal(before, after) {
		if sums, err := checksums(dir, after); err == nil {
			writeAtomically(filepath.Join(dir, checksumFile), sums)
		}
	}
	return e, true
}

// compiledFiles lists the files of compiled code below dir, in order. Unfinished files of another process are not among them.
func compiledFiles(dir string) []string {
	var names []string
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasSuffix(path, ".tmp") && d.Name() != checksumFile {
			names = append(names, strings.TrimPrefix(path, dir+string(filepath.Separator)))
		}
		return nil // what cannot be listed is not there for us
	})
	slices.Sort(names)
	return names
}

func verified(dir string, names []string) bool {
	known, err := os.ReadFile(filepath.Join(dir, checksumFile))
	if err != nil {
		return false
	}
	sums, err := checksums(dir, names)
	return err == nil && sums == string(known)
}

// checksums is a line per file: length, CRC-32C and name. Accidents are what it guards against, and it takes some milliseconds
// where a cryptographic sum takes as long as all the rest of the loading.
func checksums(dir string, names []string) (string, error) {
	var lines strings.Builder
	for _, name := range names {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
		n, err := io.Copy(sum, f)
		_ = f.Close() // read only
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&lines, "%d %08x %s\n", n, sum.Sum32(), filepath.ToSlash(name))
	}
	return lines.String(), nil
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
