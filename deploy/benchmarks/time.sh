#!/usr/bin/env bash
# What tracked time costs: exports of N entries of some years are imported, the last one twice, then three months of N/10 entries each
# over sixty customers with contracts are imported, previewed and billed. The floor of an import is reading the same file. Processor
# time of the services and PostgreSQL stands beside the clock; what is imported are the seconds of the files, what is billed the hours
# of the run. Usage: time.sh [N, default 50000]
set -euo pipefail

entries=${1:-50000}
export FACTURATION_TODAY=2025-10-31
# shellcheck source=measure.sh
. "$(dirname "${BASH_SOURCE[0]}")/measure.sh"

customers=60
# Four entries a day each, so that all of a file lies within four years.
people=$((entries > 60000 ? entries / 6000 : 10))

# Sixty customers with a monthly invoice since August 2023.
list() {
  awk -v n="$customers" -v headings="$HEADINGS" 'BEGIN {
    print headings
    for (month = 0; month < 24; month++) {
      year = 2023 + int((month + 7) / 12); of = (month + 7) % 12 + 1
      for (i = 0; i < n; i++) {
        net = 100 + i
        printf "F %04d%02d%04d;C%05d - CLIENT %d;05/%02d/%04d;%d;%.1f;0;;0;%.1f;0;0;Non;0;0\r\n",
          year, of, i + 1, i, i, of, year, net, net * 1.2, net * 1.2
      }
    }
  }'
}

# N entries from a day on, four a day of so many people; one in ten is our own, one in five is maintenance.
export_of() {
  TZ=UTC awk -v n="$1" -v first="$2" -v people="$3" -v customers="$customers" 'BEGIN {
    print "Project,Client,Description,User,Email,Billable,Start Date,Start Time,End Date,End Time"
    split(first, part, "-")
    for (i = 0; i < n; i++) {
      person = i % people; place = int(i / people) % 4; day = int(i / (people * 4))
      on = strftime("%Y-%m-%d", mktime(part[1] " " part[2] " " part[3] " 12 00 00") + day * 86400)
      client = i % 10 == 9 ? "SYAGA" : "CLIENT " i * 7 % customers
      text = i % 5 == 3 ? "Maintenance préventive" : "Intervention n° " i % 997
      hour = 8 + 2 * place; minute = i % 60; second = i % 59; end = minute + 55
      printf "%s - Support,%s,%s,Personne %d,personne%d@example.fr,Yes,%s,%02d:%02d:%02d,%s,%02d:%02d:%02d\n",
        client, client, text, person, person, on, hour, minute, second, on, hour + int(end / 60), end % 60, second
    }
  }'
}

call() { curl -sf -H "Authorization: Bearer $token" "$@"; }
json() { call -H 'Content-Type: application/json' "$@"; }
figure() { grep -o "\"$1\":[0-9.]*" "$work/answer" | head -n 1 | sed 's/.*://'; }

# Runs a command and keeps what it cost: clock, and processor milliseconds of clockify-service, of the others and of PostgreSQL.
cost() {
  local begun own others database
  own=$(process_cpu "$time_pid") others=$(($(process_cpu "$pid") + $(process_cpu "$contracts_pid"))) database=$(database_cpu) begun=$(now)
  "$@" >"$work/answer"
  clock=$((($(now) - begun) / 1000000))
  own=$(($(process_cpu "$time_pid") - own)) database=$(($(database_cpu) - database))
  others=$(($(process_cpu "$pid") + $(process_cpu "$contracts_pid") - others))
  parts="$own $others $database"
}
tell() { # what, entries
  awk -v what="$1" -v n="$2" -v clock="$clock" -v parts="$parts" 'BEGIN {
    split(parts, cpu, " ")
    printf "%-22s %d entries in %d ms: %.0f µs an entry on the clock, %.0f µs of processors (clockify-service %.0f, neighbours %.0f, PostgreSQL %.0f)\n",
      what, n, clock, clock * 1000 / n, (cpu[1] + cpu[2] + cpu[3]) * 1000 / n, cpu[1] * 1000 / n, cpu[2] * 1000 / n, cpu[3] * 1000 / n}'
}
import() { call -F "file=@$1" "$(api 3)/imports/time-entries"; }
floor() { java -cp "$csv_library" "$here/TimeFloor.java" "$1"; }
totals() { pid=$time_pid java_on_ledger TimeTotals.java; }
equal() { [ "$2" = "$3" ] || { echo "$1: $2 is not $3"; exit 1; }; }

start
contracts_pid=$(pid_of recurrence-service) time_pid=$(pid_of clockify-service)
csv_library=$(echo "$here"/../../clockify-service/target/quarkus-app/lib/main/de.siegmar.fastcsv-*.jar)
list >"$work/list.csv"
call -F "file=@$work/list.csv" "$(api 1)/imports/history" >/dev/null
json -d '{"asOf":"2025-07-31"}' "$(api 2)/analyses" >/dev/null
json -X POST "$(api 2)/patterns/accept-all" >/dev/null

# The first files meet a service whose code is not compiled yet, the last is what counts.
imported=0
for file in "cold 2000 2015-01-01 10" "first $entries 2010-01-01 $people" "warm $entries 2020-01-01 $people"; do
  read -r name count first_day persons <<<"$file"
  export_of "$count" "$first_day" "$persons" >"$work/years.csv"
  read -r floor_time rows file_seconds < <(floor "$work/years.csv")
  equal "rows of the file" "$rows" "$count"
  cost import "$work/years.csv"
  equal "entries imported" "$(figure imported)" "$count"
  tell "import, $name" "$count"
  imported=$((imported + file_seconds))
done
awk -v n="$entries" -v floor="$floor_time" -v clock="$clock" 'BEGIN {
  printf "%-22s reading takes %.1f µs an entry: the import is 1 : %.0f of it\n", "the floor", floor / n, clock * 1000 / floor}'
read -r held seconds _ < <(totals)
equal "seconds imported" "$seconds" "$imported"
printf '%-22s %d entries hold %d seconds, as the files do\n' "" "$held" "$seconds"
cost import "$work/years.csv"
equal "entries known again" "$(figure unchanged)" "$entries"
tell "the same again" "$entries"

# The first month meets cold services, the last is what counts.
count=$((entries / 10 > 50 ? entries / 10 : 50)) locked=0
for month in 2025-07 2025-08 2025-09; do
  export_of "$count" $month-01 $(((count + 87) / 88)) >"$work/month.csv"
  import "$work/month.csv" >"$work/answer"
  equal "entries of the month" "$(figure imported)" "$count"
  cost call "$(api 3)/billing/preview?month=$month"
  tell "preview of $month" "$count"
  open=$(figure totalHours)
  cost json -d "{\"month\":\"$month\"}" "$(api 3)/billing-runs"
  tell "run of $month" "$count"
  equal "hours of the run" "$(figure totalHours)" "$open"
  read -r _ _ billed < <(totals)
  # Each invoice rounds its hours once.
  awk -v open="$open" -v billed="$billed" -v before="$locked" -v created="$(figure created)" -v n="$customers" 'BEGIN {
    measured = billed - before; difference = open - measured
    printf "%-22s %d drafts of %.2f hours, measured %.2f\n", "", created, open, measured
    exit (created > 0 && difference < n * 0.01 && difference > -n * 0.01) ? 0 : 1}'
  locked=$billed
done
cost json -d "{\"month\":\"$month\"}" "$(api 3)/billing-runs"
equal "drafts of a second run" "$(figure created)" 0
tell "the same run again" "$count"
call "$(api 1)/journal/verify" | head -c 60
echo
