package text

import (
	"path"
	"strings"
)

// BaseName returns the last part of a path, of Windows, too; "document" where there is none.
func BaseName(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if base == "." || base == "/" {
		return "document"
	}
	return base
}

// Extension returns a name's extension in lower case, without the full stop.
func Extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(BaseName(name)), "."))
}
