# shellcheck shell=bash
# Finds GraalVM, which builds programs that need no JVM.

# find_graalvm: prints the home of one that has native-image and is new enough.
find_graalvm() {
  local on_path home release
  on_path=$(readlink -f "$(command -v native-image || true)")
  for home in "${GRAALVM_HOME:-}" "${on_path%/bin/native-image}"; do
    [[ -n $home && -x $home/bin/native-image ]] || continue
    release=$(jdk_release "$home") || continue
    ((${release:-0} >= JDK_RELEASE)) || continue
    echo "$home"
    return
  done
  return 1
}

# require_graalvm: sets GRAALVM_HOME.
require_graalvm() {
  GRAALVM_HOME=$(find_graalvm) || die "GraalVM builds native programs: install GraalVM $JDK_RELEASE or Mandrel $JDK_RELEASE (https://www.graalvm.org/downloads) with gcc and zlib1g-dev, and set GRAALVM_HOME"
  export GRAALVM_HOME
}
