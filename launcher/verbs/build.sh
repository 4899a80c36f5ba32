# shellcheck shell=bash
# ./metalayer build

run_verb() {
  require_jdk
  build_if_needed
}
