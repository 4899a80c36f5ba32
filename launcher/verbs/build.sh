# shellcheck shell=bash
# ./metalayer build [--native]

run_verb() {
  case ${1:-} in
    '') require_jdk && build_if_needed ;;
    --native) require_jdk && require_graalvm && build_native ;;
    *) die "build knows --native only, not ${1}" ;;
  esac
}
