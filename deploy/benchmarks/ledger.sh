#!/usr/bin/env bash
# How the ledger grows: imports an invented list of N rows and one of 4N, streams all documents back, and tells the ratios of time
# and memory. Ratios of one run say more than seconds: 4 is linear time, 1 is flat memory. Beside the time on the clock stand the
# processor seconds of the service and of PostgreSQL, which other work on the machine hardly changes, and the floor: what
# PostgreSQL alone needs for the same rows, by COPY into a table without key or rule. Usage: ledger.sh [N, default 25000]
set -euo pipefail

rows=${1:-25000}
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
base=$(api 1)

# Rows of years FROM to FROM + 24, gross is 1.2 × net to the cent, numbers unique.
list() {
  awk -v n="$1" -v from="$2" -v headings="$HEADINGS" 'BEGIN {
    print headings
    for (i = 0; i < n; i++) {
      month = i % 300; year = from + int(month / 12); net = 5 * (200 + i % 9973); counter = int(i / 300) + 1
      printf "F %04d%02d%02d;C%04d - CLIENT %d;%02d/%02d/%04d;%d;%.1f;0;;0;0;0;%.1f;Non;0;0\r\n",
        year, month % 12 + 1, counter, i % 997, i % 997, i % 28 + 1, month % 12 + 1, year, net, net * 1.2, net * 1.2
    }
  }'
}

peak() { awk '/VmHWM/ {print $2}' "/proc/$pid/status"; }

start
list "$rows" 2000 >"$work/one.csv"
list "$((rows * 4))" 2040 >"$work/four.csv"

# Milliseconds on the clock, of the service's and of PostgreSQL's processors, the same of the floor, and the rows that came in.
import() {
  local begun answer ended service database service_after database_after floor
  service=$(process_cpu "$pid") database=$(database_cpu) begun=$(now)
  answer=$(curl -sf -H "Authorization: Bearer $token" -F "file=@$1" "$base/imports/history")
  ended=$(now) service_after=$(process_cpu "$pid") database_after=$(database_cpu)
  # One end of line for all: COPY wants it so.
  tr -d '\r' <"$1" >"$work/floor.csv"
  floor=$(java_on_ledger CopyFloor.java "$work/floor.csv")
  echo "$(((ended - begun) / 1000000)) $((service_after - service)) $((database_after - database)) $floor" \
    "$(sed 's/.*"imported":\([0-9]*\).*/\1/' <<<"$answer")"
}

read -r first_ms first_service first_database first_floor first_rows < <(import "$work/one.csv")
first_peak=$(peak)
read -r second_ms second_service second_database second_floor second_rows < <(import "$work/four.csv")
second_peak=$(peak)
begun=$(now)
last=$(curl -sf -H "Authorization: Bearer $token" "$base/invoices/stream" | tail -n 1)
stream_ms=$(((($(now) - begun)) / 1000000))
third_peak=$(peak)

echo "imported          $first_rows rows in $first_ms ms, $second_rows rows in $second_ms ms (heap 256 MB)"
each() { awk -v rows="$1" -v clock="$2" -v service="$3" -v database="$4" -v floor="$5" 'BEGIN {
  printf "a row of %-8d %.0f µs on the clock, %.0f µs of processors (service %.0f, PostgreSQL %.0f); the floor is %.0f µs\n",
    rows, clock * 1000 / rows, (service + database) * 1000 / rows, service * 1000 / rows, database * 1000 / rows, floor * 1000 / rows}'; }
each "$first_rows" "$first_ms" "$first_service" "$first_database" "$first_floor"
each "$second_rows" "$second_ms" "$second_service" "$second_database" "$second_floor"
awk -v a="$first_ms" -v b="$second_ms" 'BEGIN {printf "time ratio        %.2f for 4 times the rows\n", b / a}'
awk -v a="$first_peak" -v b="$second_peak" -v c="$third_peak" 'BEGIN {printf "peak memory ratio %.2f import, %.2f stream (%d MB, %d MB, %d MB)\n", b / a, c / a, a / 1024, b / 1024, c / 1024}'
echo "streamed          $last in $stream_ms ms"
[ "$first_rows" = "$rows" ] && [ "$second_rows" = "$((rows * 4))" ] && [ "$last" = "{\"end\":true,\"count\":$((rows * 5))}" ]
