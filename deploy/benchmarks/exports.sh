#!/usr/bin/env bash
# What an export costs from its order until its file is there, on a running product: N imported documents as CSV and XLSX, and N/10
# approved invoices as Oxygène's XML, until invoice-service knows that they left. Beside it stands the floor: the libraries alone, writing
# as many documents with few fields. Counts and sums are checked. Usage: exports.sh [N, default 100000]
# exports.sh --pure [N] writes N invented invoices as XML, CSV, XLSX and FEC without a product, in a heap of 256 MB.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
if [ "${1:-}" = --pure ]; then
  # shellcheck source=pure.sh
  . "$root/deploy/benchmarks/pure.sh"
  run_pure ExportBenchmark "${2:-100000}"
  exit
fi

count=${1:-100000}
own=$(((count + 9) / 10))
# shellcheck source=measure.sh
. "$root/deploy/benchmarks/measure.sh"

# On the dates of 25 years; gross is 1.2 × net to the cent, numbers unique.
list() {
  awk -v n="$count" -v headings="$HEADINGS" 'BEGIN {
    print headings
    for (i = 0; i < n; i++) {
      month = i % 300; year = 2000 + int(month / 12); net = 5 * (200 + i % 9973)
      printf "F %04d%02d%03d;C%04d - CLIENT %d;%02d/%02d/%04d;%d;%.1f;0;;0;0;0;%.1f;Non;0;0\r\n",
        year, month % 12 + 1, int(i / 300) + 1, i % 997, i % 997, i % 28 + 1, month % 12 + 1, year, net, net * 1.2, net * 1.2
    }
  }'
}

# Approved invoices FROM to TO, of one line each.
drafts() {
  awk -v from="$1" -v to="$2" 'BEGIN {
    printf "{\"items\":["
    for (i = from; i <= to; i++)
      printf "%s{\"approve\":true,\"customerCode\":\"C%04d\",\"kind\":\"INVOICE\",\"origin\":\"MANUAL\",\"reference\":\"bench-%d\",\"issuedOn\":\"2025-07-%02d\",\"subject\":\"Forfait maintenance mensuel\",\"lines\":[{\"description\":\"Forfait maintenance mensuel\",\"quantity\":2,\"unitPrice\":%d,\"vatRate\":20}]}",
        (i == from ? "" : ","), i % 20, i, i % 28 + 1, 100 + i % 900
    printf "]}"
  }'
}

call() { curl -sf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
field() { grep -o "\"$1\":[^,}]*" | head -n 1 | cut -d: -f2 | tr -d '"'; }
fail() { echo "$*" >&2; exit 1; }

left() { [[ "$(call "$(api 1)/invoices?status=APPROVED&exported=false&limit=1")" != *'"id"'* ]]; }

# Orders FORMAT of the documents of ORIGIN, waits for its file and fetches it; with "marked", waits until the ledger knows, too.
export_as() {
  local format=$1 origin=$2 documents=$3 net=$4 until=${5:-file} answer id
  local ledger exporter database begun
  ledger=$(process_cpu "$pid") exporter=$(process_cpu "$export_pid") database=$(database_cpu) begun=$(now)
  answer=$(call -d "{\"format\":\"$format\",\"filter\":{\"origin\":\"$origin\"}}" "$(api 4)/exports")
  id=$(field id <<<"$answer")
  while [ "$(field status <<<"$answer")" = RUNNING ]; do
    sleep 0.1
    answer=$(call "$(api 4)/exports/$id")
  done
  [ "$(field status <<<"$answer")" = DONE ] || fail "$format failed: $answer"
  call -o "$work/file" "$(api 4)/exports/$id/file"
  local done_ms=$((($(now) - begun) / 1000000))
  if [ "$until" = marked ]; then until left; do sleep 0.1; done; fi
  local ms=$((($(now) - begun) / 1000000))
  ledger=$(($(process_cpu "$pid") - ledger)) exporter=$(($(process_cpu "$export_pid") - exporter)) database=$(($(database_cpu) - database))
  [ "$(field documents <<<"$answer")" = "$documents" ] || fail "$format holds $(field documents <<<"$answer") documents, not $documents"
  [ "$(field totalNet <<<"$answer")" = "$net" ] || fail "$format adds up to $(field totalNet <<<"$answer"), not $net"
  [ "$(sha256sum <"$work/file" | cut -d' ' -f1)" = "$(field sha256 <<<"$answer")" ] || fail "$format came otherwise than it was written"
  awk -v f="$format" -v n="$documents" -v ms="$ms" -v done_ms="$done_ms" -v e="$exporter" -v l="$ledger" -v d="$database" 'BEGIN {
    printf "%-12s %d documents in %d ms (file after %d ms): %.0f µs each, %.0f µs of processors (export %.0f, ledger %.0f, PostgreSQL %.0f)\n",
      f, n, ms, done_ms, ms * 1000 / n, (e + l + d) * 1000 / n, e * 1000 / n, l * 1000 / n, d * 1000 / n}'
}

# The same work of the libraries alone.
floor() { java -cp "$root/export-service/target/quarkus-app/lib/main/*" "$here/ExportFloor.java" "$1" "$2"; }

start
export_pid=$(pid_of export-service)
list >"$work/list.csv"
imported=$(curl -sf -H "Authorization: Bearer $token" -F "file=@$work/list.csv" "$(api 1)/imports/history" | field imported)
[ "$imported" = "$count" ] || fail "$imported of $count documents were imported"
for ((from = 1; from <= own; from += 1000)); do
  drafts "$from" "$((from + 999 < own ? from + 999 : own))" >"$work/batch.json"
  call -d "@$work/batch.json" "$(api 1)/invoices/batch" >"$work/answer"
  if grep -q FAILED "$work/answer"; then fail "A draft failed: $(grep -o '[^{]*FAILED[^}]*' "$work/answer" | head -n 1)"; fi
done
listed_net=$(awk -v n="$count" 'BEGIN {for (i = 0; i < n; i++) sum += 5 * (200 + i % 9973); printf "%.2f", sum}')
own_net=$(awk -v n="$own" 'BEGIN {for (i = 1; i <= n; i++) sum += 2 * (100 + i % 900); printf "%.2f", sum}')

# Once small, so that nothing is measured cold.
call -d '{"format":"XLSX","filter":{"origin":"HISTORY","customer":"C0001"}}' "$(api 4)/exports" >/dev/null
export_as CSV HISTORY "$count" "$listed_net"
floor CSV "$count"
export_as XLSX HISTORY "$count" "$listed_net"
floor XLSX "$count"
export_as OXYGENE_XML MANUAL "$own" "$own_net" marked
floor XML "$own"
[[ "$(call "$(api 4)/oxygene/register?limit=1")" == *'"invoiceId"'* ]] || fail "The register is empty"
echo "the journal       $(curl -sf -H "Authorization: Bearer $token" "$(api 1)/journal/verify" | head -c 60)"
