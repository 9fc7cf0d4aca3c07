#!/bin/sh
# Makes the ODT, DOCX and RTF cases of internal/letter/testdata from flat OpenDocument files, with LibreOffice: from office-NAME-odt/source.fodt
# office-NAME-odt/input.odt and office-NAME-docx/input.docx, and office-NAME-rtf/input.rtf where that folder is (RTF keeps no names of pictures). Run by hand when a source changes; the tests need no LibreOffice.
set -eu
cd "$(dirname "$0")/../internal/letter/testdata"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for source in office-*-odt/source.fodt; do
	for format in odt docx rtf; do
		[ -d "${source%-odt/*}-$format" ] || continue
		soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to $format --outdir "$work" "$source" >/dev/null
		mv "$work/source.$format" "${source%-odt/*}-$format/input.$format"
	done
done
