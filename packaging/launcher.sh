#!/bin/sh
# Starts the program of its own name. Waiting OpenMP threads must sleep, not spin, which libgomp reads
# before the program's first line.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-passive}"
exec "$(dirname "$(readlink -f "$0")")/../lib/mrm-workbench/$(basename "$0")" "$@"
