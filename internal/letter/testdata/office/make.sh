#!/bin/sh
# Makes the ODT and DOCX fixtures from the flat OpenDocument files beside this script, with LibreOffice. Run by hand when a
# source changes, then `go test ./internal/letter -run Fixtures -update`; the tests need no LibreOffice.
set -eu
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for source in *.fodt; do
	for format in odt docx; do
		soffice "-env:UserInstallation=file://$profile" --headless --convert-to $format --outdir .. "$source" >/dev/null
	done
done
