"""The symbol of the module, its pins grouped by what the token does with them: library hwtoken, made from KiCad's own symbol.

Rows count in cells of 2.54 mm from the middle of the body, downwards. A pin that no row names stays inside the body (no
connection) or keeps its place above and below (supply).
"""
import copy

from sexpr import Quoted, find, find_all

SOURCE, NAME = 'RF_Module:ESP32-WROOM-32E', 'ESP32-WROOM-32E'
BODY, PIN, HALF_HEIGHT, SUPPLY = 17.78, 20.32, 30.48, 33.02
CELL = 2.54

# (side, first row, title, pins from there on)
GROUPS = [
    ('left', -10, 'reset, boot', ('3', '25')),
    ('left', -6, 'image, debugger', ('35', '34')),
    ('left', -2, 'free', ('4', '5', '7', '8', '9', '13', '16', '26', '30', '31')),
    ('left', 10, 'straps, left open', ('24', '29')),
    ('right', -10, 'provisioning line', ('28', '27')),
    ('right', -6, 'I2C bus', ('33', '36')),
    ('right', -2, 'panel supply', ('10',)),
    ('right', 1, 'button, wakes', ('12',)),
    ('right', 4, 'battery measurement', ('6', '11')),
    ('right', 7, 'free', ('37',)),
    ('right', 10, 'straps, left open', ('14', '23')),
]


def millimetres(value):
    return format(round(value, 3), 'g')


def title(text, side, row):
    x = (-BODY + 0.6) if side == 'left' else (BODY - 0.6)
    return ['text', Quoted(text), ['at', millimetres(x), millimetres(-(row - 0.95) * CELL), '0'],
            ['effects', ['font', ['size', '1', '1'], ['italic', 'yes']], ['justify', side]]]


def grouped(symbol):
    """KiCad's symbol of the module, rearranged."""
    own = copy.deepcopy(symbol)
    own[1] = Quoted('hwtoken:' + NAME)
    places = {number: (side, first + n) for side, first, _, numbers in GROUPS for n, number in enumerate(numbers)}
    units = find_all(own, 'symbol')
    outline = find(units[0], 'rectangle')
    find(outline, 'start')[1:] = [millimetres(-BODY), millimetres(HALF_HEIGHT)]
    find(outline, 'end')[1:] = [millimetres(BODY), millimetres(-HALF_HEIGHT)]
    units[0].extend(title(text, side, first) for side, first, text, _ in GROUPS)
    inner = 0
    for pin in find_all(units[1], 'pin'):
        number, at = find(pin, 'number')[1], find(pin, 'at')
        if number in places:
            side, row = places[number]
            at[1:] = [millimetres(-PIN if side == 'left' else PIN), millimetres(-row * CELL), '0' if side == 'left' else '180']
        elif find(pin, 'name')[1] == 'NC':
            inner += 1
            at[1:] = [millimetres(-BODY + CELL * inner), millimetres(-11.5 * CELL), '270']
        elif find(pin, 'name')[1] == 'VDD':
            at[1:] = ['0', millimetres(SUPPLY), '270']
        else:
            at[1:] = ['0', millimetres(-SUPPLY), '90']
    return own
