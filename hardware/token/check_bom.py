#!/usr/bin/env python3
"""check_bom.py BOM.csv: every row has every field (only DNP may be empty)."""
import csv
import sys


def faults(rows):
    if len(rows) < 10:
        return ['only %d rows' % len(rows)]
    return ['%s: %s is empty' % (row['Refs'], name) for row in rows for name in row if name != 'DNP' and (row[name] or '').strip() in ('', '~', 'none')]


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8', newline='') as file:
        problems = faults(list(csv.DictReader(file)))
    for problem in problems:
        print('BOM: ' + problem)
    sys.exit(1 if problems else 0)
