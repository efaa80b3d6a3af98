#!/usr/bin/python3
"""make_order.py BOARD.kicad_pcb FOLDER: what an assembly house wants to read, once for each variant.

<variant>-bom-jlcpcb.csv   Comment, Designator, Footprint, LCSC Part #
<variant>-cpl-jlcpcb.csv   Designator, Mid X, Mid Y, Layer, Rotation; millimetres from the board's lower left corner, y up
<variant>-bom-complete.csv everything that a token is made of, off-board parts, alternates, sources and prices included

JLCPCB turns some packages against KiCad. The corrections are those of the community's table cpl_rotations_db.csv
(github.com/matthewlai/JLCKicadTools, commit 02f5483, read 2026-11-28); look at the preview all the same.
"""
import csv
import os
import re
import sys

import pcbnew

from sourcing import OFF_BOARD, alternates, sourced
from variants import VARIANTS

TURNS = [(r'^TSOT-23', 180), (r'^SOT-23', 180), (r'^SOIC-', 270), (r'^TSSOP-', 270)]
# Placed by hand: they stand on the other side, or go on last.
BY_HAND = {'J2', 'J3'}
LAYER = {False: 'Top', True: 'Bottom'}


def turned(name, degrees):
    """KiCad's rotation of a footprint as JLCPCB counts it, 0 to 359.99."""
    return (degrees + next((turn for pattern, turn in TURNS if re.search(pattern, name)), 0)) % 360


def key(reference):
    return re.sub(r'\d', '', reference), int(re.sub(r'\D', '', reference))


def fitted(board, left_out):
    """Footprints that are bought and soldered in this variant, in the order of their references."""
    return sorted((f for f in board.GetFootprints() if not f.IsExcludedFromBOM() and not f.IsDNP() and f.GetReference() not in left_out),
                  key=lambda f: key(f.GetReference()))


def groups(footprints):
    """[(part number, maker, value, package, [references])]"""
    found = {}
    for f in footprints:
        name = str(f.GetFPID().GetLibItemName())
        found.setdefault((f.GetFieldText('MPN'), f.GetFieldText('Manufacturer'), f.GetValue(), name), []).append(f.GetReference())
    return [(*what, references) for what, references in found.items()]


def write(path, head, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(head)
        writer.writerows(rows)


def machine_bom(parts):
    return [(value, ','.join(machine), package, sourced(mpn)['lcsc']) for mpn, _, value, package, references in parts
            if (machine := [r for r in references if r not in BY_HAND])]


def placement(board, footprints):
    origin = board.GetDesignSettings().GetAuxOrigin()
    rows = []
    for f in footprints:
        if f.GetReference() not in BY_HAND:
            place = f.GetPosition()
            name = str(f.GetFPID().GetLibItemName())
            rows.append((f.GetReference(), '%.4fmm' % pcbnew.ToMM(place.x - origin.x), '%.4fmm' % pcbnew.ToMM(origin.y - place.y), LAYER[f.IsFlipped()],
                         '%g' % turned(name, f.GetOrientationDegrees())))
    return rows


COMPLETE = ('Where', 'References', 'Qty', 'Value', 'Manufacturer', 'MPN', 'Package', 'Alternates', 'LCSC', 'Price 1', 'Price 100', 'Price 1000', 'Currency', 'Source', 'Date')


def complete(parts, variant):
    rows = []
    for mpn, maker, value, package, references in parts:
        s = sourced(mpn)
        where = 'by hand' if set(references) <= BY_HAND else 'machine'
        rows.append((where, ' '.join(references), len(references), value, maker, mpn, package, alternates(mpn), s['lcsc'], s['price1'], s['price100'], s['price1000'], s['currency'], s['source'], s['date']))
    return rows + [('off board', '', quantity, what, '', '', '', note, '', '', '', '', '', '', '') for what, quantity, note, variants in OFF_BOARD if variant in variants]


def main(board_path, folder):
    board = pcbnew.LoadBoard(board_path)
    os.makedirs(folder, exist_ok=True)
    for variant, (_, left_out) in VARIANTS.items():
        footprints = fitted(board, left_out)
        parts = groups(footprints)
        path = os.path.join(folder, variant)
        write(path + '-bom-jlcpcb.csv', ('Comment', 'Designator', 'Footprint', 'LCSC Part #'), machine_bom(parts))
        write(path + '-cpl-jlcpcb.csv', ('Designator', 'Mid X', 'Mid Y', 'Layer', 'Rotation'), placement(board, footprints))
        write(path + '-bom-complete.csv', COMPLETE, complete(parts, variant))


if __name__ == '__main__':
    main(*sys.argv[1:3])
