#!/usr/bin/env python3
"""compare.py COMMITTED FRESH: the KiCad files in two folders are the same. KiCad writes no date into them."""
import os
import sys

FILES = ('hwtoken.kicad_pro', 'hwtoken.kicad_sch', 'hwtoken.kicad_pcb')


def lines(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8') as file:
        return file.read().splitlines()


def main(committed, fresh):
    status = 0
    for name in FILES:
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
