#!/usr/bin/env python3
"""make_points.py [FOLDER]: where the jig's pins stand, from the board: points.csv for people, points.scad for the plate.

Seen from the back, as the board lies in the jig: x to the right, y up, from the board's lower corner at the antenna-free end (USB side, left).
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'token'))
from board_file import parts  # noqa: E402  (the folder above must be on the path first)
from sexpr import parse  # noqa: E402
from shape import HEIGHT, WIDTH  # noqa: E402

NAMES = {'TP1': '3V3', 'TP2': 'GND', 'TP3': 'EN', 'TP4': 'IO0', 'TP5': 'TX0', 'TP6': 'RX0', 'TP7': 'TX2', 'TP8': 'RX2', 'TP9': 'BAT', 'TP10': 'USB', 'TP11': 'SW', 'TP12': 'CELL-'}


def points():
    """[(what, name, x, y)]; what is pin or hole."""
    with open(os.path.join(HERE, '..', 'token', 'hwtoken.kicad_pcb'), encoding='utf-8') as file:
        placed = parts(parse(file.read()))

    def back(part):
        return round(WIDTH - part.x, 3), round(HEIGHT - part.y, 3)
    pins = [('pin', name, *back(placed[reference])) for reference, name in NAMES.items()]
    return pins + [('hole', reference, *back(placed[reference])) for reference in ('H1', 'H2', 'H3', 'H4')]


def main(folder):
    found = points()
    with open(os.path.join(folder, 'points.csv'), 'w', encoding='utf-8') as file:
        file.write('what,name,x,y\n' + ''.join('%s,%s,%g,%g\n' % row for row in found))
    with open(os.path.join(folder, 'points.scad'), 'w', encoding='utf-8') as file:
        file.write('// Written by make_points.py. Do not edit.\n')
        for what in ('pin', 'hole'):
            file.write('%ss = [%s];\n' % (what, ', '.join('["%s", %g, %g]' % row[1:] for row in found if row[0] == what)))


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else HERE)
