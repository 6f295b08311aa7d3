#!/usr/bin/env bash
# Checks the rules and tries them on invented series. Needs promtool: Debian's package prometheus, or PROMTOOL names one.
set -eu
cd "$(dirname "$0")/prometheus"
promtool=${PROMTOOL:-promtool}
if ! command -v "$promtool" >/dev/null; then
  echo "Nothing was checked: promtool is missing. It comes with Debian's package prometheus, or set PROMTOOL to its path." >&2
  exit 2
fi
"$promtool" check config prometheus.yml
"$promtool" test rules alerts-test.yml
