# shellcheck shell=bash
# Runs a program in the tools tree, in a mount namespace of its own: $TOOLS is its root, the folders of $WORK are below /build.
set -eu

# The root has to be a mount point, or systemd-repart cannot be told from the host.
mount --bind "$TOOLS" "$TOOLS"
mount -t proc proc "$TOOLS/proc"
mount --rbind /sys "$TOOLS/sys"
mount --rbind /dev "$TOOLS/dev"
mount -t tmpfs tmpfs "$TOOLS/run"
mount -t tmpfs tmpfs "$TOOLS/tmp"
mkdir -p "$TOOLS/build" "$TOOLS/mnt"
mount -t tmpfs tmpfs "$TOOLS/build"
mkdir "$TOOLS/build/recipe" "$TOOLS/build/work"
mount --bind "$RECIPE" "$TOOLS/build/recipe"
mount --bind "$WORK" "$TOOLS/build/work"
# The network can be another one than when the tree was made.
if cp /etc/resolv.conf "$TOOLS/run/resolv.conf"; then
  touch "$TOOLS/etc/resolv.conf"
  mount --bind "$TOOLS/run/resolv.conf" "$TOOLS/etc/resolv.conf"
fi
cd "$TOOLS"
pivot_root . mnt
cd /build/recipe
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH HOME=/root
umount -l /mnt
exec "$@"
