# shellcheck shell=bash
# ./metalayer test [--fast] [Maven options]

run_verb() {
  local options=() status=0
  if [[ ${1:-} == --fast ]]; then
    options+=(-Dfast)
    shift
  else
    require_test_tools
  fi
  require_jdk
  require_node
  forget_reports
  # Two modules at a time: many tests wait more than they compute.
  maven verify --threads 2 --fail-at-end "${options[@]}" "$@" || status=$?
  conclude "$status"
}
