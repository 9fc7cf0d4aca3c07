package text

import (
	"path"
	"strings"
)

func BaseName(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if base == "." || base == "/" {
		return "document"
	}
	return base
}

func Extension(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(BaseName(name)), "."))
}
