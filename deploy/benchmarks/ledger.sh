#!/usr/bin/env bash
# How the ledger grows: imports an invented list of N rows and one of 4N, streams all documents back, and tells the ratios of time
# and memory. Ratios of one run say more than seconds: 4 is linear time, 1 is flat memory. Usage: ledger.sh [N, default 25000]
set -euo pipefail

rows=${1:-25000}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
export FACTURATION_HOME=${FACTURATION_HOME:-$(mktemp -d)} FACTURATION_PORT_BASE=${FACTURATION_PORT_BASE:-18080}
local_run="$here/../local.sh"
base="http://127.0.0.1:$((FACTURATION_PORT_BASE + 1))/api/v1"
trap '"$local_run" reset >/dev/null 2>&1 || true' EXIT

# Rows of years FROM to FROM + 24, gross is 1.2 × net to the cent, numbers unique.
list() {
  awk -v n="$1" -v from="$2" 'BEGIN {
    print "Numéro;Client;Date;Total HT;Total TTC;Acompte TTC;TTC origine;Mt acompte;MT Réglé;MT Perte;Reste dû;Comptabilisée;Acompte HT;TVA / Acompte"
    for (i = 0; i < n; i++) {
      month = i % 300; year = from + int(month / 12); net = 5 * (200 + i % 9973); counter = int(i / 300) + 1
      printf "F %04d%02d%02d;C%04d - CLIENT %d;%02d/%02d/%04d;%d;%.1f;0;;0;0;0;%.1f;Non;0;0\r\n",
        year, month % 12 + 1, counter, i % 997, i % 997, i % 28 + 1, month % 12 + 1, year, net, net * 1.2, net * 1.2
    }
  }'
}

now() { date +%s%N; }
peak() { awk '/VmHWM/ {print $2}' "/proc/$pid/status"; }

"$local_run" up >/dev/null
token=$("$local_run" token operator)
pid=$(pgrep -f "$FACTURATION_HOME.*invoice-service/target/quarkus-app|invoice-service/target/quarkus-app.*" | head -n 1)
work=$(mktemp -d)
list "$rows" 2000 >"$work/one.csv"
list "$((rows * 4))" 2040 >"$work/four.csv"

import() {
  local begun answer
  begun=$(now)
  answer=$(curl -sf -H "Authorization: Bearer $token" -F "file=@$1" "$base/imports/history")
  echo "$(((($(now) - begun)) / 1000000)) $(sed 's/.*"imported":\([0-9]*\).*/\1/' <<<"$answer")"
}

read -r first_ms first_rows < <(import "$work/one.csv")
first_peak=$(peak)
read -r second_ms second_rows < <(import "$work/four.csv")
second_peak=$(peak)
begun=$(now)
last=$(curl -sf -H "Authorization: Bearer $token" "$base/invoices/stream" | tail -n 1)
stream_ms=$(((($(now) - begun)) / 1000000))
third_peak=$(peak)
rm -rf "$work"

echo "imported          $first_rows rows in $first_ms ms, $second_rows rows in $second_ms ms (heap 256 MB)"
awk -v a="$first_ms" -v b="$second_ms" 'BEGIN {printf "time ratio        %.2f for 4 times the rows\n", b / a}'
awk -v a="$first_peak" -v b="$second_peak" -v c="$third_peak" 'BEGIN {printf "peak memory ratio %.2f import, %.2f stream (%d MB, %d MB, %d MB)\n", b / a, c / a, a / 1024, b / 1024, c / 1024}'
echo "streamed          $last in $stream_ms ms"
[ "$first_rows" = "$rows" ] && [ "$second_rows" = "$((rows * 4))" ] && [ "$last" = "{\"end\":true,\"count\":$((rows * 5))}" ]
