#!/usr/bin/env python3
"""check_order.py FOLDER: the lists for the assembly house agree with each other and with the house's form; nothing is sourced without source and date."""
import csv
import os
import re
import sys

from parts import PARTS
from sourcing import alternates, table
from variants import VARIANTS

HEADS = {
    'bom-jlcpcb': ['Comment', 'Designator', 'Footprint', 'LCSC Part #'],
    'cpl-jlcpcb': ['Designator', 'Mid X', 'Mid Y', 'Layer', 'Rotation'],
}


def rows(folder, name):
    with open(os.path.join(folder, name + '.csv'), encoding='utf-8', newline='') as file:
        return list(csv.reader(file))


def sourcing_faults():
    for mpn, row in table().items():
        given = [column for column in ('LCSC', 'Price 1', 'Price 100', 'Price 1000') if row[column]]
        if given and not (row['Source'] and re.fullmatch(r'\d{4}-\d\d-\d\d', row['Date'])):
            yield '%s: %s without source and date (YYYY-MM-DD)' % (mpn, ', '.join(given))
        if row['LCSC'] and not re.fullmatch(r'C\d+', row['LCSC']):
            yield '%s: "%s" is no LCSC number' % (mpn, row['LCSC'])
    known = {p.mpn for p in PARTS}
    yield from ('%s is sourced and on no board' % mpn for mpn in table() if mpn not in known)


def faults(folder):
    found = list(sourcing_faults())
    bought = {p.ref for p in PARTS if p.mpn != 'none' and p.fitted}
    found += ['%s: no word on alternates' % p.ref for p in PARTS if p.mpn != 'none' and not alternates(p.mpn)]
    for variant, (_, left_out) in VARIANTS.items():
        lists = {name: rows(folder, variant + '-' + name) for name in (*HEADS, 'bom-complete')}
        for name, head in HEADS.items():
            if lists[name][0] != head:
                found.append('%s-%s: the head is %s, the house wants %s' % (variant, name, lists[name][0], head))
        machine = [r for row in lists['bom-jlcpcb'][1:] for r in row[1].split(',')]
        placed = [row[0] for row in lists['cpl-jlcpcb'][1:]]
        if sorted(machine) != sorted(placed):
            found.append('%s: parts in one list only: %s' % (variant, ', '.join(sorted(set(machine) ^ set(placed)))))
        everything = [r for row in lists['bom-complete'][1:] if row[0] != 'off board' for r in row[1].split()]
        if sorted(everything) != sorted(bought - left_out):
            found.append('%s: the complete list lacks or invents %s' % (variant, ', '.join(sorted(set(everything) ^ (bought - left_out)))))
        if sum(row[0] == 'off board' for row in lists['bom-complete'][1:]) < 6:
            found.append('%s: panel, cell, screws, label are missing' % variant)
        for reference, x, y, layer, turn in lists['cpl-jlcpcb'][1:]:
            if layer != 'Top' or not (0 <= float(turn) < 360 and 0 < float(x[:-2]) < 80 and 0 < float(y[:-2]) < 34):
                found.append('%s: %s is placed at %s, %s, %s, %s' % (variant, reference, x, y, layer, turn))
    return found


if __name__ == '__main__':
    problems = faults(sys.argv[1])
    for problem in problems:
        print('order: ' + problem)
    sys.exit(1 if problems else 0)
