#!/usr/bin/env bash
# What finding the contracts in a history costs: N documents are imported, fifty of each customer over two years; three customers of
# four have a monthly contract beside their one-off invoices, the fourth has none. They are analysed four times: the first time meets
# services that just started and stores what it finds, the last is what counts. Beside it stand the stream that an analysis reads, alone, and the
# floor: the same eight columns out of PostgreSQL by COPY. What was found is held against the contracts that are there.
# Usage: analysis.sh [N, default 100000]
set -euo pipefail

documents=${1:-100000}
export FACTURATION_TODAY=2025-07-31
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

each=50 months=24
customers=$((documents / each))
documents=$((customers * each))

# From August 2023 to July 2025. Customer i has a contract of 100 + i % 900 on day i % 28 + 1, unless i % 4 is 3.
list() {
  awk -v customers="$customers" -v each="$each" -v months="$months" -v headings="$HEADINGS" '
    function chance(below) { seed = (seed * 16807) % 2147483647; return seed % below }
    function row(i, day, net) {
      counter++
      printf "F %04d%02d%04d;C%05d - CLIENT %d;%02d/%02d/%04d;%d;%.1f;0;;0;%.1f;0;0;Non;0;0\r\n",
        year, of, counter, i, i, day, of, year, net, net * 1.2, net * 1.2
    }
    BEGIN {
      print headings
      seed = 20250731
      for (month = 0; month < months; month++) {
        year = 2023 + int((month + 7) / 12); of = (month + 7) % 12 + 1; counter = 0
        for (i = 0; i < customers; i++) {
          others = each
          if (i % 4 != 3) { others -= months; row(i, i % 28 + 1, 100 + i % 900) }
          for (n = int(month * others / months); n < int((month + 1) * others / months); n++)
            row(i, chance(28) + 1, 5 * (10 + chance(990)))
        }
      }
    }'
}

call() { curl -sf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
number() { sed "s/.*\"$1\":\([0-9]*\).*/\1/"; }

# Runs a command and tells in microseconds a document what it cost: the clock, and the processors of each process.
cost() {
  local begun clock ledger recurrence database
  ledger=$(process_cpu "$pid") recurrence=$(process_cpu "$contracts_pid") database=$(database_cpu) begun=$(now)
  "${@:2}" >"$work/answer"
  clock=$((($(now) - begun) / 1000))
  ledger=$(($(process_cpu "$pid") - ledger)) recurrence=$(($(process_cpu "$contracts_pid") - recurrence)) database=$(($(database_cpu) - database))
  awk -v what="$1" -v n="$documents" -v clock="$clock" -v ledger="$ledger" -v recurrence="$recurrence" -v database="$database" 'BEGIN {
    printf "%-18s%.1f µs a document on the clock, %.1f of processors (invoice-service %.1f, recurrence-service %.1f, PostgreSQL %.1f)\n",
      what, clock / n, (ledger + recurrence + database) * 1000 / n, ledger * 1000 / n, recurrence * 1000 / n, database * 1000 / n}'
}

# A pattern at the price of its customer's contract is right, another one is not.
judge() {
  grep -o '"customerCode":"C[0-9]*","customerName":"[^"]*","label":"[^"]*","netAmount":[0-9.]*' "$work/answer" |
    sed 's/"customerCode":"C\([0-9]*\)".*"netAmount":/\1 /' |
    awk -v customers="$customers" '
      {i = $1 + 0; if (i % 4 != 3 && $2 == 100 + i % 900 && !seen[i]++) right++; else wrong++}
      END {
        contracts = customers - int(customers / 4)
        printf "found             %d of %d contracts, and %d that are none\n", right, contracts, wrong
        exit right < contracts * 0.98 || wrong > contracts * 0.02
      }'
}

start
contracts_pid=$(pid_of recurrence-service)
list >"$work/list.csv"
imported=$(curl -sf -H "Authorization: Bearer $token" -F "file=@$work/list.csv" "$(api 1)/imports/history" | number imported)
echo "imported          $imported documents of $customers customers"
[ "$imported" = "$documents" ]
for time in first second third fourth; do
  cost "$time analysis" call -d '{"asOf":"2025-07-31"}' "$(api 2)/analyses"
  read_documents=$(sed 's/.*"documents":\([0-9]*\),"customers.*/\1/' "$work/answer")
  [ "$read_documents" = "$documents" ] || { echo "only $read_documents documents were read"; exit 1; }
  judge
done
fields=status,reference,number,customerCode,customerName,issuedOn,netAmount,contractId
cost "the stream alone" call "$(api 1)/invoices/stream?status=ISSUED&status=APPROVED&to=2025-07-31&fields=$fields"
for _ in 1 2 3; do
  read -r floor rows < <(java_on_ledger ReadFloor.java)
done
awk -v floor="$floor" -v rows="$rows" 'BEGIN {printf "the floor         %.1f µs a document by COPY of the same columns, on the clock\n", floor / rows}'
curl -sf -H "Authorization: Bearer $token" "$(api 1)/journal/verify" | head -c 60
echo
