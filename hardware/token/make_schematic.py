#!/usr/bin/python3
"""Writes hwtoken.kicad_sch from parts.py. Every pin gets a short wire to a label or a power symbol; open pins get a cross."""
import os
import sys
from collections import Counter

from drawing import BLOCKS, FLAGS, NAMES, SYMBOLS, TEXTS, WIRES
from parts import PARTS, POWER
from sexpr import dump
from sheet import NAME, ROOT, Sheet, mm, pin_ends, q, stable
from symbols import pins

def texts_of(part):
    """Where the reference and the value of a part stand, in cells from its middle."""
    rotation = part.sheet[2]
    if part.ref in TEXTS:
        x, y = TEXTS[part.ref]
        justify = 'right' if 'y' in part.sheet else 'left'      # a mirrored symbol mirrors the side of its texts
        return {'Reference': (x, y, justify, False), 'Value': (x, y + 0.8, justify, False)}
    if part.symbol == 'Connector:TestPoint':
        return {'Reference': (0, -3, None, False), 'Value': (0, -2.3, None, False)}
    if part.symbol == 'Mechanical:MountingHole':
        return {'Reference': (0, -1.3, None, False), 'Value': (0, 1.4, None, False)}
    if part.symbol != 'Device:LED' and rotation in (90, 270):
        return {'Reference': (0, -1, None, False), 'Value': (0, 1, None, False)}
    side = 2 if part.symbol.startswith(('Transistor', 'Device:LED')) else 1
    return {'Reference': (side, -0.45, 'left', False), 'Value': (side, 0.45, 'left', False)}


def draw(sheet, part, wired):
    x, y, rotation, *mirror = part.sheet
    bom = part.mpn != 'none'
    fields = [('Manufacturer', part.maker), ('MPN', part.mpn)] if bom else []
    sheet.place(part.ref, part.value, part.symbol, x, y, rotation, texts_of(part), fields, part.fitted, bom, part.footprint, *mirror)
    drawn = set(wired)
    for number, ((px, py), out) in pin_ends(part).items():
        if (px, py) in drawn:
            continue
        drawn.add((px, py))
        net = part.nets.get(number)
        if net is None:
            if pins(part.symbol)[number][4] != 'no_connect':
                sheet.cross(px, py)
            continue
        ex, ey = px + out[0], py + out[1]
        if net in POWER and out[0] == 0 and (net == 'GND') == (out[1] == 1):
            sheet.power(net, px, py)
        elif net in POWER:
            sheet.wire(px, py, ex, ey)
            sheet.power(net, ex, ey, 180 if out[0] == 0 else 0)
        elif part.symbol == 'Connector:TestPoint':
            sheet.wire(px, py, px, py + 1)
            sheet.label(net, px, py + 1, (0, 1))
        else:
            sheet.wire(px, py, ex, ey)
            sheet.label(net, ex, ey, out)


def draw_wires(sheet):
    """Draws WIRES and a dot where three ends meet; returns the pin ends that have a wire now."""
    ends = {'%s.%s' % (p.ref, n): place for p in PARTS for n, (place, _) in pin_ends(p).items()}
    meeting, wired = Counter(), set()
    for line in WIRES:
        points = [ends[w] if w in ends else tuple(float(v) for v in w.split(',')) for w in line.split()]
        wired |= {ends[w] for w in line.split() if w in ends}
        meeting.update((points[0], points[-1]))
        for one, two in zip(points, points[1:]):
            assert one[0] == two[0] or one[1] == two[1], 'a slanting wire: ' + line
            sheet.wire(*one, *two)
    for x, y in sorted(place for place, count in meeting.items() if count > 2):
        sheet.items.append(['junction', ['at', mm(x), mm(y)], ['diameter', '0'], ['color', '0', '0', '0', '0'], ['uuid', stable('dot', x, y)]])
    for net, x, y in NAMES:
        sheet.label(net, x, y, (1, 0))
    for net, x, y, rotation in SYMBOLS:
        sheet.power(net, x, y, rotation)
    return wired


def build():
    sheet = Sheet()
    for x, y, width, height, title, note in BLOCKS:
        sheet.frame(x, y, width, height)
        sheet.text(title, x + 0.5, y + 1.2, 2, True)
        sheet.text(note, x + 0.5, y + height - 0.4, 1.27)
    wired = draw_wires(sheet)
    for part in PARTS:
        draw(sheet, part, wired)
    for net, (x, y) in FLAGS.items():
        sheet.flag(x, y)
        sheet.wire(x, y, x, y + 1)
        if net in POWER:
            sheet.power(net, x, y + 1, 0 if net == 'GND' else 180)
        else:
            sheet.label(net, x, y + 1, (0, 1))
    title = ['title_block', ['title', q('HwToken reference board')], ['rev', q('B')],
             ['comment', '1', q('Rule-checked, never built')], ['comment', '2', q('Written by make_schematic.py from parts.py')]]
    return dump(['kicad_sch', ['version', '20250114'], ['generator', q('hwtoken')], ['generator_version', q('9.0')], ['uuid', q(ROOT)],
                 ['paper', q('A3')], title, ['lib_symbols', *sheet.library.values()], *sheet.items,
                 ['sheet_instances', ['path', q('/'), ['page', q('1')]]], ['embedded_fonts', 'no']]) + '\n'


if __name__ == '__main__':
    target = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    text = build()
    with open(os.path.join(target, NAME + '.kicad_sch'), 'w', encoding='utf-8') as file:
        file.write(text)
