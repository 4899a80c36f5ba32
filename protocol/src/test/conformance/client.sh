#!/bin/sh
# Entry point for theupdateframework/tuf-conformance. The suite shifts time with faketime's library, which a JVM does
# not take: the shifted time is read here and passed in.
now=$(date +%s)
unset LD_PRELOAD
target=$(dirname "$0")/../../../target
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$target/conformance.jsa" \
    -cp "$(ls "$target"/metalayer-protocol-*[0-9T].jar)" \
    org.metalayer.protocol.tuf.conformance.ConformanceClient --time "$now" "$@"
