#!/bin/sh
# Runs a command with Node 24 and the project's packages, bringing both when they are missing.
# Many machines still have Node 20. npm run by Node 20 leaves out optional native packages whose
# `engines` ask for more, so the newer Node comes first and only then runs `npm ci`.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
wanted=24
brought_version=24.21.0

major_of() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

say() { printf 'tamis: %s\n' "$1" >&2; }

# Two first runs at once would install into one folder: `npm ci` empties it under the feet of the other. `mkdir` is
# the lock that every system has; one left behind by a process that is gone is taken over.
lock="$root/.installing"
take_lock() {
  [ -w "$root" ] || { say "$root cannot be written to, and what tamis needs is not installed there."; exit 1; }
  until mkdir "$lock" 2>/dev/null; do
    sleep 1
    # No process has so high a number: a lock still without a holder after that second is left behind too.
    holder=$(cat "$lock/pid" 2>/dev/null || echo 2147483647)
    kill -0 "$holder" 2>/dev/null || rm -rf "$lock"
  done
  echo $$ > "$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT TERM
}
leave_lock() { rm -rf "$lock"; trap - EXIT INT TERM; }

bring_node() {
  brought="$root/.node/node_modules/node/bin"
  if [ "$(major_of "$brought/node")" -lt "$wanted" ]; then
    take_lock
    command -v npm >/dev/null 2>&1 || { say "Node $wanted is needed, and npm to bring it. Neither is here."; exit 1; }
    say "bringing Node $brought_version (once) ..."
    mkdir -p "$root/.node"
    printf '{"private":true,"allowScripts":{"node":true}}\n' > "$root/.node/package.json"
    npm install --prefix "$root/.node" --no-audit --no-fund --loglevel=error "node@$brought_version" >/dev/null ||
      { say "could not bring Node $brought_version from the npm registry."; exit 1; }
    leave_lock
  fi
  PATH="$brought:$PATH"
  export PATH
}

# `npm install` and `npm ci` leave a stamp (scripts/stamp.sh): a pull or a new Node installs again.
bring_packages() {
  packages_are_current && return
  take_lock
  packages_are_current || {
    say "installing packages (once) ..."
    (cd "$root" && npm ci --no-audit --no-fund --loglevel=error >/dev/null) || { say "npm ci failed."; exit 1; }
    sh "$root/scripts/stamp.sh"
  }
  leave_lock
}

packages_are_current() {
  stamp="$root/node_modules/.tamis-stamp"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(sh "$root/scripts/stamp.sh" print)" ]
}

if [ "$(major_of node)" -lt "$wanted" ]; then bring_node; fi
if [ -f "$root/package-lock.json" ]; then bring_packages; fi
export NODE_NO_WARNINGS="${NODE_NO_WARNINGS:-1}"
# Node strips the types of each file at its first run only; the cache also serves the workers.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$root/node_modules/.cache/node}"
exec "$@"
