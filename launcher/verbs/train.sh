# shellcheck shell=bash
# ./metalayer train: for the tests, which start what Maven has just built.

run_verb() {
  require_jdk
  train_if_needed
}
