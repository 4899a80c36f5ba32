# shellcheck shell=bash
# Node builds the dashboard; nothing that runs afterwards needs it.

# The dashboard's bundler asks for 20.19, or 22.12 and newer.
readonly NODE_RELEASE=20.19

node_is_new_enough() {
  local version major minor
  command -v npm >/dev/null && version=$(node --version 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"${version#v}"
  ((major == 20 && minor >= 19 || major == 22 && minor >= 12 || major > 22))
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
