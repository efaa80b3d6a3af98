#!/usr/bin/python3
"""check_panel.py PANEL.kicad_pcb: four whole boards in one frame, a groove between each, marks and tooling holes on the rails."""
import sys

import pcbnew

from make_panel import COUNT, GROOVE, RAIL
from parts import PARTS
from shape import HEIGHT, WIDTH


def faults(board):
    found = []
    names = [f.GetReference() for f in board.GetFootprints()]
    found += ['%s is there %d times, wanted %d' % (p.ref, names.count(p.ref), COUNT) for p in PARTS if names.count(p.ref) != COUNT]
    box = board.GetBoardEdgesBoundingBox()
    size = tuple(round(pcbnew.ToMM(v), 1) for v in (box.GetWidth(), box.GetHeight()))
    if any(abs(a - b) > 0.2 for a, b in zip(size, (WIDTH + 2 * RAIL, COUNT * HEIGHT))):
        found.append('the panel is %s mm' % (size,))
    grooves = [d for d in board.GetDrawings() if d.GetLayer() == GROOVE and d.GetClass() == 'PCB_SHAPE']
    if len(grooves) != COUNT - 1 + 2:
        found.append('%d grooves, wanted %d' % (len(grooves), COUNT + 1))
    tracks = {}
    for track in board.GetTracks():
        row = int(pcbnew.ToMM(track.GetStart().y - box.GetTop()) // HEIGHT)
        tracks[row] = tracks.get(row, 0) + 1
    if len(tracks) != COUNT or len(set(tracks.values())) != 1:
        found.append('the boards do not have the same number of tracks: %s' % sorted(tracks.items()))
    for start, wanted in (('T', 4), ('PF', 3)):
        got = sum(n.rstrip('0123456789') == start for n in names)
        if got != wanted:
            found.append('%d marks %s on the rails, wanted %d' % (got, start, wanted))
    return found


if __name__ == '__main__':
    problems = faults(pcbnew.LoadBoard(sys.argv[1]))
    for problem in problems:
        print('panel: ' + problem)
    sys.exit(1 if problems else 0)
