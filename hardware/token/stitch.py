#!/usr/bin/python3
"""Run after route.py. Vias that join the two ground planes: one for every pair of areas that lie over each other, and one every few millimetres."""
import json
import math
import os
import tempfile

import pcbnew

import make_board
import route_file
from shape import HEIGHT, WIDTH

STEP, FAR, ROOM, HOLE_ROOM = 0.5, 7.0, 0.32, 0.9


def area_at(outlines, point):
    """Number of the filled area that holds a via there, or None. The edge of an area keeps its distance from other copper already."""
    numbers = [n for n in range(outlines.OutlineCount()) if outlines.Outline(n).BBox().Contains(point) and outlines.Outline(n).PointInside(point)]
    if not numbers:
        return None
    around = [pcbnew.VECTOR2I(point.x + int(ROOM * 1e6 * math.cos(a * math.pi / 4)), point.y + int(ROOM * 1e6 * math.sin(a * math.pi / 4))) for a in range(8)]
    return numbers[-1] if all(outlines.Outline(numbers[-1]).PointInside(p) and outlines.Contains(p, numbers[-1]) for p in around) else None


def places(board, at):
    """Where a via may go, those that join a new pair of areas first come first."""
    front, back = (next(z for z in board.Zones() if z.GetLayer() == layer).GetFilledPolysList(layer) for layer in (pcbnew.F_Cu, pcbnew.B_Cu))
    holes = [(v.GetPosition().x, v.GetPosition().y) for v in board.GetTracks() if v.GetClass() == 'PCB_VIA']
    holes += [(p.GetPosition().x, p.GetPosition().y) for f in board.GetFootprints() for p in f.Pads() if p.GetDrillSize().x]
    chosen, joined = [], set()
    for i in range(round(WIDTH / STEP)):
        for j in range(round(HEIGHT / STEP)):
            point = at(i * STEP, j * STEP)
            if any(math.hypot(point.x - x, point.y - y) < HOLE_ROOM * 1e6 for x, y in holes):
                continue
            one = area_at(front, point)
            two = None if one is None else area_at(back, point)
            if two is None:
                continue
            new = (one, two) not in joined
            if new or all(math.hypot(point.x - x, point.y - y) > FAR * 1e6 for x, y in holes):
                joined.add((one, two))
                holes.append((point.x, point.y))
                chosen.append(point)
    return chosen


def main():
    """Fills the board as routed, finds the places, writes them into routes.json as "stitches"."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'routes.json')
    with open(path, encoding='utf-8') as file:
        routes = json.load(file)
    routes.pop('stitches', None)
    with tempfile.TemporaryDirectory() as folder:
        board_path = os.path.join(folder, 'hwtoken.kicad_pcb')
        make_board.save_filled(make_board.build(routes), board_path)
        found = places(pcbnew.LoadBoard(board_path), make_board.at)
    mm = pcbnew.ToMM
    routes['stitches'] = [[round(mm(p.x) - make_board.ORIGIN_X, 3), round(mm(p.y) - make_board.ORIGIN_Y, 3)] for p in found]
    with open(path, 'w', encoding='utf-8') as file:
        route_file.write(routes, file)
    print(len(found), 'vias between the ground planes')


if __name__ == '__main__':
    main()
