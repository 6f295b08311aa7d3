#!/usr/bin/env bash
# What a printed invoice costs: N invented ones as PDF and as Factur-X, each by one core and then all in a file by all cores, in a heap of
# 256 MB. The floor is a page of one word by the library alone, in the same run. Count and sum are checked. Usage: paper.sh [N, default 100]
set -euo pipefail

# shellcheck source=pure.sh
. "$(dirname "${BASH_SOURCE[0]}")/pure.sh"
run_pure PaperBenchmark "${1:-100}"
