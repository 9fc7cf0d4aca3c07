#!/usr/bin/env bash
# Known weaknesses in what the program is made of: govulncheck for Go modules, npm audit for the explorer's packages. Both ask for data on the
# network; where these cannot be reached that is said and is no failure. A weakness is.
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0
unreachable='dial tcp|no such host|connection refused|timeout|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|403 Forbidden|404 Not Found|405 Method|501 |502 Bad|503 |fetching vulnerabilities|audit endpoint|network'

check() { # name, command...
  local name=$1 out; shift
  if out=$("$@" 2>&1); then
    echo "$name: nothing is known against what is used"
  elif grep -qE "$unreachable" <<<"$out" && ! grep -qE 'Vulnerability #|severity' <<<"$out"; then
    echo "$name: not checked, since its data cannot be reached from here ($(grep -oE "$unreachable" <<<"$out" | head -1))"
  else
    echo "$name:"; echo "$out"; failed=1
  fi
}

check "Go modules (govulncheck)" go run golang.org/x/vuln/cmd/govulncheck@v1.1.4 ./...
check "Packages of the explorer (npm audit)" npm --prefix web audit --audit-level=moderate
exit $failed
