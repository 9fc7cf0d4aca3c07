#!/usr/bin/env bash
# Installs what the tests need beyond Go and Node: Chromium, for the browser tests. As root or with password-free sudo it
# installs by apt; elsewhere it says exactly what to install. Exit status 0: all there. 3: something is missing.
set -u
find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
find_chromium >/dev/null && exit 0

root=''
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then root='sudo -n'; else root=none; fi
fi
if [ "$root" != none ] && command -v apt-get >/dev/null; then
  echo 'undersigned: installing Chromium for the browser tests (apt-get install chromium) ...' >&2
  log=$(mktemp)
  if { $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation; } >"$log" 2>&1 && find_chromium >/dev/null; then
    rm -f "$log"
    exit 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
fi
cat >&2 <<'SAY'
undersigned: Chromium is missing, so the browser tests cannot run. Install it and run make test again:
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
SAY
exit 3
