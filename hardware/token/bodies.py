#!/usr/bin/python3
"""Bodies for the picture of the board: token/bodies/<footprint>.wrl, boxes made from each footprint's own Fab outline and pads.

KiCad's library of 3D models is 4.7 GB; these are a few kilobytes. VRML counts in tenths of an inch, y up.
bodies.py [FOLDER] writes them. The OLED module is a body of its own, for the picture of the assembled board.
"""
import os
import sys

import pcbnew

import footprints
from shape import SHARED

UNIT = 2.54
BLACK, GREY, METAL, WHITE, TAN, BLUE, GLASS = ('0.10 0.10 0.11', '0.32 0.33 0.35', '0.50 0.50 0.52', '0.92 0.91 0.88', '0.72 0.60 0.42', '0.05 0.15 0.42',
                                                     '0.02 0.02 0.03')

# footprint name begins with: (height, colour, share of the body's length that is metal at both ends)
LOOKS = [
    ('R_0603', 0.45, BLACK, 0.2), ('C_0603', 0.8, TAN, 0.2), ('C_0805', 1.25, TAN, 0.2), ('LED_0603', 0.6, WHITE, 0.25), ('Fuse_0603', 0.6, WHITE, 0.2),
    ('SOT-23-', 1.2, BLACK, 0), ('SOT-23', 1.1, BLACK, 0), ('TSOT-23', 0.9, BLACK, 0), ('SOIC-8', 1.75, BLACK, 0), ('TSSOP-16', 1.1, BLACK, 0),
    ('ESP32-WROOM', 3.1, METAL, 0), ('USB_C', 3.2, METAL, 0), ('JST_PH', 5.5, WHITE, 0), ('PinHeader', 2.54, BLACK, 0), ('SW_SPST', 3.5, BLACK, 0),
]


def box(x, y, z, width, depth, height, colour):
    """One cuboid: middle (x, y) and lower face z in millimetres, y up."""
    at = ' '.join('%.4f' % (v / UNIT) for v in (x, y, z + height / 2))
    size = ' '.join('%.4f' % (v / UNIT) for v in (width, depth, height))
    return ('Transform { translation %s children [ Shape { appearance Appearance { material Material { diffuseColor %s specularColor 0.2 0.2 0.2 shininess 0.3 } } '
            'geometry Box { size %s } } ] }\n' % (at, colour, size))


def outline(footprint):
    """Middle, width and depth of the Fab drawing in millimetres, y up."""
    shapes = [s.GetBoundingBox() for s in footprint.GraphicalItems() if s.GetLayer() == pcbnew.F_Fab and s.GetClass() != 'PCB_TEXT']
    frame = shapes[0]
    for other in shapes[1:]:
        frame.Merge(other)
    mm = pcbnew.ToMM
    middle = frame.Centre()
    return mm(middle.x), -mm(middle.y), mm(frame.GetWidth()) - 0.1, mm(frame.GetHeight()) - 0.1


def leads(footprint, half_width, half_depth):
    mm = pcbnew.ToMM
    for pad in footprint.Pads():
        if pad.GetAttribute() == pcbnew.PAD_ATTRIB_SMD:
            place, size = pad.GetPosition(), pad.GetSize()
            x, y, width, depth = mm(place.x), -mm(place.y), mm(size.x), mm(size.y)
            if abs(x) > half_width - 0.2 or abs(y) > half_depth - 0.2:
                yield box(x * 0.97, y * 0.97, 0.02, width * 0.75, depth * 0.75, 0.25, METAL)


def module(x, y, width, depth):
    """The ESP32 module: its board, the can, the antenna's end without one."""
    return box(x, y, 0.02, width, depth, 0.8, BLUE) + box(x, y - 3.0, 0.82, width - 2.2, depth - 8.2, 2.3, METAL)


def body(footprint, name):
    look = next(l for l in LOOKS if name.startswith(l[0]))
    x, y, width, depth = outline(footprint)
    _, height, colour, ends = look
    if look[0] == 'ESP32-WROOM':
        return module(x, y, width, depth)
    text = ''
    if ends:
        long, short = max(width, depth), min(width, depth)
        across = width >= depth
        for sign in (-1, 1):
            shift = sign * long * (1 - ends) / 2
            text += box(x + shift * across, y + shift * (not across), 0.02, *((long * ends, short) if across else (short, long * ends)), height * 1.02, METAL)
        return text + box(x, y, 0.03, *((long * (1 - 2 * ends), short) if across else (short, long * (1 - 2 * ends))), height, colour)
    text += ''.join(leads(footprint, width / 2, depth / 2)) + box(x, y, 0.1, width, depth, height - 0.1, colour)
    if look[0] == 'SW_SPST':
        text += box(x, y, height, 3.0, 3.0, SHARED['button_top'] - height, GREY)
    if look[0] == 'PinHeader':
        text += ''.join(box(0, 3.81 - 2.54 * n, 0.1, 0.64, 0.64, SHARED['oled_pin_top'], METAL) for n in range(4))
    elif width > 2 and not look[0].startswith(('USB', 'JST', 'SW')):
        text += box(x - width / 2 + 0.5, y + depth / 2 - 0.5, height, 0.35, 0.35, 0.01, WHITE)
    return text


def oled():
    """Seen from J3 turned by 90 degrees: the header's row along y, the module to the left (-x)."""
    c = SHARED
    middle = c['oled_h'] / 2 - c['oled_edge']
    text = box(-middle, 0, c['oled_back'], c['oled_h'], c['oled_w'], c['oled_board'], BLUE)
    text += box(-c['oled_window_down'], 0, c['oled_back'] + c['oled_board'], 19.3, 26.7, 1.5, GLASS)
    return text + box(-c['oled_window_down'], 0, c['oled_back'] + c['oled_board'] + 1.5, 10.9, 21.7, 0.02, '0.10 0.11 0.14')


def write(folder, name, content):
    with open(os.path.join(folder, name + '.wrl'), 'w', encoding='ascii') as file:
        file.write('#VRML V2.0 utf8\n' + content)


def main(folder):
    from parts import PARTS
    os.makedirs(folder, exist_ok=True)
    for footprint_id in sorted({p.footprint for p in PARTS if p.mpn != 'none'}):
        name = footprint_id.split(':')[1]
        write(folder, name, body(footprints.load(footprint_id), name))
    write(folder, 'oled-module', oled())


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), 'bodies'))
