#!/usr/bin/env bash
# What single calls cost: N drafts are written approved in batches, read one by one, listed by filters beside an imported list, given
# numbers of our own one by one and many at once, and the company is named after all that. Beside each stands what PostgreSQL alone
# does of the kind in the same minute. Usage: calls.sh [N, default 8000] [rows of the list, default 100000] [seconds, default 8]
set -euo pipefail

invoices=${1:-8000}
rows=${2:-100000}
seconds=${3:-8}
export FACTURATION_NUMBERING_AUTHORITY=SELF
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

call() { curl -sf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
drive() { TOKEN=$token java -Xmx64m "$here/HttpDriver.java" "$@"; }
cpu() { echo $(($(process_cpu "$pid") + $(database_cpu))); }

# N drafts of one line as batches of 1,000, approved.
batches() {
  awk -v n="$invoices" -v folder="$work" 'BEGIN {
    for (i = 0; i < n; i++) {
      if (i % 1000 == 0) { if (i) print "]}" > file; file = folder "/batch." int(i / 1000); printf "{\"items\":[" > file }
      printf "%s{\"kind\":\"INVOICE\",\"reference\":\"B-%d\",\"customerCode\":\"C%04d\",\"issuedOn\":\"2025-%02d-15\",\"subject\":\"Maintenance %d\",\"approve\":true,\"lines\":[{\"description\":\"Maintenance du mois\",\"quantity\":1,\"unitPrice\":%d,\"vatRate\":20}]}",
        (i % 1000 ? "," : ""), i, i % 997, i % 12 + 1, i, 100 + i % 900 > file
    }
    print "]}" > file
  }'
}

list() {
  awk -v n="$rows" -v headings="$HEADINGS" 'BEGIN {
    print headings
    for (i = 0; i < n; i++) {
      month = i % 180; year = 2009 + int(month / 12); net = 5 * (200 + i % 9973)
      printf "F %04d%02d%03d;C%04d - CLIENT %d;%02d/%02d/%04d;%d;%.1f;0;;0;0;0;%.1f;Non;0;0\r\n",
        year, month % 12 + 1, int(i / 180) + 1, i % 997, i % 997, i % 28 + 1, month % 12 + 1, year, net, net * 1.2, net * 1.2
    }
  }'
}

# Rate, median and 99th percentile of a drive, and its cost of processors a call.
say_drive() {
  local title=$1 floor=$2 begun calls rate median worst refused
  shift 2
  begun=$(cpu)
  read -r calls rate median worst refused < <(drive "$@")
  awk -v title="$title" -v floor="$floor" -v calls="$calls" -v rate="$rate" -v median="$median" -v worst="$worst" -v refused="$refused" -v cpu="$(($(cpu) - begun))" 'BEGIN {
    printf "%-34s %5d/s, median %d µs, p99 %d µs, %.2f ms of processors each, %d refused", title, rate, median, worst, cpu / (calls + .001), refused
    if (floor) printf "; the floor is %d/s: 1 : %.1f", floor, floor / (rate + .001)
    print ""
  }'
  all_refused=$((${all_refused:-0} + refused))
}

floor() { java_on_ledger CallsFloor.java "$@"; }

start
base=$(api 1)
list >"$work/list.csv"
curl -sf -H "Authorization: Bearer $token" -F "file=@$work/list.csv" "$base/imports/history" >/dev/null
batches
begun=$(now) spent=$(cpu)
for batch in "$work"/batch.*; do
  call --data-binary "@$batch" "$base/invoices/batch" | grep -o '"id":"[^"]*"' | cut -d'"' -f4
done >"$work/ids"
clock=$((($(now) - begun) / 1000000)) spent=$(($(cpu) - spent))
awk -v n="$invoices" -v clock="$clock" -v cpu="$spent" 'BEGIN {
  printf "%-34s %5d/s, %.2f ms of processors each\n", "drafted and approved in batches", n * 1000 / clock, cpu / n}'

for callers in 1 8 64; do
  drive GET "$base/invoices/{}" "$work/ids" "$callers" 4 >/dev/null
  say_drive "GET one, $callers callers" "$(floor select "$work/ids" "$callers" "$seconds")" GET "$base/invoices/{}" "$work/ids" "$callers" "$seconds"
done

seq 0 996 | awk '{printf "C%04d\n", $1}' >"$work/codes"
drive GET "$base/invoices?customer={}&limit=50" "$work/codes" 1 4 >/dev/null
say_drive "page of 50 of a customer, 1 caller" 0 GET "$base/invoices?customer={}&limit=50" "$work/codes" 1 "$seconds"
say_drive "page of 50 of two states, 1 caller" 0 GET "$base/invoices?status=APPROVED&status=DRAFT&customer={}&limit=50" "$work/codes" 1 "$seconds"
seq 1 900 >"$work/words"
say_drive "page of 50 by words, 1 caller" 0 GET "$base/invoices?q=client+{}&limit=50" "$work/words" 1 "$seconds"

# An eighth each one by one, the rest many at once.
eighth=$((invoices / 8))
awk -v eighth="$eighth" -v folder="$work/" '{
  part = int((NR - 1) / eighth)
  print > (folder (part == 0 ? "issue.1" : part == 1 ? "issue.8" : part == 2 ? "issue.64" : "rest"))
}' "$work/ids"
for callers in 1 8 64; do
  say_drive "issue one, $callers callers" "$(floor issue "$work/ids" "$callers" "$seconds")" POST "$base/invoices/{}/issue" "$work/issue.$callers" "$callers"
done
split -l 1000 "$work/rest" "$work/many."
begun=$(now) spent=$(cpu)
for many in "$work"/many.*; do
  call -d "{\"ids\":[$(sed 's/.*/"&"/' "$many" | paste -sd,)]}" "$base/invoices/issue"
done | grep -o '"result":"ISSUED"' | wc -l >"$work/issued"
clock=$((($(now) - begun) / 1000000)) spent=$(($(cpu) - spent))
awk -v n="$(cat "$work/issued")" -v clock="$clock" -v cpu="$spent" 'BEGIN {
  printf "%-34s %5d/s, %.2f ms of processors each\n", "issued many at once", n * 1000 / clock, cpu / n}'

admin=$("$local_run" token admin)
begun=$(now)
curl -sf -X PUT -H "Authorization: Bearer $admin" -H 'Content-Type: application/json' "$base/issuer" -d '{"name": "EXEMPLE CONSEIL", "siren": "732829320"}' >/dev/null
answered=$((($(now) - begun) / 1000000))
for _ in $(seq 600); do
  pending=$(call "$base/issuer" | sed -n 's/.*"pending":\([0-9]*\).*/\1/p')
  [ "${pending:-0}" = 0 ] && break
  sleep 0.2
done
echo "PUT /issuer after them               answered in $answered ms; the last of $invoices documents had its facts after $((($(now) - begun) / 1000000)) ms"
call "$base/journal/verify" | head -c 60
echo
highest=$(call "$base/invoices?status=ISSUED&origin=MANUAL&limit=1" | grep -c '"number"')
[ "$(wc -l <"$work/ids")" = "$invoices" ] && [ "$(cat "$work/issued")" = "$((invoices - 3 * eighth))" ] && [ "$all_refused" = 0 ] && [ "${pending:-0}" = 0 ] && [ "$highest" = 1 ]
