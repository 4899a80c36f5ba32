# shellcheck shell=bash
# ./metalayer test [--fast | --native-server] [Maven options]

run_verb() {
  local options=() status=0
  if [[ ${1:-} == --fast ]]; then
    options+=(-Dfast)
    shift
  elif [[ ${1:-} == --native-server ]]; then
    require_test_tools
    require_graalvm
    options+=(-Dnative.agent -Dnative.server)
    shift
  else
    require_test_tools
    # Whole systems are tested with native agents, where those can be built.
    if GRAALVM_HOME=$(find_graalvm); then
      export GRAALVM_HOME
      options+=(-Dnative.agent)
    else
      echo "NOT TESTED: native agents, for want of GraalVM (GRAALVM_HOME); JVM agents take their place." >&2
    fi
  fi
  require_jdk
  require_node
  forget_reports
  # Said in seconds rather than after everything else.
  maven --quiet --fail-at-end spotless:check checkstyle:check@size || conclude $? || return
  # Two modules at a time: many tests wait more than they compute.
  maven verify --threads 2 --fail-at-end "${options[@]}" "$@" || status=$?
  conclude "$status"
}
