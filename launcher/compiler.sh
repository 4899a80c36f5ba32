# shellcheck shell=bash
# How the JVM compiles what a verb runs.

# compiler VERB: prints the JVM's option. Most verbs end before its second compiler pays for itself,
# and start a third faster without. Only that one knows the processor's own SHA-256, and hashing what
# lies on a stick, or is an image, takes ten times as long in its absence.
compiler() {
  case $1 in
    stick | report | publish | image) echo -XX:TieredStopAtLevel=4 ;;
    *) echo -XX:TieredStopAtLevel=1 ;;
  esac
}
