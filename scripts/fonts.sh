#!/usr/bin/env bash
# Fetches the fonts of internal/report/fonts that are other people's unchanged files, and checks that they are what stands there (or puts
# them there, with --write). Run by hand, on Debian with npm; building and testing need neither.
set -euo pipefail
fonts=$(cd "$(dirname "${BASH_SOURCE[0]}")/../internal/report/fonts" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# npm VERSION SCRIPT FILE: a static font of the package for a script
npm_font() {
  npm pack --silent "@expo-google-fonts/noto-sans-$2@$1" >/dev/null
  tar -xzf "expo-google-fonts-noto-sans-$2-$1.tgz" "package/400Regular/NotoSans${2^}_400Regular.ttf"
  mv "package/400Regular/NotoSans${2^}_400Regular.ttf" "noto-$2.ttf"
}
npm_font 0.4.3 arabic
npm_font 0.4.2 armenian
npm_font 0.4.4 bengali
npm_font 0.4.1 devanagari
npm_font 0.4.2 ethiopic
npm_font 0.4.3 georgian
npm_font 0.4.1 hebrew
npm_font 0.4.3 tamil
npm_font 0.4.2 thai
apt-get -qq download fonts-droid-fallback=1:6.0.1r16-1.1 2>/dev/null
dpkg -x fonts-droid-fallback_*.deb droid
mv droid/usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf droid-fallback.ttf

if [ "${1:-}" = --write ]; then cp ./*.ttf "$fonts/"; fi
for f in *.ttf; do cmp "$f" "$fonts/$f"; done
echo "The $(ls ./*.ttf | wc -l) fonts are as their packages have them."
