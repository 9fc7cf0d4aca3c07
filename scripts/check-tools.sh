#!/usr/bin/env bash
# Says plainly which of the tools that building needs are missing or too old. Usage: check-tools.sh go node npm
set -u
missing=0
say() { printf 'undersigned: %s\n' "$1" >&2; missing=1; }
# at_least HAVE WANT: both as dotted numbers
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

for tool in "$@"; do
  case "$tool" in
    go)
      if ! command -v go >/dev/null; then say 'Go is missing. Install Go 1.26 or newer (https://go.dev/dl), then run make again.'
      else
        have=$(go env GOVERSION); have=${have#go}; have=${have%%[!0-9.]*}
        at_least "$have" 1.26 || say "Go $have is too old. Install Go 1.26 or newer (https://go.dev/dl), then run make again."
      fi ;;
    node)
      if ! command -v node >/dev/null; then say 'Node.js is missing. Install Node.js 20.19 or newer (https://nodejs.org), then run make again.'
      else
        have=$(node --version); have=${have#v}
        at_least "$have" 20.19 || say "Node.js $have is too old. Install Node.js 20.19 or newer (https://nodejs.org), then run make again."
      fi ;;
    npm)
      command -v npm >/dev/null || say 'npm is missing. It comes with Node.js; on Debian it is the package npm.' ;;
  esac
done
exit $missing
