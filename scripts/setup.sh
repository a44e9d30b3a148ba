# shellcheck shell=bash disable=SC2034
# What ./run and ./check share: bring what is missing, configure, build. Sourced by them, not run.
# Every step says what it does, keeps a log, can be repeated, and fails with one sentence that says
# what to do.

# ---- settings -------------------------------------------------------------------------------------
LIBTORCH_VERSION=2.11.0
PIP_VERSION=25.3            # the first pips can neither resume a download nor report its progress
SUPPORTED="Debian 12 and Ubuntu 24.04"

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
ROOT=$PWD
: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/mrm-workbench
LOGS=$CACHE/logs
# Waiting OpenMP threads must sleep, not spin: with two threads a small training step takes 54 ms
# when they spin and 0.7 ms when they sleep.
export OMP_WAIT_POLICY=passive
# Nothing here may be steered by a Python environment of the user's.
unset PYTHONPATH PYTHONHOME PYTHONUSERBASE
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

DEVICE=auto                 # auto | cpu | cuda
INSTALL_PACKAGES=yes
STEP=0 STEPS=0 STEP_STARTED=0

# ---- saying what happens --------------------------------------------------------------------------
step() {  # step TEXT: the next of $STEPS steps
  STEP=$((STEP + 1)) STEP_STARTED=$SECONDS
  printf '[%d/%d] %s\n' "$STEP" "$STEPS" "$1"
}
duration() {  # seconds in words
  if (($1 >= 60)); then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi
}
step_done() { printf '      done in %s\n' "$(duration $((SECONDS - STEP_STARTED)))"; }
fail() {
  printf '%s: %s\n' "$0" "$1" >&2
  exit 1
}
trap 'printf "\n" >&2; fail "stopped; start it again and it goes on where it was."' INT TERM

# The filters below read a program's output, keep it in a log and show only how far it is: as one
# changing line on a terminal, elsewhere as a line for each tenth.
SHOWN=-10
WIDTH=$( (stty size </dev/tty) 2>/dev/null | cut -d' ' -f2 || true)
show_progress() {  # show_progress PERCENT TEXT
  if [ -t 1 ]; then
    printf '\r\033[K      %3d%% %s' "$1" "${2:0:$((${WIDTH:-80} - 12))}"
  elif (($1 >= SHOWN + 10)); then
    SHOWN=$(($1 / 10 * 10))
    printf '      %3d%% %s\n' "$1" "$2"
  fi
}
LOST=""
to_log() {  # to_log LOG LINE; what a full disk does not take is kept for the end, when it may have room
  { printf '%s\n' "$2" >>"$1"; } 2>/dev/null || LOST+=$2$'\n'
}
end_progress() { if [ -t 1 ]; then printf '\r\033[K'; fi; }

filter_bytes() {  # "Progress DONE of TOTAL" of pip and unpack_wheels.py; $1: log
  local line name=""
  while IFS= read -r line; do
    if [[ $line =~ ^Progress\ ([0-9]+)\ of\ ([0-9]+)$ ]]; then
      local total=${BASH_REMATCH[2]}
      ((total < 50000000)) || show_progress $((BASH_REMATCH[1] * 100 / total)) \
        "$name $((BASH_REMATCH[1] / 1000000)) of $((total / 1000000)) MB"
    else
      to_log "$1" "$line"
      if [[ $line =~ Downloading\ (.*/)?([A-Za-z0-9_]+-[0-9.]+)-[^/]*\.whl ]]; then
        name=${BASH_REMATCH[2]} SHOWN=-10
      fi
    fi
  done
  end_progress
  [ -z "$LOST" ] || printf '%s' "$LOST" 2>/dev/null >>"$1" || true
}
filter_apt() {  # apt's status lines; $1: log
  local line text
  while IFS= read -r line; do
    if [[ $line =~ ^(dlstatus|pmstatus):.*:([0-9]+)[.0-9]*:(.*)$ ]]; then
      text=${BASH_REMATCH[3]}
      if [ "${BASH_REMATCH[1]}" = dlstatus ]; then text="fetching"; fi
      if ((BASH_REMATCH[2] + 50 < SHOWN)); then SHOWN=-10; fi  # from fetching to installing
      show_progress "${BASH_REMATCH[2]}" "$text"
    else
      to_log "$1" "$line"
    fi
  done
  end_progress
  [ -z "$LOST" ] || printf '%s' "$LOST" 2>/dev/null >>"$1" || true
}
filter_ninja() {  # "[done/total] what"; $1: log
  local line
  while IFS= read -r line; do
    to_log "$1" "$line"
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (.*) ]]; then
      show_progress $((BASH_REMATCH[1] * 100 / BASH_REMATCH[2])) \
        "${BASH_REMATCH[1]}/${BASH_REMATCH[2]} ${BASH_REMATCH[3]##*/}"
    fi
  done
  end_progress
  [ -z "$LOST" ] || printf '%s' "$LOST" 2>/dev/null >>"$1" || true
}
filter_ctest() {  # $1: log
  local line
  while IFS= read -r line; do
    to_log "$1" "$line"
    if [[ $line =~ ^\ *([0-9]+)/([0-9]+)\ Test\ +#[0-9]+:\ ([^ ]+)\ [.\ ]*(.*) ]]; then
      local at=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]} name=${BASH_REMATCH[3]} result=${BASH_REMATCH[4]}
      case $result in
        Passed* | *Skipped* | *"Not Run (Disabled)"*) ;;
        *) end_progress; printf '      %s: %s\n' "$name" "$result" ;;
      esac
      show_progress $((at * 100 / total)) "$at/$total $name"
    fi
  done
  end_progress
  [ -z "$LOST" ] || printf '%s' "$LOST" 2>/dev/null >>"$1" || true
}

