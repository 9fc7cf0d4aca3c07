#!/usr/bin/env bash
# Makes the PDF letters of internal/letter/testdata (pdf-*/input.pdf) anew from the source beside each. Their bytes are committed: tests
# never run this. It needs Chromium, LibreOffice Writer and the Liberation and DejaVu fonts:
#   sudo apt-get install --no-install-recommends chromium libreoffice-writer fonts-liberation fonts-dejavu
# Usage: pdf-fixtures.sh [PART-OF-A-NAME]
set -eu
cd "$(dirname "$0")/.."
for need in go chromium soffice; do
  command -v "$need" >/dev/null || { echo "undersigned: $need is missing; install it (the head of $0 says how) and run this again" >&2; exit 3; }
done
exec go run ./scripts/pdf-fixtures -only "${1:-}"
