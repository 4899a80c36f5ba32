# shellcheck shell=bash
# Finds GraalVM, which builds programs that need no JVM.

# find_graalvm: prints the home of one that has native-image and is new enough.
find_graalvm() {
  local on_path home
  on_path=$(readlink -f "$(command -v native-image || true)")
  on_path=${on_path%/bin/native-image}
  # There bin/native-image mostly leads to lib/svm/bin.
  for home in "${GRAALVM_HOME:-}" "${on_path%/lib/svm}"; do
    if [[ -n $home && -x $home/bin/native-image ]] && is_new_enough "$home"; then
      echo "$home"
      return
    fi
  done
  return 1
}

# require_graalvm: sets GRAALVM_HOME.
require_graalvm() {
  GRAALVM_HOME=$(find_graalvm) || die "GraalVM builds native programs: install GraalVM $JDK_RELEASE or Mandrel $JDK_RELEASE (https://www.graalvm.org/downloads) with gcc and zlib1g-dev, and set GRAALVM_HOME"
  export GRAALVM_HOME
}
