#!/usr/bin/env python3
"""check_case.py BOTTOM.stl LID.stl: both meshes are closed and as large as the parameters say."""
import sys

from check_stl import faults
from parameters import load


def sizes():
    """Outer sizes of bottom and lid, worked out here and not in the drawing."""
    p = load()
    width = p['board_w'] + 2 * (p['play'] + p['wall'])
    depth = p['board_h'] + 2 * (p['play'] + p['wall'])
    return (width, depth, p['floor_thick'] + p['below'] + p['board_thick'] + p['above']), (width, depth, p['lid_thick'] + 2)


if __name__ == '__main__':
    status = 0
    for path, size in zip(sys.argv[1:3], sizes()):
        for problem in faults(path, size):
            print('%s: %s' % (path.rsplit('/', 1)[-1], problem))
            status = 1
    sys.exit(status)
