#!/usr/bin/env bash
# `make test`: sets up what it needs, runs every check, and ends with the test runners' closing lines. On a machine where
# Chromium, Java, Maven or Python cannot be installed it says so and runs the rest; with CI=true that is a failure.
set -u
cd "$(dirname "$0")/.."
ci=${CI:-}
failed=()
step() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then printf -- '-- %s: ok, %ds\n' "$name" $((SECONDS - start)); else failed+=("$name"); printf -- '-- %s: FAILED, %ds\n' "$name" $((SECONDS - start)); fi
}

scripts/check-tools.sh go node npm || exit 1
browser=yes neo4j=yes formats=yes
scripts/deps.sh chromium || browser=no
scripts/deps.sh neo4j || neo4j=no
scripts/deps.sh formats || formats=no
if [ "$browser$neo4j$formats" != yesyesyes ] && [ -n "$ci" ]; then
  echo 'undersigned: in CI the browser tests, those on Neo4j and the checks of the exports by second programs must run.' >&2
  exit 1
fi

step 'build' make --no-print-directory build
[ ${#failed[@]} = 0 ] || exit 1
step 'lint' make --no-print-directory lint
step 'web unit tests' make --no-print-directory test-web
if [ "$formats" = yes ]; then step 'exports read by second programs' make --no-print-directory test-formats; fi
if [ "$browser" = yes ]; then step 'browser tests' make --no-print-directory test-e2e; fi
step 'go tests' make --no-print-directory test-go
step 'fuzzing' make --no-print-directory fuzz

echo
if [ ${#failed[@]} != 0 ]; then
  printf 'undersigned: failed: %s\n' "$(IFS=,; echo "${failed[*]}")"
  exit 1
fi
[ "$browser" = yes ] || echo 'undersigned: everything else passed; the browser tests did not run (see above).'
[ "$formats" = yes ] || echo 'undersigned: everything else passed; no second program read the exports (see above).'
[ "$neo4j" = yes ] || echo 'undersigned: everything else passed; the tests on a real Neo4j did not run (see above).'
