#!/usr/bin/env python3
"""check_fit.py BOARD.kicad_pcb: the board fits the case, and nothing on it reaches the cell.

Outline, holes, button, socket, diode and display stand where the case expects them; every part fits in height, under the display and beside
posts, bosses and spacer; every pin through the board and every mating pin or plug keeps clear of cell, lid and pane.
"""
import math
import os
import sys

from board_file import outline, parts
from sexpr import parse
from shape import SHARED as CASE
from variants import AAA_LEFT_OUT

NEAR = 0.1
# Height above (F) or below (B) the board in millimetres, from the parts' drawings.
TALL = {'U1': 3.2, 'J1': 3.3, 'J2': 5.5, 'SW1': 4.3, 'U3': 1.75, 'U7': 1.75, 'J3': CASE['oled_back'], 'J4': 0.0}
OTHERS = 1.5
# How far the pins of a through-hole part reach beyond the other face before anyone cuts them: a header's 3 mm less the board.
TAIL = 3.0 - CASE['board_thick']
# Holes without pins: the vias under the module, and a programming plug that nobody leaves in.
NO_PINS = {'U1', 'J4'}
# What a mating part adds: the top of its pins above the board, or a plug before the connector (side, length).
PIN_TOP = {'J3': CASE['oled_pin_top']}
# The wires of the AAA holder, soldered to the pads of J2.
SOLDERED_WIRE = 2.0
PLUG = {'J2': ('left', 4.0)}


def court_of(reference, part):
    """The module's courtyard is its antenna's keep-out: its pads' box and a pad's overhang are what takes room."""
    if reference != 'U1':
        return part.court
    xs, ys = [p.x for p in part.pads], [p.y for p in part.pads]
    return min(xs) - 1.0, min(ys) - 1.0, max(xs) + 1.0, max(ys) + 1.0


def tall(reference):
    return TALL.get(reference, 0.0 if reference.startswith(('H', 'TP', 'FID', 'JP')) else OTHERS)


def meets(court, box):
    return court[0] < box[2] and box[0] < court[2] and court[1] < box[3] and box[1] < court[3]


def near_circle(court, x, y, radius):
    dx = max(court[0] - x, x - court[2], 0)
    dy = max(court[1] - y, y - court[3], 0)
    return math.hypot(dx, dy) < radius


def box(x, y, w, h, room=0.0):
    return x - room, y - room, x + w + room, y + h + room


def places(placed):
    """(what, where it is, where the case has it)"""
    header = [sum(getattr(p, axis) for p in placed['J3'].pads) / 4 for axis in 'xy']
    return [
        ('middle of the USB socket (y)', placed['J1'].y, CASE['usb_y']),
        ('button (x)', placed['SW1'].x, CASE['button_x']), ('button (y)', placed['SW1'].y, CASE['button_y']),
        ('charging diode (x)', placed['D1'].x, CASE['led_x']), ('charging diode (y)', placed['D1'].y, CASE['led_y']),
        ('OLED header (x)', header[0], CASE['oled_header_x']), ('OLED header (y)', header[1], CASE['oled_header_y']),
        *[('hole %d (%s)' % (n, axis), getattr(placed['H%d' % n], axis), CASE['hole%d_%s' % (n, axis)]) for n in (1, 2, 3, 4) for axis in 'xy']]


def cell_faults(placed):
    """What pokes through the board, or hangs below it, against the cell. The holder for AAA cells lies deeper."""
    battery = box(CASE['battery_x'], CASE['battery_y'], CASE['battery_w'], CASE['battery_h'], CASE['pin_room'])
    air = CASE['below'] - CASE['battery_thick']
    for reference, part in placed.items():
        if part.side == 'F' and reference not in NO_PINS:
            for pad in part.pads:
                spot = box(pad.x, pad.y, 0, 0, 0.4)
                if pad.kind == 'thru_hole' and meets(spot, battery) and TAIL > air - CASE['pin_room']:
                    yield '%s pin %s ends %.1f mm from the cell, at least %.1f mm must stay' % (reference, pad.number, max(0.0, air - TAIL), CASE['pin_room'])
        if part.side == 'B' and tall(reference) and meets(part.court, battery):
            yield '%s stands where the battery lies' % reference
        if reference in PLUG:
            length = PLUG[reference][1]
            if meets((part.court[0] - length, part.court[1], part.court[2], part.court[3]), battery):
                yield 'the plug in %s meets the battery' % reference


def faults(board):
    found = []
    edge = outline(board)
    wanted = (0, 0, CASE['board_w'], CASE['board_h'])
    if any(abs(a - b) > 0.01 for a, b in zip(edge, wanted)):
        found.append('outline is %s, the case is made for %s' % (edge, wanted))
    placed = parts(board)
    for what, got, want in places(placed):
        if abs(got - want) > NEAR:
            found.append('%s is at %.2f, the case expects %.2f' % (what, got, want))
    module = box(CASE['oled_header_x'] - CASE['oled_w'] / 2, CASE['oled_header_y'] - CASE['oled_edge'], CASE['oled_w'], CASE['oled_h'])
    spacer = box(CASE['spacer_x'], CASE['spacer_y'], CASE['spacer_w'], CASE['spacer_h'])
    holes = [(n, CASE['hole%d_x' % n], CASE['hole%d_y' % n]) for n in (1, 2, 3, 4)]
    post = (CASE['screw_head'] + 2.4) / 2
    for reference, part in placed.items():
        height, room = tall(reference), CASE['above' if part.side == 'F' else 'below']
        if any(not (edge[0] <= p.x <= edge[2] and edge[1] <= p.y <= edge[3]) for p in part.pads):
            found.append('%s stands off the board' % reference)
        if height > room:
            found.append('%s is %.1f mm tall, the case leaves %.1f' % (reference, height, room))
        if part.side == 'F' and reference != 'J3' and height > OTHERS and meets(court_of(reference, part), module):
            found.append('%s (%.1f mm) does not fit under the OLED module' % (reference, height))
        if part.side == 'F' and height and meets(part.court, spacer):
            found.append('%s stands where the spacer lies' % reference)
        for n, x, y in holes:
            if height and near_circle(court_of(reference, part), x, y, CASE['boss_d'] / 2 if part.side == 'F' else post):
                found.append('%s stands where the case holds the board at hole %d' % (reference, n))
        if reference in PIN_TOP and PIN_TOP[reference] > CASE['above'] - 0.3:
            found.append('the pins of %s end %.1f mm above the board and pierce the lid' % (reference, PIN_TOP[reference]))
    found += cell_faults(placed)
    if CASE['oled_top'] > CASE['above'] or CASE['battery_thick'] > CASE['below'] or CASE['holder_thick'] > CASE['below_aaa']:
        found.append('display, battery or holder is thicker than its room')
    hanging = max((tall(r) for r, part in placed.items() if part.side == 'B' and r not in AAA_LEFT_OUT), default=0.0)
    if CASE['holder_thick'] + max(hanging, SOLDERED_WIRE) > CASE['below_aaa']:
        found.append('the holder for AAA cells meets what hangs below the board')
    return found


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as file:
        problems = faults(parse(file.read()))
    for problem in problems:
        print(os.path.basename(sys.argv[1]) + ': ' + problem)
    sys.exit(1 if problems else 0)
