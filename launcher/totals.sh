# shellcheck shell=bash
# One sum over every runner: Surefire, Failsafe and Vitest all write JUnit's XML.

reports() {
  find "$ROOT" -name node_modules -prune -o -path '*/target/*-reports/TEST-*.xml' "$@"
}

# forget_reports: an earlier run's reports would be counted as the next one's.
forget_reports() {
  reports -exec rm -f {} +
}

# totals: prints "passed failed skipped".
totals() {
  reports -exec cat {} + | awk '
    function count(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
    }
    /^[ \t]*<testsuite / {
      tests += count("tests"); skipped += count("skipped")
      failed += count("failures") + count("errors")
    }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# conclude STATUS: prints the closing line and returns whether everything passed. A run in which
# no test was executed has not passed.
conclude() {
  local passed failed skipped
  read -r passed failed skipped < <(totals)
  if (($1 != 0 && failed == 0)); then
    echo "A check failed; its reason stands above."
  elif ((passed + failed == 0)); then
    echo "No test was executed."
  fi
  echo "$passed passed, $failed failed, $skipped skipped"
  (($1 == 0 && failed == 0 && passed > 0))
}
