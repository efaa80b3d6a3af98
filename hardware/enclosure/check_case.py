#!/usr/bin/env python3
"""check_case.py FOLDER CELL-PART: the mesh CELL-PART.stl there is closed and as large as the parameters say."""
import os
import sys

from check_stl import faults
from parameters import load

RING_OUT = 1 + 2.2      # the eye's middle outside the wall, and what surrounds its hole


def sizes():
    """{file: outer size}, worked out here and not in the drawing."""
    p = load()
    width = p['board_w'] + 2 * (p['play'] + p['wall'])
    ring = RING_OUT + p['ring_d'] / 2
    flat = p['board_h'] + 2 * (p['play'] + p['wall'])
    wide = max(p['board_h'] + 2 * p['play'], p['holder_h'] + 1) + 2 * p['wall']
    over = p['floor_thick'] + p['board_thick'] + p['above']
    lid = p['lid_thick'] + p['above']
    return {
        'lipo-bottom.stl': (width + ring, flat, over + p['below']), 'lipo-lid.stl': (width, flat, lid),
        'aaa-bottom.stl': (width + ring, wide, over + p['below_aaa']), 'aaa-lid.stl': (width, wide, lid),
        'lipo-spacer.stl': (p['spacer_w'], p['spacer_h'], p['oled_back']),
    }


if __name__ == '__main__':
    name = sys.argv[2] + '.stl'
    found = faults(os.path.join(sys.argv[1], name), sizes()[name])
    for problem in found:
        print('%s: %s' % (name, problem))
    sys.exit(bool(found))
