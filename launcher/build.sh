# shellcheck shell=bash
# Builds only when a source is newer than the last successful build.

readonly BUILT=$ROOT/target/built
readonly SERVER=$ROOT/server/target/quarkus-app/quarkus-run.jar
readonly PROGRAMS=(server/target/quarkus-app/quarkus-run.jar usb-agent/target/usb-agent.jar cli/target/cli.jar)

is_built() {
  local program
  [[ -f $BUILT ]] || return 1
  for program in "${PROGRAMS[@]}"; do
    [[ -f $ROOT/$program ]] || return 1
  done
  [[ -z $(newer_source) ]]
}

# newer_source: one source that is newer than the last build. Folders count too: theirs is the
# time at which a file was removed.
newer_source() {
  find "$ROOT/pom.xml" "$ROOT/.mvn" -newer "$BUILT" -print -quit
  find "$ROOT"/{protocol,dashboard-web,server,usb-agent,image-builder,cli} -mindepth 1 \
    \( -name target -o -name node_modules -o -path '*/src/test' \) -prune \
    -o -newer "$BUILT" -print -quit
}

maven() {
  (cd "$ROOT" && ./mvnw "$@")
}

# build_if_needed: builds the programs, one caller at a time; everything it says goes to stderr.
build_if_needed() {
  [[ ${METALAYER_BUILD:-} != never ]] || return 0 # a test run has just built what it starts
  is_built && return
  require_node
  mkdir -p "$ROOT/target"
  (
    flock 9
    is_built && exit
    echo "Building Meta Layer; the first time takes a few minutes." >&2
    touch "$BUILT.started" # what changes during the build is newer than it
    maven -q -pl '!acceptance,!benchmarks' -DskipTests package >&2 9>&- && mv "$BUILT.started" "$BUILT"
  ) 9>"$ROOT/target/build.lock" || die "the build failed; the reason stands above"
}

# build_native PROGRAM…: builds the agent, the server or both as files for which no JVM is needed.
build_native() {
  local program
  build_if_needed
  for program in "$@"; do
    echo "Building the native $program; it takes some minutes." >&2
    (
      flock 9
      maven -q -pl "$(native_modules "$program")" -DskipTests "-Dnative.$program" package >&2 9>&-
    ) 9>"$ROOT/target/build.lock" || die "the build failed; the reason stands above"
    native_program "$program"
  done
}

native_modules() {
  case $1 in
    agent) echo protocol,usb-agent ;;
    server) echo protocol,dashboard-web,server ;;
  esac
}

# native_program PROGRAM: prints where it lies.
native_program() {
  case $1 in
    agent) echo "$ROOT/usb-agent/target/stick" ;;
    server) echo "$ROOT/server/target/main-system" ;;
  esac
}

# runs_natively: whether the native server is of what is built now.
runs_natively() {
  local program
  program=$(native_program server)
  [[ -x $program && ! $SERVER -nt $program ]]
}
