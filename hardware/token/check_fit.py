#!/usr/bin/env python3
"""check_fit.py BOARD.kicad_pcb: outline, holes, button, socket and display stand where the case expects them, and all fits in height."""
import math
import os
import sys

from sexpr import find, find_all, parse
from shape import SHARED as CASE

ORIGIN = (100.0, 60.0)
NEAR = 0.1
# Height above (F) or below (B) the board in millimetres, from the parts' drawings.
TALL = {'U1': 3.2, 'J1': 3.3, 'J2': 5.5, 'SW1': 4.3, 'U3': 1.75, 'U7': 1.75}
OTHERS = 1.5


def numbers(node):
    return [float(v) for v in node[1:3]]


def outline(board):
    """(left, top, right, bottom) of Edge.Cuts in board coordinates."""
    points = []
    for kind in ('gr_line', 'gr_arc'):
        for shape in find_all(board, kind):
            if find(shape, 'layer')[1] == 'Edge.Cuts':
                points += [numbers(find(shape, end)) for end in ('start', 'end')]
    xs, ys = [p[0] - ORIGIN[0] for p in points], [p[1] - ORIGIN[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def parts(board):
    """{reference: (x, y, rotation, side, [pad middles])}"""
    result = {}
    for footprint in find_all(board, 'footprint'):
        at = find(footprint, 'at')
        x, y = float(at[1]) - ORIGIN[0], float(at[2]) - ORIGIN[1]
        turn = float(at[3]) if len(at) > 3 else 0.0
        angle = math.radians(turn)
        reference = next(p[2] for p in find_all(footprint, 'property') if p[1] == 'Reference')
        pads = []
        for pad in find_all(footprint, 'pad'):
            px, py = numbers(find(pad, 'at'))
            pads.append((x + px * math.cos(angle) + py * math.sin(angle), y - px * math.sin(angle) + py * math.cos(angle)))
        result[reference] = (x, y, turn, find(footprint, 'layer')[1][0], pads)
    return result


def faults(board):
    found = []
    edge = outline(board)
    wanted = (0, 0, CASE['board_w'], CASE['board_h'])
    if any(abs(a - b) > 0.01 for a, b in zip(edge, wanted)):
        found.append('outline is %s, the case is made for %s' % (edge, wanted))
    placed = parts(board)
    for reference, (_, _, _, _, pads) in placed.items():
        if any(not (edge[0] <= x <= edge[2] and edge[1] <= y <= edge[3]) for x, y in pads):
            found.append('%s stands off the board' % reference)
    header = [sum(p[i] for p in placed['J3'][4]) / 4 for i in (0, 1)]
    for what, got, want in [
            ('middle of the USB socket (y)', placed['J1'][1], CASE['usb_y']),
            ('button (x)', placed['SW1'][0], CASE['button_x']), ('button (y)', placed['SW1'][1], CASE['button_y']),
            ('OLED header (x)', header[0], CASE['oled_header_x']), ('OLED header (y)', header[1], CASE['oled_header_y']),
            *[('hole %d (%s)' % (n, axis), placed['H%d' % n][i], CASE['hole%d_%s' % (n, axis)]) for n in (1, 2, 3) for i, axis in enumerate('xy')]]:
        if abs(got - want) > NEAR:
            found.append('%s is at %.2f, the case expects %.2f' % (what, got, want))
    module = (CASE['oled_header_x'] - CASE['oled_w'] / 2, CASE['oled_header_y'] - CASE['oled_edge'])
    for reference, (x, y, _, side, pads) in placed.items():
        tall = TALL.get(reference, 0.0 if reference[0] in 'HT' else OTHERS)
        room = CASE['above'] if side == 'F' else CASE['below']
        if tall > room:
            found.append('%s is %.1f mm tall, the case leaves %.1f' % (reference, tall, room))
        under = module[0] < x < module[0] + CASE['oled_w'] and module[1] < y < module[1] + CASE['oled_h']
        if side == 'F' and under and reference != 'J3' and tall > OTHERS:
            found.append('%s (%.1f mm) does not fit under the OLED module' % (reference, tall))
        if side == 'B' and tall and CASE['battery_x'] < x < CASE['battery_x'] + CASE['battery_w']:
            found.append('%s stands where the battery lies' % reference)
    if CASE['oled_top'] > CASE['above'] or CASE['battery_thick'] > CASE['below']:
        found.append('display or battery is thicker than its room')
    return found


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as file:
        problems = faults(parse(file.read()))
    for problem in problems:
        print(os.path.basename(sys.argv[1]) + ': ' + problem)
    sys.exit(1 if problems else 0)
