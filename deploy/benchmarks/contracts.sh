#!/usr/bin/env bash
# What a month of contracts costs: N customers with two years of a monthly invoice are imported, analysed and accepted, and three months
# are run, each into N approved invoices with their VAT and journal, exactly once. The first run meets cold services, the last is what
# counts. The floor is the same rows by INSERT into tables without key or rule. Usage: contracts.sh [N, default 2000]
set -euo pipefail

contracts=${1:-2000}
export FACTURATION_TODAY=2025-10-31
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

# From August 2023 to July 2025 on the fifth.
list() {
  awk -v n="$contracts" -v headings="$HEADINGS" 'BEGIN {
    print headings
    for (month = 0; month < 24; month++) {
      year = 2023 + int((month + 7) / 12); of = (month + 7) % 12 + 1
      for (i = 0; i < n; i++) {
        net = 100 + i % 900
        printf "F %04d%02d%04d;C%05d - CLIENT %d;05/%02d/%04d;%d;%.1f;0;;0;%.1f;0;0;Non;0;0\r\n",
          year, of, i + 1, i, i, of, year, net, net * 1.2, net * 1.2
      }
    }
  }'
}

call() { curl -sf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
number() { sed "s/.*\"$1\":\([0-9]*\).*/\1/"; }

# Runs a command and tells what it cost: clock and processor milliseconds of both services and PostgreSQL.
cost() {
  local begun ledger recurrence database
  ledger=$(process_cpu "$pid") recurrence=$(process_cpu "$contracts_pid") database=$(database_cpu) begun=$(now)
  "$@" >"$work/answer"
  clock=$((($(now) - begun) / 1000000))
  cpu=$(($(process_cpu "$pid") - ledger + $(process_cpu "$contracts_pid") - recurrence + $(database_cpu) - database))
}

start
contracts_pid=$(pid_of recurrence-service)
list >"$work/list.csv"
imported=$(curl -sf -H "Authorization: Bearer $token" -F "file=@$work/list.csv" "$(api 1)/imports/history" | number imported)
echo "imported          $imported documents"
cost call -d '{"asOf":"2025-07-31"}' "$(api 2)/analyses"
echo "analysed          $((contracts * 24)) documents in $clock ms, $cpu ms of processors"
cost call -X POST "$(api 2)/patterns/accept-all"
echo "accept-all        $(head -c 200 "$work/answer" | number accepted) contracts in $clock ms, $cpu ms of processors"
for month in 08 09 10; do
  last=$([ "$month" = 09 ] && echo 30 || echo 31)
  cost call -d "{\"from\":\"2025-$month-01\",\"to\":\"2025-$month-$last\"}" "$(api 2)/runs"
  made=$(number created <"$work/answer")
  awk -v month="$month" -v made="$made" -v clock="$clock" -v cpu="$cpu" 'BEGIN {
    printf "run of 2025-%s    %d approved invoices in %d ms (%.0f/s), %.2f ms of processors each\n", month, made, clock, made * 1000 / clock, cpu / made}'
done
read -r floor invoices < <(java_on_ledger InsertFloor.java)
awk -v floor="$floor" -v invoices="$invoices" -v made="$made" -v clock="$clock" 'BEGIN {
  printf "the floor         %.0f/s by INSERT of the same rows: the last run is 1 : %.1f of it\n", invoices * 1000 / floor, (clock / made) / (floor / invoices)}'
curl -sf -H "Authorization: Bearer $token" "$(api 1)/journal/verify" | head -c 60
echo
