#!/usr/bin/env bash
# How the cost of one document moves when there are ten and a hundred times as many: imports, streams, drafts and issues 1, 10 and 100
# times N documents on one running product that worked a little before, and draws microseconds a document as cost.svg.
# Usage: cost.sh [N, default 1000] [FILE, default cost.svg beside this script]
set -euo pipefail

smallest=${1:-1000}
export FACTURATION_NUMBERING_AUTHORITY=SELF
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"
drawing=${2:-$here/cost.svg}

call() { curl -sf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }

# N rows from a year on, 250 years of twelve months at most N / 3000 + 1 a month.
list() {
  awk -v n="$1" -v from="$2" -v headings="$HEADINGS" 'BEGIN {
    print headings
    for (i = 0; i < n; i++) {
      month = i % 240; year = from + int(month / 12); net = 5 * (200 + i % 9973)
      printf "F %04d%02d%03d;C%04d - CLIENT %d;%02d/%02d/%04d;%d;%.1f;0;;0;0;0;%.1f;Non;0;0\r\n",
        year, month % 12 + 1, int(i / 240) + 1, i % 997, i % 997, i % 28 + 1, month % 12 + 1, year, net, net * 1.2, net * 1.2
    }
  }'
}

# N drafts as bodies of a batch, 1,000 a file.
drafts() {
  rm -f "$work"/batch.*
  awk -v n="$1" -v series="$2" -v folder="$work" 'BEGIN {
    for (i = 0; i < n; i++) {
      if (i % 1000 == 0) { if (i) print "]}" > file; file = sprintf("%s/batch.%04d", folder, i / 1000); printf "{\"items\":[" > file }
      printf "%s{\"kind\":\"INVOICE\",\"reference\":\"%s-%d\",\"customerCode\":\"C%04d\",\"issuedOn\":\"2025-%02d-15\",\"subject\":\"Maintenance %d\",\"approve\":true,\"lines\":[{\"description\":\"Maintenance du mois\",\"quantity\":1,\"unitPrice\":%d,\"vatRate\":20}]}",
        (i % 1000 ? "," : ""), series, i, i % 100, i % 12 + 1, i, 100 + i % 900 > file
    }
    print "]}" > file
  }'
}

import() { list "$1" "$2" >"$work/list.csv"; timed "$1" import curl -sf -H "Authorization: Bearer $token" -F "file=@$work/list.csv" "$(api 1)/imports/history"; }
draft() {
  drafts "$1" "$2"
  timed "$1" draft post_batches
  grep -o '"id":"[^"]*"' "$work/answer" | cut -d'"' -f4 >"$work/ids"
  rm -f "$work"/many.*
  split -l 1000 "$work/ids" "$work/many."
  timed "$1" issue issue_all
  [ "$(grep -o '"result":"ISSUED"' "$work/answer" | wc -l)" = "$1" ]
}
post_batches() { for batch in "$work"/batch.*; do call --data-binary "@$batch" "$(api 1)/invoices/batch"; done; }
issue_all() {
  for many in "$work"/many.*; do call -d "{\"ids\":[$(sed 's/.*/"&"/' "$many" | paste -sd,)]}" "$(api 1)/invoices/issue"; done
}
stream() { timed "$1" stream call "$(api 1)/invoices/stream?from=$2-01-01&to=$(($2 + 19))-12-31"; tail -n 1 "$work/answer" | grep -q "\"count\":$1}"; }

# Runs a command over N documents and notes microseconds a document: on the clock, and of processors.
timed() {
  local n=$1 work_name=$2 begun spent
  shift 2
  spent=$(($(process_cpu "$pid") + $(database_cpu))) begun=$(now)
  "$@" >"$work/answer"
  echo "$work_name $n $((($(now) - begun) / 1000 / n)) $((($(process_cpu "$pid") + $(database_cpu) - spent) * 1000 / n))" >>"$work/costs"
}

start
# A service that just started compiles more than it works.
import "$((smallest * 20))" 2000
draft "$((smallest * 2))" W
rm "$work/costs"
for times in 1 10 100; do
  n=$((smallest * times))
  year=$((times == 1 ? 2040 : times == 10 ? 2060 : 2080))
  import "$n" "$year"
  stream "$n" "$year"
done
for times in 1 10 ; do draft "$((smallest * times))" "D$times"; done
awk '{printf "%-8s %8d documents: %5d µs each on the clock, %5d µs of processors\n", $1, $2, $3, $4}' "$work/costs"
call "$(api 1)/journal/verify" | head -c 60
echo

# Both axes by powers of ten; a flat line is a cost that does not grow.
awk -v day="$(date +%F)" '
function x(n) { return 90 + 190 * (log(n / first) / log(10)) }
function y(us) { return 330 - 80 * (log(us) / log(10) - 1) }
{ name[NR] = $1; n[NR] = $2; us[NR] = $4; if (!first || $2 < first) first = $2 }
END {
  colours["import"] = "#1f5fa8"; colours["stream"] = "#2a8a4a"; colours["draft"] = "#b3541e"; colours["issue"] = "#7a3b8f"
  title["import"] = "imported"; title["stream"] = "streamed"; title["draft"] = "drafted and approved"; title["issue"] = "issued"
  print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 700 380\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">"
  print "<title>Microseconds of processors a document</title><rect width=\"700\" height=\"380\" fill=\"#fff\"/>"
  print "<text x=\"90\" y=\"28\" font-size=\"15\">Processor time a document, service and PostgreSQL (" day ")</text>"
  for (p = 1; p <= 4; p++) {
    printf "<path d=\"M90 %d H470\" stroke=\"#ddd\"/><text x=\"80\" y=\"%d\" text-anchor=\"end\">%s</text>\n", y(10 ^ p), y(10 ^ p) + 4, (p < 3 ? 10 ^ p " µs" : 10 ^ (p - 3) " ms")
  }
  for (p = 0; p <= 2; p++) printf "<text x=\"%d\" y=\"355\" text-anchor=\"middle\">%d</text>\n", x(first * 10 ^ p), first * 10 ^ p
  for (work in colours) {
    path = ""; last = 0
    for (i = 1; i <= NR; i++) if (name[i] == work && us[i] > 0) {
      path = path (path == "" ? "M" : "L") sprintf("%.0f %.0f ", x(n[i]), y(us[i])); last = i
      printf "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"4\" fill=\"%s\"/>\n", x(n[i]), y(us[i]), colours[work]
    }
    if (last) {
      printf "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", path, colours[work]
      printf "<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\">%s: %d µs</text>\n", x(n[last]) + 12, y(us[last]) + 4, colours[work], title[work], us[last]
    }
  }
  print "</svg>"
}' "$work/costs" >"$drawing"
echo "drawn             $drawing"
