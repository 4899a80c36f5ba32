# shellcheck shell=bash
# ./metalayer build [--native [agent|server]]

run_verb() {
  case "$*" in
    '') require_jdk && build_if_needed && train_if_needed ;;
    --native) run_native agent server ;;
    '--native agent' | '--native server') run_native "$2" ;;
    *) die "build knows --native, --native agent and --native server only, not $*" ;;
  esac
}

run_native() {
  require_jdk
  require_graalvm
  build_native "$@"
}
