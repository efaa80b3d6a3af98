#!/usr/bin/env python3
"""check_sheet.py SHEET.kicad_sch: nothing on the sheet lies on anything else: symbols, their texts, names on wires, notes, frames.

Sizes of texts are estimated (KiCad's stroke font: 0.9 of the height a letter), so the check errs by a fraction of a millimetre.
"""
import sys

from sexpr import find, find_all, parse
from sheet import turned

LETTER, SLACK = 0.9, 0.25


def box_of(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a, b, slack=SLACK):
    return a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]


def inside(a, frame):
    return a[0] >= frame[0] and a[1] >= frame[1] and a[2] <= frame[2] and a[3] <= frame[3]


def points_of(shape):
    """The corners of a line, rectangle or circle in a symbol's own coordinates."""
    if shape[0] == 'rectangle':
        return [tuple(map(float, find(shape, end)[1:3])) for end in ('start', 'end')]
    if shape[0] == 'circle':
        x, y = map(float, find(shape, 'center')[1:3])
        r = float(find(shape, 'radius')[1])
        return [(x - r, y - r), (x + r, y + r)]
    if shape[0] == 'polyline':
        return [tuple(map(float, p[1:3])) for p in find_all(find(shape, 'pts'), 'xy')]
    return []


def body(library_symbol):
    """All corners of what a symbol draws, pins without their names."""
    points = []
    for unit in find_all(library_symbol, 'symbol'):
        for shape in unit:
            if isinstance(shape, list):
                points += points_of(shape)
    return points


def text_box(text, x, y, size, angle, justify):
    width, height = LETTER * size * len(text), size
    left = 0 if 'left' in justify else -width if 'right' in justify else -width / 2
    up = -height if 'bottom' in justify else -height / 2
    if angle % 180 == 90:
        # upwards from the point; a name that points down is written downwards
        return (x + up, y - left - width, x + up + height, y - left)
    return (x + left, y + up, x + left + width, y + up + height)


def text_of(node, angle=None):
    effects = find(node, 'effects')
    size = float(find(find(effects, 'font'), 'size')[1])
    at = find(node, 'at')
    return (float(at[1]), float(at[2]), size, float(at[3]) if angle is None else angle, find(effects, 'justify') or [])


def things(root):
    """[(what it is, kind, box)] of all that takes room; kinds: symbol, power, text, name, note."""
    library = {s[1]: body(s) for s in find_all(find(root, 'lib_symbols'), 'symbol')}
    found = []
    for symbol in find_all(root, 'symbol'):
        lib, at = find(symbol, 'lib_id')[1], find(symbol, 'at')
        x, y, rotation = float(at[1]), float(at[2]), int(float(at[3]))
        mirror = (find(symbol, 'mirror') or ['', ''])[1]
        reference = next(p[2] for p in find_all(symbol, 'property') if p[1] == 'Reference')
        power = reference.startswith('#')
        corners = [turned(px, py, rotation, mirror) for px, py in library[lib]]
        if corners:
            found.append((reference, 'power' if power else 'symbol', box_of([(x + dx, y + dy) for dx, dy in corners])))
        for prop in find_all(symbol, 'property'):
            if prop[1] in ('Reference', 'Value') and find(find(prop, 'effects'), 'hide') is None and not (power and prop[1] == 'Reference'):
                px, py, size, _, justify = text_of(prop)
                if mirror == 'y':
                    justify = [{'left': 'right', 'right': 'left'}.get(w, w) for w in justify]
                found.append(('%s of %s' % (prop[1], reference), 'text', text_box(prop[2], px, py, size, 0, justify)))
    for label in find_all(root, 'label'):
        x, y, size, angle, justify = text_of(label)
        if angle == 270:
            found.append(('name ' + label[1], 'name', (x - size, y, x, y + LETTER * size * len(label[1]))))
        else:
            found.append(('name ' + label[1], 'name', text_box(label[1], x, y, size, 90 if angle == 90 else 0, justify)))
    for note in find_all(root, 'text'):
        x, y, size, angle, justify = text_of(note)
        found.append(('note "%s"' % note[1][:24], 'note', text_box(note[1], x, y, size, angle, justify)))
    return found


def faults(root):
    problems, all_things = [], things(root)
    frames = [box_of(points_of(r)) for r in find_all(root, 'rectangle')]
    for n, one in enumerate(frames):
        problems += ['two frames overlap at %.0f, %.0f mm' % other[:2] for other in frames[n + 1:] if overlap(one, other)]
    for n, (name, kind, box) in enumerate(all_things):
        if not any(inside(box, frame) for frame in frames):
            problems.append('%s is not inside one frame' % name)
        for other, other_kind, other_box in all_things[n + 1:]:
            if overlap(box, other_box) and not {kind, other_kind} == {'power'}:
                problems.append('%s lies on %s' % (other, name))
    return problems


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as file:
        found_problems = faults(parse(file.read()))
    for problem in found_problems:
        print('sheet: ' + problem)
    sys.exit(1 if found_problems else 0)
