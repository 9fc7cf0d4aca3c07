package report

import "embed"

//go:embed fonts/*.txt
var licenseFiles embed.FS

// Licenses are the terms of the fonts, which must go wherever this program goes.
func Licenses() string {
	var all []byte
	for _, name := range []string{"OFL-sans", "OFL-serif", "OFL-noto", "Apache-droid"} {
		text, err := licenseFiles.ReadFile("fonts/" + name + ".txt")
		if err != nil {
			panic(err) // the files are in version control
		}
		all = append(append(all, text...), '\n')
	}
	return string(all)
}
