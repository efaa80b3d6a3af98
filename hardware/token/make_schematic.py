#!/usr/bin/python3
"""Writes hwtoken.kicad_sch from parts.py. Every pin gets a short wire to a label or a power symbol; open pins get a cross."""
import os
import sys
import uuid

from parts import BLOCKS, FLAGS, PARTS, POWER
from sexpr import Quoted, dump, find, find_all, parse
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


def turned(x, y, rotation):
    """Library point (y up) to sheet offset (y down) for a symbol rotated counter-clockwise."""
    for _ in range(rotation // 90 % 4):
        x, y = -y, x
    return x, -y


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

    def place(self, ref, value, lib_id, x, y, rotation, texts, fields=(), fitted=True, in_bom=True, on_board=True, footprint=''):
        if lib_id not in self.library:
            self.library[lib_id] = symbol(lib_id)
        properties = []
        for name, content in [('Reference', ref), ('Value', value), ('Footprint', footprint), ('Datasheet', '~'), *fields]:
            dx, dy, justify, hide = texts.get(name, (0, 0, None, True))
            # the angle of a field is drawn relative to its symbol
            angle = '90' if rotation in (90, 270) else '0'
            properties.append(['property', q(name), q(content), ['at', mm(x + dx), mm(y + dy), angle], effects(justify=justify, hide=hide)])
        yes = {True: 'yes', False: 'no'}
        self.items.append(['symbol', ['lib_id', q(lib_id)], ['at', mm(x), mm(y), str(rotation)], ['unit', '1'], ['exclude_from_sim', 'no'],
                           ['in_bom', yes[in_bom]], ['on_board', yes[on_board]], ['dnp', yes[not fitted]], ['uuid', stable('symbol', ref)],
                           *properties, *[['pin', q(n), ['uuid', stable('pin', ref, n)]] for n in pins(lib_id)],
                           ['instances', ['project', q(NAME), ['path', q('/' + str(ROOT)), ['reference', q(ref)], ['unit', '1']]]]])

    def power(self, net, x, y, rotation=0):
        self.power_count += 1
        down = (net == 'GND') != (rotation == 180)
        self.place('#PWR%03d' % self.power_count, net, POWER[net], x, y, rotation,
                   {'Value': (0, 1.5 if down else -1.4, None, net == 'GND')}, in_bom=True)

    def flag(self, x, y):
        self.flag_count += 1
        self.place('#FLG%02d' % self.flag_count, 'PWR_FLAG', 'power:PWR_FLAG', x, y, 0, {})


def texts_of(part):
    """Where the reference and the value of a part stand, in cells from its middle."""
    rotation = part.sheet[2]
    if part.symbol in ('Device:R', 'Device:C', 'Device:Polyfuse') and rotation == 0:
        return {'Reference': (0.8, -0.45, 'left', False), 'Value': (0.8, 0.45, 'left', False)}
    if rotation == 90:
        return {'Reference': (0, -1, None, False), 'Value': (0, 1, None, False)}
    if part.symbol == 'Device:LED':
        return {'Reference': (1, -0.45, 'left', False), 'Value': (1, 0.45, 'left', False)}
    if part.symbol.startswith('Transistor'):
        return {'Reference': (2, -0.45, 'left', False), 'Value': (2, 0.45, 'left', False)}
    if part.symbol == 'Connector:TestPoint':
        return {'Reference': (0, -3, None, False), 'Value': (0, -2.3, None, False)}
    if part.symbol == 'Mechanical:MountingHole':
        return {'Reference': (0, -1.3, None, False), 'Value': (0, 1.4, None, False)}
    box = [(x, y) for x, y, *_ in pins(part.symbol).values()]
    top = max(y for _, y in box) / CELL
    if part.symbol == 'Switch:SW_Push':
        return {'Reference': (0, -2, None, False), 'Value': (0, 1, None, False)}
    left = {'RF_Module:ESP32-WROOM-32E': 1.5, 'Power_Protection:USBLC6-2SC6': 1}.get(part.symbol, 0.6)
    if part.symbol.startswith('Connector'):
        return {'Reference': (-1, -top - 1.8, 'left', False), 'Value': (-1, -top - 1.1, 'left', False)}
    return {'Reference': (left, -top - 0.2 + 0.3, 'left', False), 'Value': (left, -top + 0.9, 'left', False)}


def draw(sheet, part):
    x, y, rotation = part.sheet
    bom = part.mpn != 'none'
    fields = [('Manufacturer', part.maker), ('MPN', part.mpn)] if bom else []
    sheet.place(part.ref, part.value, part.symbol, x, y, rotation, texts_of(part), fields, part.fitted, bom, True, part.footprint)
    drawn = set()
    for number, (px, py, angle, _, kind) in pins(part.symbol).items():
        dx, dy = turned(px / CELL, py / CELL, rotation)
        px, py = x + dx, y + dy
        if (px, py) in drawn:
            continue
        drawn.add((px, py))
        out = turned(*{0: (-1, 0), 90: (0, -1), 180: (1, 0), 270: (0, 1)}[angle], rotation)
        net = part.nets.get(number)
        if net is None:
            if kind != 'no_connect':
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


def build():
    sheet = Sheet()
    for x, y, width, height, title, note in BLOCKS:
        sheet.frame(x, y, width, height)
        sheet.text(title, x + 0.5, y + 1.2, 2, True)
        sheet.text(note, x + 0.5, y + height - 0.4, 1.27)
    for part in PARTS:
        draw(sheet, part)
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
