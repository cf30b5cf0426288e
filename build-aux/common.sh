# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What build-aux/run, build-aux/test and .ci/run have in common. To be sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
readonly root

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$(basename "$0"): $*"
  exit 1
}

# missing_packages LIST...: those of the lists that are not installed.
missing_packages() {
  local name
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | while read -r name; do
    if [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | cut -c1-2)" != ii ]; then
      echo "$name"
    fi
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# install_packages LIST...: nothing at all where everything is there.
install_packages() {
  local missing
  if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system: install the equivalents of $* yourself. Going on."
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [ ${#missing[@]} = 0 ]; then
    return
  fi
  say "Missing Debian packages, about to be installed with apt-get: ${missing[*]}"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    die "run this as root first, then try again: apt-get install --no-install-recommends ${missing[*]}"
  fi
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  as_root "${apt[@]}" update </dev/null >&2
  as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2
}

# Is that folder mine to write, or could I make it?
usable() {
  if [ -e "$1" ]; then
    [ -d "$1" ] && [ -O "$1" ] && [ -w "$1" ]
  else
    [ -w "$(dirname "$1")" ]
  fi
}

# find_build_dir NAME: NAME in the source tree; where that cannot be written, or belongs to another
# user, a folder of one's own that is the same each time.
find_build_dir() {
  local cache="${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}" tag
  if usable "$root/$1"; then
    echo "$root/$1"
    return
  fi
  tag="afterword-$1-$(printf '%s' "$root" | cksum | cut -d' ' -f1)"
  if mkdir -p "$cache" 2>/dev/null && usable "$cache/$tag"; then
    echo "$cache/$tag"
  else
    echo "${TMPDIR:-/tmp}/$tag-$(id -u)"
  fi
}

# Was that build folder made for this source tree?
configured_here() {
  [ -f "$1/build.ninja" ] &&
    python3 - "$1/meson-info/meson-info.json" "$root" <<'END'
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    sys.exit(json.load(file)["directories"]["source"] != sys.argv[2])
END
}

# build_in DIR [MESON-OPTION...]: configures where needed, and compiles.
build_in() {
  local dir=$1
  shift
  mkdir -p "$dir"
  if [ ! -O "$dir" ]; then
    die "$dir belongs to another user"
  fi
  if ! configured_here "$dir" 2>/dev/null; then
    say "Configuring in $dir"
    rm -rf "$dir"
    meson setup "$dir" "$root" "$@" >&2
  elif [ $# -gt 0 ]; then
    meson setup --reconfigure "$dir" "$root" "$@" >&2
  fi
  say "Building in $dir"
  ninja -C "$dir" >&2
}
