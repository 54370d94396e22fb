#!/usr/bin/env python3
"""Runs commands in turn and prints medians, each with its ratio to the first, the peer: benches/turn.py RUNS LABEL [--before COMMAND] NAME::COMMAND…

Wall is what a person waits. Processor time counts all cores, and tells more on a machine that does other things beside. Memory is the
most that one run held. `--before` is run before each command and not measured.
"""

import os
import statistics
import subprocess
import sys
import time

runs, label, commands = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
before = ""
if commands[0] == "--before":
    before, commands = commands[1], commands[2:]
commands = [one.split("::", 1) for one in commands]


def once(command):
    if before:
        subprocess.run(before, shell=True, check=True, stdout=subprocess.DEVNULL)
    begun = time.perf_counter()
    # A plain command takes the place of its shell.
    plain = command if "&&" in command or command.startswith("(") else "exec " + command
    child = subprocess.Popen(plain, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


took = [[] for _ in commands]
for _ in range(runs):
    for at, (_, command) in enumerate(commands):
        took[at].append(once(command))
wall, processor, memory = ([statistics.median(one[what] for one in runs) for runs in took] for what in range(3))
print(label)
for at, (name, _) in enumerate(commands):
    print(
        f"  {name:<40} {wall[at] * 1000:10.2f} ms   ratio {wall[at] / wall[0]:5.2f}   "
        f"processor {processor[at] * 1000:10.2f} ms, {processor[at] / max(processor[0], 1e-6):5.2f}   {memory[at]:5.0f} MiB"
    )
