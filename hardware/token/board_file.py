"""Reads a .kicad_pcb without KiCad: outline, parts with their pads and courtyards, in board millimetres."""
import math
from collections import namedtuple

from sexpr import find, find_all

ORIGIN = (100.0, 60.0)
Pad = namedtuple('Pad', 'number kind x y width height net')
Placed = namedtuple('Placed', 'x y turn side pads court')


def numbers(node):
    return [float(v) for v in node[1:3]]


def outline(board):
    """(left, top, right, bottom) of Edge.Cuts."""
    points = []
    for kind in ('gr_line', 'gr_arc'):
        for shape in find_all(board, kind):
            if find(shape, 'layer')[1] == 'Edge.Cuts':
                points += [numbers(find(shape, end)) for end in ('start', 'end')]
    xs, ys = [p[0] - ORIGIN[0] for p in points], [p[1] - ORIGIN[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def corners(shape):
    """Points of a line, rectangle, polygon or circle of a footprint, in its own coordinates."""
    if shape[0] in ('fp_line', 'fp_rect'):
        (x1, y1), (x2, y2) = (numbers(find(shape, end)) for end in ('start', 'end'))
        return [(x1, y1), (x2, y2), (x1, y2), (x2, y1)]
    if shape[0] == 'fp_poly':
        return [numbers(p) for p in find_all(find(shape, 'pts'), 'xy')]
    if shape[0] == 'fp_circle':
        (x, y), end = numbers(find(shape, 'center')), numbers(find(shape, 'end'))
        r = math.hypot(end[0] - x, end[1] - y)
        return [(x - r, y - r), (x + r, y + r)]
    return []


def parts(board):
    """{reference: Placed}; the court is (left, top, right, bottom) of the courtyard, or of the pads where there is none."""
    result = {}
    for footprint in find_all(board, 'footprint'):
        at = find(footprint, 'at')
        x, y = float(at[1]) - ORIGIN[0], float(at[2]) - ORIGIN[1]
        turn = float(at[3]) if len(at) > 3 else 0.0
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

        def place(point):
            px, py = point
            return x + px * cos + py * sin, y - px * sin + py * cos
        reference = next(p[2] for p in find_all(footprint, 'property') if p[1] == 'Reference')
        pads = []
        for pad in find_all(footprint, 'pad'):
            own = find(pad, 'at')
            width, height = numbers(find(pad, 'size'))
            if (float(own[3]) if len(own) > 3 else 0.0) % 180 == 90:        # a pad's angle counts from the board
                width, height = height, width
            net = find(pad, 'net')
            pads.append(Pad(pad[1], pad[2], *place(numbers(own)), width, height, net[-1] if net else ''))
        points = [place(p) for shape in footprint if isinstance(shape, list) and shape[0].startswith('fp_') and shape[0] != 'fp_text'
                  and (find(shape, 'layer') or ['', ''])[1].endswith('.CrtYd') for p in corners(shape)]
        points = points or [(p.x, p.y) for p in pads]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        result[reference] = Placed(x, y, turn, find(footprint, 'layer')[1][0], pads, (min(xs), min(ys), max(xs), max(ys)))
    return result
