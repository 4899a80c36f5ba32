# shellcheck shell=bash
# ./metalayer up [options]

run_verb() {
  require_jdk
  build_if_needed
  runs_natively || train_if_needed
  command_line up "$@"
}
