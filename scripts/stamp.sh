#!/bin/sh
# The checksum of the lock file and the Node version, written when packages were installed (npm runs the script
# `dependencies` after that; of a `prepare` it would warn whoever installs the package) and compared before each run.
# With `print`, only prints.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
now="$(cksum < "$root/package-lock.json") $(node -v)"
if [ "${1:-}" = print ]; then printf '%s\n' "$now"; else printf '%s\n' "$now" > "$root/node_modules/.tamis-stamp"; fi
