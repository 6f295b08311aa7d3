#!/usr/bin/env bash
# What it costs to start the four services, the first time and again with Java's archive of their classes, and what memory they hold
# after a start and after the demo. Usage: start.sh [--demo]
set -euo pipefail

with_demo=${1:-}
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

# Processor seconds and resident megabytes of each service, and the sum.
tell() {
  local service each memory all_cpu=0 all_memory=0
  for service in invoice recurrence clockify export; do
    each=$(pid_of "$service-service")
    memory=$(($(awk '/VmRSS/ {print $2}' "/proc/$each/status") / 1024))
    all_cpu=$((all_cpu + $(process_cpu "$each"))) all_memory=$((all_memory + memory))
  done
  awk -v title="$1" -v cpu="$all_cpu" -v memory="$all_memory" 'BEGIN {
    printf "%-18s %.1f s of processors a service so far, %d MB for all four\n", title, cpu / 4000, memory}'
}

begun=$(now)
start
echo "up after           $((($(now) - begun) / 1000000)) ms"
tell "first start"
"$local_run" down >/dev/null
begun=$(now)
start
echo "up after           $((($(now) - begun) / 1000000)) ms"
tell "started again"
if [ "$with_demo" = --demo ]; then
  "$local_run" reset >/dev/null
  "$local_run" demo >"$work/demo"
  tell "after the demo"
fi
