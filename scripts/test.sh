#!/bin/sh
# The tests, under Node 24. With arguments: only those files.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root" || exit 1
if [ $# -eq 0 ]; then
  set -- 'src/**/*.test.ts' 'test/**/*.test.ts' 'bench/**/*.test.ts' 'ui/src/**/*.test.ts'
fi
exec sh scripts/with-node.sh node --test --test-timeout=600000 "$@"
