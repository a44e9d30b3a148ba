#!/bin/bash
# Makes the Debian package: build/package/mrm-workbench_<version>_amd64.deb
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/setup.sh"

case ${1:-} in
  "") ;;
  --no-packages) INSTALL_PACKAGES=no ;;
  *) echo "packaging/make_deb.sh [--no-packages]: makes build/package/mrm-workbench_<version>_amd64.deb"; exit 0 ;;
esac

DEVICE=cpu
begin 4
install_packages build package
fetch_libtorch
build release "the workbench"
step "Packing…"
require_space build 1500 "packing"
log=build/package.log
(cd build/release && cpack -B ../package) >"$log" 2>&1 || explain "$log" "packing"
step_done
ls -sh build/package/*.deb
