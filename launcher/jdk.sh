# shellcheck shell=bash
# Finds a JDK new enough, even when an older java comes first on the PATH.

readonly JDK_RELEASE=25

# jdk_places: prints where JDKs usually lie. Asked anew each time, for what was just installed.
jdk_places() {
  printf '%s\n' /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* /opt/*
}

# jdk_release DIR: the feature release of the JDK in DIR, or nothing.
jdk_release() {
  [[ -x $1/bin/javac && -r $1/release ]] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# is_new_enough DIR: whether the JDK in DIR is.
is_new_enough() {
  local release
  release=$(jdk_release "$1") && ((${release:-0} >= JDK_RELEASE))
}

# find_jdk: prints the home of the first JDK that is new enough.
find_jdk() {
  local on_path home places
  on_path=$(readlink -f "$(command -v java || echo /none/bin/java)" || true)
  mapfile -t places < <(jdk_places)
  for home in "${JAVA_HOME:-}" "${on_path%/bin/java}" "${places[@]}"; do
    is_new_enough "$home" || continue
    echo "$home"
    return
  done
  return 1
}

# require_jdk: sets JAVA_HOME and the PATH, installing a JDK where that is possible.
require_jdk() {
  local package="openjdk-$JDK_RELEASE-jdk-headless"
  if ! JAVA_HOME=$(find_jdk); then
    apt_install "$package" "$JDK_RELEASE" || true
    JAVA_HOME=$(find_jdk) || die "$(jdk_advice "$package")"
  fi
  export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
}

jdk_advice() {
  if apt_offers "$1" "$JDK_RELEASE"; then
    echo "a JDK $JDK_RELEASE is needed: sudo apt-get install $1"
  else
    echo "a JDK $JDK_RELEASE is needed: install the package temurin-$JDK_RELEASE-jdk as https://adoptium.net/installation/linux says, or set JAVA_HOME"
  fi
}
