#!/usr/bin/python3
"""Writes hwtoken.kicad_sch from parts.py. Every pin gets a short wire to a label or a power symbol; open pins get a cross."""
import os
import sys
import uuid
from collections import Counter

from drawing import BLOCKS, FLAGS, NAMES, SYMBOLS, TEXTS, WIRES
from parts import PARTS, POWER
from sexpr import Quoted, dump
from symbols import pins, symbol

CELL = 2.54
ROOT = uuid.uuid5(uuid.NAMESPACE_URL, 'hwtoken/schematic')
NAME = 'hwtoken'


def stable(*key):
    """The same UUID for the same thing in every run."""
    return Quoted(uuid.uuid5(ROOT, '/'.join(map(str, key))))


def mm(cells):
    return format(round(cells * CELL, 3), 'g')


def q(text):
    return Quoted(text)


def effects(size=1.27, justify=None, hide=False):
    out = ['effects', ['font', ['size', str(size), str(size)]]]
    if justify:
        out.append(['justify'] + justify.split())
    if hide:
        out.append(['hide', 'yes'])
    return out


def turned(x, y, rotation, mirror=''):
    """Library point (y up) to sheet offset (y down) for a symbol rotated counter-clockwise, then mirrored about an axis."""
    for _ in range(rotation // 90 % 4):
        x, y = -y, x
    return -x if mirror == 'y' else x, y if mirror == 'x' else -y


def pin_ends(part):
    """{pin number: ((x, y), outward direction)} on the sheet."""
    x, y, rotation, *mirror = part.sheet
    result = {}
    for number, (px, py, angle, *_) in pins(part.symbol).items():
        dx, dy = turned(px / CELL, py / CELL, rotation, *mirror)
        out = turned(*{0: (-1, 0), 90: (0, -1), 180: (1, 0), 270: (0, 1)}[angle], rotation, *mirror)
        result[number] = ((round(x + dx, 3), round(y + dy, 3)), out)
    return result


class Sheet:
    def __init__(self):
        self.items, self.library, self.power_count, self.flag_count = [], {}, 0, 0

    def wire(self, x1, y1, x2, y2):
        self.items.append(['wire', ['pts', ['xy', mm(x1), mm(y1)], ['xy', mm(x2), mm(y2)]],
                           ['stroke', ['width', '0'], ['type', 'default']], ['uuid', stable('wire', x1, y1, x2, y2)]])

    def text(self, text, x, y, size, bold=False):
        font = ['font', ['size', str(size), str(size)]] + ([['bold', 'yes']] if bold else [])
        self.items.append(['text', q(text), ['exclude_from_sim', 'no'], ['at', mm(x), mm(y), '0'],
                           ['effects', font, ['justify', 'left', 'bottom']], ['uuid', stable('text', text, x, y)]])

    def frame(self, x, y, width, height):
        self.items.append(['rectangle', ['start', mm(x), mm(y)], ['end', mm(x + width), mm(y + height)],
                           ['stroke', ['width', '0.15'], ['type', 'dash'], ['color', '120', '120', '120', '1']],
                           ['fill', ['type', 'none']], ['uuid', stable('frame', x, y)]])

    def label(self, net, x, y, direction):
        angle, justify = {(1, 0): ('0', 'left bottom'), (-1, 0): ('180', 'right bottom'),
                          (0, -1): ('90', 'left bottom'), (0, 1): ('270', 'right bottom')}[direction]
        self.items.append(['label', q(net), ['at', mm(x), mm(y), angle], effects(justify=justify), ['uuid', stable('label', net, x, y)]])

    def cross(self, x, y):
        self.items.append(['no_connect', ['at', mm(x), mm(y)], ['uuid', stable('open', x, y)]])

    def place(self, ref, value, lib_id, x, y, rotation, texts, fields=(), fitted=True, in_bom=True, footprint='', mirror=''):
        if lib_id not in self.library:
            self.library[lib_id] = symbol(lib_id)
        properties = []
        for name, content in [('Reference', ref), ('Value', value), ('Footprint', footprint), ('Datasheet', '~'), *fields]:
            dx, dy, justify, hide = texts.get(name, (0, 0, None, True))
            # the angle of a field is drawn relative to its symbol
            angle = '90' if rotation in (90, 270) else '0'
            properties.append(['property', q(name), q(content), ['at', mm(x + dx), mm(y + dy), angle], effects(justify=justify, hide=hide)])
        yes = {True: 'yes', False: 'no'}
        self.items.append(['symbol', ['lib_id', q(lib_id)], ['at', mm(x), mm(y), str(rotation)], *([['mirror', mirror]] if mirror else []), ['unit', '1'], ['exclude_from_sim', 'no'],
                           ['in_bom', yes[in_bom]], ['on_board', 'yes'], ['dnp', yes[not fitted]], ['uuid', stable('symbol', ref)],
                           *properties, *[['pin', q(n), ['uuid', stable('pin', ref, n)]] for n in pins(lib_id)],
                           ['instances', ['project', q(NAME), ['path', q('/' + str(ROOT)), ['reference', q(ref)], ['unit', '1']]]]])

    def power(self, net, x, y, rotation=0):
        self.power_count += 1
        down = (net == 'GND') != (rotation == 180)
        self.place('#PWR%03d' % self.power_count, net, POWER[net], x, y, rotation,
                   {'Value': (0, 1.5 if down else -1.4, None, net == 'GND')})

    def flag(self, x, y):
        self.flag_count += 1
        self.place('#FLG%02d' % self.flag_count, 'PWR_FLAG', 'power:PWR_FLAG', x, y, 0, {})


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
    title = ['title_block', ['title', q('HwToken reference board')], ['rev', q('A')],
             ['comment', '1', q('Rule-checked, never built')], ['comment', '2', q('Written by make_schematic.py from parts.py')]]
    return dump(['kicad_sch', ['version', '20250114'], ['generator', q('hwtoken')], ['generator_version', q('9.0')], ['uuid', q(ROOT)],
                 ['paper', q('A3')], title, ['lib_symbols', *sheet.library.values()], *sheet.items,
                 ['sheet_instances', ['path', q('/'), ['page', q('1')]]], ['embedded_fonts', 'no']]) + '\n'


if __name__ == '__main__':
    target = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(target, NAME + '.kicad_sch'), 'w', encoding='utf-8') as file:
        file.write(build())