# ---- what can go wrong, in one sentence -----------------------------------------------------------
free_space() {  # free_space FOLDER: megabytes
  local folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  df -Pm "$folder" | awk 'NR == 2 {print $4}'
}
require_space() {  # require_space FOLDER MEGABYTES WHAT_FOR
  local free
  free=$(free_space "$1")
  [ "$free" -ge "$2" ] || fail "$3 needs $2 MB of free disk space and the disk of $1 has $free MB; free some and start again."
}
explain() {  # explain LOG WHAT: fails with the reason that the log of a failed fetch shows
  if grep -qiE 'no space left on device' "$1" || [ "$(free_space "$CACHE")" -lt 20 ] || [ "$(free_space "$ROOT")" -lt 20 ]; then
    fail "$2 failed because the disk is full; free some space and start again (log: $1)."
  elif grep -qiE 'certificate.verify.failed' "$1"; then
    fail "$2 failed because a certificate was not accepted; set PIP_CERT to your organisation's certificate file and start again (log: $1)."
  elif grep -qiE 'could not resolve|temporary failure (in name )?resol|name or service not known|unable to connect|could not connect|network is unreachable|connection (refused|timed out|broken|reset)|failed to establish a new connection|max retries exceeded|read timed out|proxyerror' "$1"; then
    fail "$2 needs the network and could not reach it; connect (or set http_proxy and https_proxy) and start again (log: $1)."
  elif grep -qiE 'could not get lock|unable to acquire the dpkg' "$1"; then
    fail "another program is installing packages; wait until it is done and start again (log: $1)."
  fi
  fail "$2 failed; its log says why: $1"
}

