#!/usr/bin/env bash
# All benchmarks one after the other; what each measures stands in its first lines. Usage: all.sh [--small]: a form of a few minutes that
# proves that they work and that what they count is right; its times mean nothing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

run() {
  printf '\n== %s\n' "$*"
  "$here/$@"
}

if [ "${1:-}" = --small ]; then
  run ledger.sh 500
  run calls.sh 80 1000 1
  run contracts.sh 40
  run analysis.sh 2000
  run time.sh 500
  run exports.sh 300
  run paper.sh 5
else
  run start.sh --demo
  run ledger.sh
  run calls.sh
  run cost.sh
  run contracts.sh
  run analysis.sh
  run time.sh
  run exports.sh
  run paper.sh
fi
