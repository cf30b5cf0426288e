#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one command on a private X server, session bus and home, and ends with its status:
#   tests/support/headless.sh build/tests/ui/test-ui-shell
# Exit status 77 (skipped) where there is no Xvfb. GSETTINGS_SCHEMA_DIR names the compiled schemas.
set -u

for tool in Xvfb dbus-run-session; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "skipped: $tool is not installed"
    exit 77
  fi
done

root=$(mktemp -d) || exit 1
server=
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  rm -rf "$root"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

export HOME="$root/home"
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CACHE_HOME="$HOME/cache"
export XDG_STATE_HOME="$HOME/state" XDG_RUNTIME_DIR="$root/run"
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"

# What a GNOME session would say of fonts; no animations, so that a state is reached at once.
cat >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini" <<'EOF'
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=0
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
EOF

# The server picks a free display and tells it: tests can run at the same time.
mkfifo "$root/display"
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x1024x24}" -nolisten tcp -noreset \
  3>"$root/display" >"$root/xvfb.log" 2>&1 &
server=$!
read -r display <"$root/display" || {
  cat "$root/xvfb.log" >&2
  exit 1
}
export DISPLAY=":$display"

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export GDK_BACKEND=x11
# The same pixels everywhere, and no OpenGL: GDK_DEBUG up to GTK 4.14, GDK_DISABLE after.
export GSK_RENDERER="${GSK_RENDERER:-cairo}" GDK_DEBUG="${GDK_DEBUG:-gl-disable}"
export GDK_DISABLE="${GDK_DISABLE:-gl,vulkan}" LIBGL_ALWAYS_SOFTWARE=1
export GSETTINGS_BACKEND=memory GIO_USE_VFS=local GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
export GTK_A11Y="${GTK_A11Y:-test}"

dbus-run-session -- "$@"
