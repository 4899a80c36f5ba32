# shellcheck shell=bash
# What only tests need.

# require_test_tools: installs them where that is possible, and says what to install where not.
require_test_tools() {
  METALAYER_CHROMIUM=$(require_chromium)
  export METALAYER_CHROMIUM
  command -v shellcheck >/dev/null || apt_install shellcheck 0 || true
  command -v shellcheck >/dev/null || die "shellcheck checks the scripts: sudo apt-get install shellcheck"
}

# require_chromium: prints the path of the browser.
require_chromium() {
  find_chromium && return
  apt_install chromium 100 || true
  find_chromium || die "Chromium runs the browser tests: sudo apt-get install chromium, or leave them out with --fast"
}

find_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}
