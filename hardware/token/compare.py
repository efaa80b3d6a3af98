#!/usr/bin/env python3
"""compare.py COMMITTED FRESH: the KiCad files in two folders are the same. KiCad writes no date into them."""
import os
import sys

FILES = ('hwtoken.kicad_pro', 'hwtoken.kicad_sym', 'sym-lib-table', 'hwtoken.kicad_sch', 'hwtoken.kicad_pcb')


def lines(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as file:
        return file.read().splitlines()


def main(committed, fresh):
    status = 0
    bodies = {os.path.join('bodies', n) for folder in (committed, fresh) for n in os.listdir(os.path.join(folder, 'bodies'))}
    for name in [*FILES, *sorted(bodies)]:
        old, new = lines(committed, name), lines(fresh, name)
        if old != new:
            row = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
            print('%s is not what its script writes, first in line %d: run the script and commit the result' % (name, row + 1))
            for mark, text in (('-', old), ('+', new)):
                print('  %s %s' % (mark, text[row].strip() if row < len(text) else '(end)'))
            status = 1
    return status


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
