# shellcheck shell=bash
# Node builds the dashboard; nothing that runs afterwards needs it.

readonly NODE_RELEASE=20

node_is_new_enough() {
  local version
  command -v npm >/dev/null && version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  ((${version%%.*} >= NODE_RELEASE))
}

# require_node: installs Node where that is possible, and says what to install where it is not.
require_node() {
  node_is_new_enough && return
  apt_install nodejs "$NODE_RELEASE" npm || true
  node_is_new_enough || die "$(node_advice)"
}

node_advice() {
  if apt_offers nodejs "$NODE_RELEASE"; then
    echo "Node $NODE_RELEASE or newer is needed to build the dashboard: sudo apt-get install nodejs npm"
  else
    echo "Node $NODE_RELEASE or newer is needed to build the dashboard: install the package nodejs as https://github.com/nodesource/distributions says"
  fi
}
