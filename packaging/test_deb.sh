#!/bin/bash
# Installs the Debian package into a Debian 12 with nothing else on it, starts the workbench there on a
# virtual screen as an ordinary user, and waits for its window.
#   packaging/test_deb.sh [FILE.deb]     needs root (it makes a Debian root with debootstrap), 3 GB, the network
# Leaves build/package/window.png to look at.
set -euo pipefail
deb=${1:+$(realpath "$1")}
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/setup.sh"

[ "$(id -u)" = 0 ] || fail "making a Debian root needs administrator rights; start it with sudo."
[ -n "$deb" ] || deb=$(ls -t build/package/*.deb 2>/dev/null | head -1)
[ -f "$deb" ] || fail "there is no package yet; make it with packaging/make_deb.sh."

begin 4
install_packages package-test
log=$LOGS/test_deb.log
: >"$log"

step "Checking the metadata…"
desktop-file-validate packaging/mrm-workbench.desktop
appstreamcli validate --no-net --pedantic packaging/*.metainfo.xml
step_done

step "Making a clean Debian 12…"
base=${TMPDIR:-/var/tmp}
require_space "$base" 3000 "the test"
root=$(mktemp -d "$base/mrm-deb-test.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT
chmod 755 "$root"
debootstrap --variant=minbase bookworm "$root" >>"$log" 2>&1 || explain "$log" "debootstrap"
# This machine's way to the network: proxies and the like.
apt-config dump --format '%F "%v";%n' Acquire >"$root/etc/apt/apt.conf.d/99host"
cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
cp "$deb" "$root/package.deb"
step_done

step "Installing the package and starting the workbench in it…"
cat >"$root/inside.sh" <<'INSIDE'
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get -q update
apt-get -q -y install /package.deb                       # as a user would: with what it recommends
apt-get -q -y install --no-install-recommends xvfb xauth xdotool imagemagick util-linux
useradd -m tester
for program in mrm mrm-workbench; do
  ! ldd /usr/bin/$program | grep "not found"
done
as_tester() { setpriv --reuid=tester --regid=tester --clear-groups env HOME=/home/tester "$@"; }
echo "version: $(as_tester mrm --version)"
as_tester xvfb-run -a -s "-screen 0 1600x1000x24" sh -eu -c '
  mrm-workbench --sample >/home/tester/log 2>&1 &
  program=$!
  window=
  for second in $(seq 60); do
    window=$(xdotool search --onlyvisible --name "MRM Workbench" 2>/dev/null | head -1) && [ -n "$window" ] && break
    kill -0 $program || { echo "the workbench ended by itself:"; cat /home/tester/log; exit 1; }
    sleep 1
  done
  [ -n "$window" ] || { echo "no window after 60 s"; cat /home/tester/log; exit 1; }
  sleep 5
  kill -0 $program || { echo "the workbench ended by itself:"; cat /home/tester/log; exit 1; }
  eval "$(xdotool getwindowgeometry --shell "$window")"
  echo "window: $WIDTH x $HEIGHT after $second s: $(xdotool getwindowname "$window")"
  [ "$WIDTH" -ge 800 ] && [ "$HEIGHT" -ge 500 ]
  import -window root /home/tester/window.png
  kill $program
  cat /home/tester/log'
apt-get -q -y remove mrm-workbench
! ls /usr/lib/mrm-workbench /usr/bin/mrm* 2>/dev/null
INSIDE
unshare --mount --pid --fork --kill-child bash -c '
  mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t sysfs sys "$0/sys"
  exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" sh /inside.sh' \
  "$root" </dev/null >>"$log" 2>&1 || { tail -20 "$log"; fail "the package does not work in a clean Debian 12; the log says more: $log"; }
grep -E '^(version|window):' "$log"
mkdir -p build/package
cp "$root/home/tester/window.png" build/package/window.png
step_done
echo "The package works; look at build/package/window.png."
