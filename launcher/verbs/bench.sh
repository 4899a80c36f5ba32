# shellcheck shell=bash
# ./metalayer bench [--quick | --record]

run_verb() {
  local target=$ROOT/benchmarks/target nginx pgbench wrk
  require_jdk
  wrk=$(require_wrk)
  nginx=$(require_nginx "$target/nginx")
  pgbench=$(require_pgbench "$target/postgresql")
  build_if_needed
  if GRAALVM_HOME=$(find_graalvm); then
    export GRAALVM_HOME
    build_native agent
    runs_natively || build_native server
  fi
  train_if_needed
  maven -q -pl protocol,benchmarks -DskipTests package >&2
  (
    flock --nonblock 9 || die "another ./metalayer bench is running"
    java -XX:+UseSerialGC -Dmetalayer.home="$ROOT" -jar "$target/benchmarks.jar" \
      --wrk "$wrk" --nginx "$nginx" --pgbench "$pgbench" "$@" 9>&-
  ) 9>"$target/bench.lock"
}

# require_wrk: prints the path of the HTTP load generator, installing it where that is possible.
require_wrk() {
  command -v wrk && return
  apt_install wrk 4 || true
  command -v wrk || die "wrk makes the HTTP load: sudo apt-get install wrk"
}

# require_nginx DIR: prints the path of the plain file server, fetching it into DIR where that is
# possible.
require_nginx() {
  find_nginx "$1" && return
  fetch_nginx "$1" || true
  find_nginx "$1" || die "nginx serves the same files for comparison: sudo apt-get install nginx"
}

find_nginx() {
  command -v nginx && return
  [[ -x $1/usr/sbin/nginx ]] && echo "$1/usr/sbin/nginx"
}

# fetch_nginx DIR: the package would also start a web server on this machine, so that only the
# program is taken out of it.
fetch_nginx() {
  mkdir -p "$1"
  (cd "$1" && apt-get download -qq nginx && dpkg-deb -x nginx_*.deb .) >&2
}

# require_pgbench DIR: prints the path of PostgreSQL's load generator, fetching it into DIR where
# that is possible.
require_pgbench() {
  find_pgbench "$1" && return
  fetch_pgbench "$1" || true
  find_pgbench "$1" || die "pgbench makes the database load: sudo apt-get install postgresql-contrib"
}

# find_pgbench DIR: the newest one. Debian puts only a wrapper on the PATH, which wants a cluster.
find_pgbench() {
  local found
  found=$(find "$1" /usr/lib/postgresql -path '*/bin/pgbench' 2>/dev/null | sort -V | tail -n 1)
  [[ -n $found ]] || found=$(command -v pgbench) || return
  echo "$found"
}

# fetch_pgbench DIR: the package would also create and start a database on this machine, so that
# only the program is taken out of it.
fetch_pgbench() {
  local package
  apt_install libpq5 12 || return 1
  package=$(apt-cache depends postgresql | sed -n 's/^ *Depends: \(postgresql-[0-9]*\)$/\1/p')
  mkdir -p "$1"
  (cd "$1" && apt-get download -qq "$package" && dpkg-deb -x "$package"_*.deb .) >&2
}
