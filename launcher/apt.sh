# shellcheck shell=bash
# What this machine's package manager can do about a missing tool.

# die MESSAGE: ends with one clear line.
die() {
  echo "metalayer: $1" >&2
  exit 1
}

# apt_offers PACKAGE MINIMUM: whether apt knows the package in at least that version.
apt_offers() {
  local candidate
  candidate=$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p') || return 1
  [[ -n $candidate && $candidate != '(none)' ]] && dpkg --compare-versions "$candidate" ge "$2"
}

# apt_install PACKAGE MINIMUM [MORE…]: installs the package, and more beside it, when run as root and offered.
apt_install() {
  ((EUID == 0)) && command -v apt-get >/dev/null || return 1
  apt-get update -qq >&2 || return 1
  apt_offers "$1" "$2" || return 1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" "${@:3}" >&2
}