# ---- step: Debian packages ------------------------------------------------------------------------
listed_packages() {  # listed_packages SECTION…: from scripts/packages.txt
  awk -v wanted=" $* " '/^\[/ {section = substr($0, 2, length($0) - 2); next}
                        /^[^#]/ && index(wanted, " " section " ") {print $1}' scripts/packages.txt
}
missing_packages() {  # a package also counts as there when an installed one provides it
  dpkg-query -W -f='${db:Status-Status} ${Package}, ${Provides}\n' |
    awk -v wanted="$(listed_packages "$@")" '
      $1 == "installed" {gsub(/\([^)]*\)|,/, " "); for (i = 2; i <= NF; i++) have[$i] = 1}
      END {n = split(wanted, w, "\n"); for (i = 1; i <= n; i++) if (!(w[i] in have)) print w[i]}'
}
system_name() { (. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-this system}") || uname -s; }
supported_system() {
  [ -r /etc/os-release ] && command -v dpkg-query apt-get >/dev/null || return 1
  case $(. /etc/os-release && echo "${UBUNTU_CODENAME:-${VERSION_CODENAME:-}}") in
    bookworm | noble) ;;
    *) return 1 ;;
  esac
}
install_packages() {  # install_packages SECTION…
  local missing log=$LOGS/packages.log count root=()
  [ "$(uname -sm)" = "Linux x86_64" ] ||
    fail "this is $(uname -sm) and the workbench runs on 64-bit x86 Linux (x86_64) only; use such a machine."
  if [ $INSTALL_PACKAGES = no ]; then
    step "Debian packages: not checked, as asked for"
    return
  fi
  if command -v dpkg-query >/dev/null; then missing=$(missing_packages "$@"); else missing=unknown; fi
  if [ -z "$missing" ]; then
    step "Debian packages: all there"
    return
  fi
  supported_system ||
    fail "$(system_name) is not one of the systems that are set up automatically ($SUPPORTED); install the counterparts of scripts/packages.txt yourself and start $0 --no-packages."
  count=$(wc -w <<<"$missing")
  step "Debian packages: $count to install…"
  local command="apt-get install --no-install-recommends ${missing//$'\n'/ }"
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      echo "      this needs administrator rights: sudo may ask for your password"
      sudo -v || fail "sudo was refused; ask an administrator to run: $command"
      root=(sudo)
    else
      fail "installing packages needs administrator rights; ask an administrator to run: $command"
    fi
  fi
  : >"$log"
  # apt makes its status channel non-blocking, which package scripts cannot write to: so it gets one of
  # its own. That is standard error outside and descriptor 3 inside, because sudo closes all above 2.
  # shellcheck disable=SC2016
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
             sh -c 'exec 3>&2 2>&1; exec apt-get -q -y -o APT::Status-Fd=3 -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"' apt)
  exec 4>>"$log"
  "${root[@]}" dpkg --configure -a </dev/null >&4 2>&1 || true  # what an interrupted installation left
  # An unreachable third-party source must not stop the work: whether it matters, the installation tells.
  "${apt[@]}" update </dev/null 2>&1 >&4 | filter_apt "$log" || true
  local plan
  # shellcheck disable=SC2086
  plan=$(LC_ALL=C.UTF-8 apt-get install -q --no-install-recommends --assume-no $missing 2>&1 </dev/null || true)
  plan=$(sed -nE 's/^Need to get (.*) of archives.*/\1/p; s/^After this operation, (.*) of additional.*/\1/p' <<<"$plan")
  if [[ $plan =~ ^(.*)$'\n'(([0-9,.]+)\ ([kMG])B)$ ]]; then
    printf '      %s to fetch, %s of disk\n' "${BASH_REMATCH[1]##*/}" "${BASH_REMATCH[2]}"
    local megabytes=${BASH_REMATCH[3]//,/}
    case ${BASH_REMATCH[4]} in k) megabytes=1 ;; G) megabytes=${megabytes%.*}500 ;; esac
    require_space /usr $((${megabytes%.*} * 4 / 3 + 100)) "installing the packages"
  fi
  # shellcheck disable=SC2086
  "${apt[@]}" install --no-install-recommends $missing </dev/null 2>&1 >&4 | filter_apt "$log" ||
    explain "$log" "installing the Debian packages"
  exec 4>&-
  missing=$(missing_packages "$@")
  [ -z "$missing" ] || fail "these packages could not be installed: ${missing//$'\n'/ }; the log says why: $log"
  step_done
}

