# shellcheck shell=bash
# Shows a JVM one start of the Main System, so that it need not find out again what a start takes: the
# next one takes half as long (JEP 483).

readonly AOT=$ROOT/server/target/aot

# is_trained: whether this JDK has seen what is built now, or tried to.
is_trained() {
  [[ $AOT/cache -nt $SERVER && $(<"$JAVA_HOME/release") == "$(<"$AOT/release")" ]]
}

# train_if_needed: one caller at a time. Where it does not work, starts take longer and nothing else.
train_if_needed() {
  [[ ${METALAYER_BUILD:-} != never && -w $ROOT/server/target ]] || return 0
  is_trained && return
  mkdir -p "$ROOT/target"
  (
    flock 9
    is_trained && exit
    echo "Preparing faster starts, once for each build." >&2
    train 9>&- && exit
    echo "That did not work, and starts stay as they are; the reason stands in $AOT/log." >&2
    : >"$AOT/cache" # not tried again
  ) 9>"$ROOT/target/build.lock"
}

train() {
  rm -rf "$AOT"
  mkdir -p "$AOT/data"
  cp "$JAVA_HOME/release" "$AOT/release"
  rehearse -XX:AOTMode=record && rehearse -XX:AOTMode=create -XX:AOTCache="$AOT/cache.new" || return
  rm -rf "$AOT/data" "$AOT/seen"
  mv "$AOT/cache.new" "$AOT/cache"
}

# rehearse OPTION…: starts the Main System once, on a database that nobody else knows: whatever this
# shell's variables and directory set is not for it.
rehearse() {
  (
    cd "$AOT/data" || exit
    env --ignore-environment PATH="$PATH" HOME="$AOT/data" java "@$ROOT/server/jvm.options" \
      -XX:AOTConfiguration="$AOT/seen" "$@" -Dmetalayer.data="$AOT/data" -Dmetalayer.rehearse-start=true \
      -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 -jar "$SERVER" >>"$AOT/log" 2>&1
  )
}
