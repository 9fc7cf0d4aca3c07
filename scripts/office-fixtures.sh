#!/bin/sh
# Makes the ODT and DOCX cases of internal/letter/testdata from flat OpenDocument files, with LibreOffice: from office-NAME-odt/source.fodt
# both office-NAME-odt/input.odt and office-NAME-docx/input.docx. Run by hand when a source changes; the tests need no LibreOffice.
set -eu
cd "$(dirname "$0")/../internal/letter/testdata"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for source in office-*-odt/source.fodt; do
	for format in odt docx; do
		soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to $format --outdir "$work" "$source" >/dev/null
		mv "$work/source.$format" "${source%-odt/*}-$format/input.$format"
	done
done