# ---- step: libtorch -------------------------------------------------------------------------------
find_python() {
  local candidate
  for candidate in /usr/bin/python3 "$(command -v python3 || true)"; do
    if [ -x "$candidate" ] && "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; then
      PYTHON=$candidate
      return
    fi
  done
  fail "a Python 3.9 or later with the modules venv and ensurepip is missing; install python3 and python3-venv and start again."
}
make_python() {  # make_python LOG: a virtual environment with a pip that can resume downloads
  local venv=$CACHE/python
  [ "$("$venv/bin/python" -m pip --version 2>/dev/null | cut -d' ' -f2)" != $PIP_VERSION ] || return 0
  find_python
  rm -rf "$venv"
  "$PYTHON" -m venv "$venv" >>"$1" 2>&1 || explain "$1" "making a Python environment in $venv"
  "$venv/bin/python" -m pip install -q "pip==$PIP_VERSION" >>"$1" 2>&1 || explain "$1" "fetching pip"
}
wants_cuda() {
  case $DEVICE in
    cuda) return 0 ;;
    cpu) return 1 ;;
  esac
  # The driver, not the toolkit: it is all that is needed.
  [ -e /dev/nvidia0 ] || { command -v nvidia-smi >/dev/null && nvidia-smi -L >/dev/null 2>&1; }
}
fetch_libtorch() {
  local flavour=cpu key log=$LOGS/libtorch.log fetch=577 space=1300 wheels fresh
  if [ -n "${MRM_TORCH_DIR:-}" ]; then
    [ -e "$MRM_TORCH_DIR/torch/version.py" ] ||
      fail "MRM_TORCH_DIR is $MRM_TORCH_DIR, which holds no torch/version.py; unset it and libtorch is fetched."
    step "libtorch: taken from MRM_TORCH_DIR, $MRM_TORCH_DIR"
    export MRM_TORCH_DIR
    return
  fi
  if wants_cuda; then flavour=cuda fetch=2400 space=7000; fi
  export MRM_TORCH_DIR=$CACHE/libtorch-$LIBTORCH_VERSION-$flavour
  key=$(cat scripts/libtorch-cpu.txt "scripts/libtorch-$flavour.txt" scripts/unpack_wheels.py | sha256sum | cut -c1-16)
  if [ "$(cat "$MRM_TORCH_DIR/.complete" 2>/dev/null)" = "$key" ]; then
    step "libtorch $LIBTORCH_VERSION ($flavour): there"
    return
  fi
  step "Fetching libtorch $LIBTORCH_VERSION ($flavour, $fetch MB)…"
  require_space "$CACHE" $space "fetching libtorch"
  : >"$log"
  make_python "$log"
  wheels=$CACHE/wheels-$flavour-$key fresh=$CACHE/libtorch.new
  rm -rf "$fresh"
  mkdir -p "$wheels" "$wheels/tmp"
  # One wheel after the other, so that those that came whole are kept when a later one does not come.
  # TMPDIR: the usual one may be a small memory disk. The wheels are named explicitly: no Python runs them.
  local tags=() tag requirement
  for tag in 2_28 2_27 2_25 2_18 2_17 2_12; do tags+=(--platform "manylinux_${tag}_x86_64"); done
  tags+=(--platform manylinux2014_x86_64 --platform manylinux2010_x86_64)
  grep -hE '^[a-z].*==' scripts/libtorch-cpu.txt "scripts/libtorch-$flavour.txt" | sort -u | while read -r requirement; do
    local name=${requirement%%==*}
    ls "$wheels/${name//-/_}"-*.whl >/dev/null 2>&1 && continue
    printf '%s\n' "$requirement" >"$wheels/tmp/requirement.txt"
    TMPDIR=$wheels/tmp "$CACHE/python/bin/python" -m pip download --no-deps --no-cache-dir \
      --require-hashes --only-binary=:all: --python-version 3.11 --implementation cp --abi cp311 --abi none "${tags[@]}" \
      --resume-retries 20 --progress-bar raw --dest "$wheels/tmp" -r "$wheels/tmp/requirement.txt" 2>&1 |
      filter_bytes "$log" || exit 1
    mv "$wheels/tmp"/*.whl "$wheels/"
  done || explain "$log" "fetching libtorch"
  rm -rf "$wheels/tmp"
  printf '      unpacking\n'
  "$CACHE/python/bin/python" scripts/unpack_wheels.py $flavour "$wheels" "$fresh" 2>&1 | filter_bytes "$log" ||
    explain "$log" "unpacking libtorch"
  printf '%s\n' "$key" >"$fresh/.complete"
  rm -rf "$MRM_TORCH_DIR"
  mv "$fresh" "$MRM_TORCH_DIR"
  rm -rf "$CACHE"/wheels-*
  step_done
}

# ---- step: Python packages of the tests -----------------------------------------------------------
make_test_python() {
  local venv=$CACHE/python log=$LOGS/python.log key
  if [ -n "${MRM_TEST_PYTHON:-}" ]; then
    step "Python packages for the tests: taken from MRM_TEST_PYTHON, $MRM_TEST_PYTHON"
    export MRM_TEST_PYTHON
    return
  fi
  export MRM_TEST_PYTHON=$venv/bin/python
  key=$(sha256sum scripts/test-requirements.txt | cut -c1-16)
  if [ "$(cat "$venv/.complete" 2>/dev/null)" = "$key" ] && [ -x "$MRM_TEST_PYTHON" ]; then
    step "Python packages for the tests: there"
    return
  fi
  step "Fetching Python packages for the tests (100 MB)…"
  require_space "$CACHE" 800 "the Python packages for the tests"
  : >"$log"
  make_python "$log"
  rm -f "$venv/.complete"
  "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "the tests' Python packages need Python 3.11 or later; set MRM_TEST_PYTHON to a Python that has those of scripts/test-requirements.txt."
  "$venv/bin/python" -m pip install --no-deps --no-cache-dir --only-binary=:all: --progress-bar raw \
    --resume-retries 20 -r scripts/test-requirements.txt 2>&1 | filter_bytes "$log" ||
    explain "$log" "fetching the tests' Python packages"
  printf '%s\n' "$key" >"$venv/.complete"
  step_done
}

# ---- steps: configure and build -------------------------------------------------------------------
build_jobs() {  # as many compilers as there are cores and memory for: one takes up to 1.6 GB
  local jobs memory limit
  jobs=$(nproc)
  memory=$(awk '/^MemAvailable/ {print int($2 / 1024)}' /proc/meminfo)
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || true)
  if [[ $limit =~ ^[0-9]+$ ]] && ((limit / 1048576 < memory)); then memory=$((limit / 1048576)); fi
  ((memory / 1600 >= jobs)) || jobs=$((memory / 1600))
  echo $((jobs > 0 ? jobs : 1))
}
build() {  # build PRESET WHAT
  local folder=build/$1 key log jobs
  mkdir -p "$folder" 2>/dev/null || fail "$ROOT/$folder cannot be written; put the source folder where you may write and start again."
  step "Building $2…"
  take_turn "$folder/.lock"
  key=$(sha256sum CMakePresets.json | cut -c1-16)\ $MRM_TORCH_DIR\ ${MRM_SHARED:-}
  if [ ! -e "$folder/build.ninja" ] || [ "$(cat "$folder/.configured" 2>/dev/null)" != "$key" ]; then
    require_space "$ROOT" 3000 "building"
    log=$folder/configure.log
    local settings=()
    # The warnings of a compiler that was not tried must not stop a user's build.
    [ "$1" != release ] || [ "$(g++ -dumpversion 2>/dev/null)" = 12 ] || settings+=(-DMRM_WARNINGS_AS_ERRORS=OFF)
    [ -z "${MRM_SHARED:-}" ] || settings+=("-DMRM_SHARED=$MRM_SHARED")
    cmake --fresh --preset "$1" "${settings[@]}" >"$log" 2>&1 || {
      grep -A6 -m1 'CMake Error' "$log" | sed 's/^/      /' || true
      fail "configuring failed; its log says why: $log"
    }
    printf '%s\n' "$key" >"$folder/.configured"
  fi
  log=$folder/build.log
  : >"$log"
  jobs=$(build_jobs)
  NINJA_STATUS='[%f/%t] ' cmake --build "$folder" -j "$jobs" 2>&1 | filter_ninja "$log" || {
    if grep -qE 'Killed|out of memory|cannot allocate memory' "$log"; then
      fail "the machine has too little memory to build; close other programs and start again (log: $log)."
    fi
    grep -m3 -E 'error:|FAILED:' "$log" | sed 's/^/      /' || true
    explain "$log" "building"
  }
  step_done
}

# ---- options that both commands have ----------------------------------------------------------------
COMMON_OPTIONS="  --cpu          use the CPU even where an NVIDIA driver is found
  --cuda         fetch libtorch with CUDA even where no NVIDIA driver is found
  --no-packages  neither look for nor install Debian packages
  -h, --help     this text"
common_option() {  # common_option OPTION: true when it was one of those
  case $1 in
    --cpu) DEVICE=cpu ;;
    --cuda) DEVICE=cuda ;;
    --no-packages) INSTALL_PACKAGES=no ;;
    *) return 1 ;;
  esac
}
begin() {  # begin NUMBER_OF_STEPS
  STEPS=$1
  mkdir -p "$LOGS" 2>/dev/null || fail "$CACHE cannot be written; set XDG_CACHE_HOME to a folder where you may write and start again."
  take_turn "$CACHE/lock"
}
take_turn() {  # take_turn FILE: one set-up, and one build of a folder, at a time
  exec 9>"$1"
  if ! flock -n 9; then
    echo "      waiting for another ./run or ./check to be done with this…"
    flock 9
  fi
}
end_turn() { exec 9>&-; }
