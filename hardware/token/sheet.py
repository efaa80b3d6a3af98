"""The sheet of a schematic as a list of s-expressions: wires, labels, symbols. Positions are in cells of 2.54 mm."""
import uuid

from parts import POWER
from sexpr import Quoted
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
