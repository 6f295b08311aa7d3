# What the benchmarks on a running product share; they source it. It starts the four services on an empty database of their own and
# tells what they and PostgreSQL cost. On a busy machine the clock tells more of the neighbours than of the work: processor time stands
# beside it.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
export FACTURATION_HOME=${FACTURATION_HOME:-$(mktemp -d)} FACTURATION_PORT_BASE=${FACTURATION_PORT_BASE:-18080}
local_run="$here/../local.sh"
hertz=$(getconf CLK_TCK)
work=$(mktemp -d)
trap '"$local_run" reset >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

HEADINGS='Numéro;Client;Date;Total HT;Total TTC;Acompte TTC;TTC origine;Mt acompte;MT Réglé;MT Perte;Reste dû;Comptabilisée;Acompte HT;TVA / Acompte'

now() { date +%s%N; }

start() {
  "$local_run" up >/dev/null
  token=$("$local_run" token operator)
  pid=$(pid_of invoice-service)
  postmaster=$(head -n 1 "$FACTURATION_HOME/postgres/data/postmaster.pid")
  driver=$(echo "$here"/../../invoice-service/target/quarkus-app/lib/main/org.postgresql.postgresql-*.jar)
}

pid_of() { pgrep -f "$FACTURATION_HOME.*$1/target/quarkus-app" | head -n 1; }

# The address of a service's API, by its place: 1 invoice, 2 recurrence, 3 clockify, 4 export.
api() { echo "http://127.0.0.1:$((FACTURATION_PORT_BASE + $1))/api/v1"; }

setting() { tr '\0' '\n' <"/proc/$pid/environ" | sed -n "s/^$1=//p"; }

# Runs a Java file of this folder against the ledger's schema.
java_on_ledger() { DB_URL=$(setting DB_URL) DB_USER=$(setting DB_USER) DB_PASSWORD=$(setting DB_PASSWORD) java -cp "$driver" "$here/$1" "${@:2}"; }

# Processor milliseconds so far: of a process, and of PostgreSQL with its processes, those that ended included.
ticks() { awk -v fields="$2" '{sub(/.*\) /, ""); split(fields, wanted, " "); for (i in wanted) sum += $wanted[i]} END {print sum + 0}' $1 2>/dev/null; }
process_cpu() { echo $(($(ticks "/proc/$1/stat" "12 13") * 1000 / hertz)); }
database_cpu() {
  local children
  children=$(pgrep -P "$postmaster" | sed 's|.*|/proc/&/stat|')
  echo $((($(ticks "/proc/$postmaster/stat" "12 13 14 15") + $(ticks "$children" "12 13")) * 1000 / hertz))
}
