#!/usr/bin/env python3
"""check_placement.py BOARD.kicad_pcb: each capacitor stands at the pin that it is there for; all machine-placed parts are on one side."""
import math
import os
import sys

from board_file import parts
from sexpr import parse

# capacitor: (part, pin, millimetres from the middle of the pin to the middle of the capacitor's pad on that net)
AT = {
    'C2': ('U1', '2', 3.0), 'C4': ('U4', '6', 3.0), 'C18': ('U4', '2', 3.0), 'C6': ('U2', '1', 3.0), 'C7': ('U2', '5', 3.0),
    'C5': ('U5', '5', 3.0), 'C9': ('U6', '5', 3.0), 'C12': ('U3', '6', 3.0), 'C13': ('U7', '8', 4.0), 'C19': ('U9', '16', 3.0), 'C14': ('R13', '2', 6.0),
}
# Fitted by hand after the machine: the socket of the cell stands on the back, beside the cell.
BY_HAND = {'J2'}


def faults(board):
    placed, found = parts(board), []
    for capacitor, (reference, number, limit) in AT.items():
        pin = next((p for p in placed[reference].pads if p.number == number), None)
        near = [math.hypot(p.x - pin.x, p.y - pin.y) for p in placed[capacitor].pads if p.net == pin.net]
        if not near:
            found.append('%s is not on the net of %s pin %s' % (capacitor, reference, number))
        elif min(near) > limit:
            found.append('%s is %.1f mm from %s pin %s, at most %.1f' % (capacitor, min(near), reference, number, limit))
    for reference, part in placed.items():
        if part.side == 'B' and not reference.startswith('TP') and reference not in BY_HAND | {'J4'}:
            found.append('%s stands on the back: the board is made to be placed from one side' % reference)
    marks = [(placed[r].x, placed[r].y) for r in ('FID1', 'FID2', 'FID3')]
    area = abs((marks[1][0] - marks[0][0]) * (marks[2][1] - marks[0][1]) - (marks[2][0] - marks[0][0]) * (marks[1][1] - marks[0][1])) / 2
    if area < 100:
        found.append('the three fiducials lie nearly on a line')
    return found


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as file:
        problems = faults(parse(file.read()))
    for problem in problems:
        print(os.path.basename(sys.argv[1]) + ': ' + problem)
    sys.exit(1 if problems else 0)
