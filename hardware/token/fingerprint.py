"""What the tracks were made for: a digest of parts, nets, places and rules. routes.json carries it, so that old tracks on a changed board are noticed."""
import hashlib
import json
import os
import sys

import route_edits
import shape
from parts import PARTS

HERE = os.path.dirname(os.path.abspath(__file__))


def fingerprint():
    placed = [(p.ref, p.footprint, sorted(p.nets.items()), p.board) for p in PARTS]
    rules = [shape.WIDTH, shape.HEIGHT, shape.ANTENNA_X, shape.SIGNAL, shape.SUPPLY, shape.SUPPLY_NETS, shape.CLEARANCE, shape.VIA, shape.DRILL, shape.EDGE]
    return hashlib.sha256(json.dumps([placed, rules]).encode()).hexdigest()


if __name__ == '__main__':
    with open(os.path.join(HERE, 'routes.json'), encoding='utf-8') as file:
        routes = json.load(file)
    problems = route_edits.faults(routes, route_edits.load())
    if routes['madeFor'] != fingerprint():
        problems.append('routes.json was made for another board: run route.py, stitch.py and make_board.py, and commit the result')
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
