#!/usr/bin/python3
"""Routes the placed board on a 0.25 mm grid, two layers, and writes routes.json. Run it after parts have moved.

Each connection is a shortest path (A*). A path may cross a foreign track at a price; the crossed net is then taken out and
routed again, and the price of that place rises, until nothing crosses. Ground is poured later: its pads only get a via each.
The result is the same in every run. What it leaves open or too close is found by the design rule check, not here.
"""
import heapq
import json
import math
import os
import sys
from collections import defaultdict

import pcbnew

import make_board
from shape import ANTENNA_X, CLEARANCE, EDGE, HEIGHT, SIGNAL, SUPPLY, SUPPLY_NETS, VIA, WIDTH

GRID = 0.25
NX, NY = round(WIDTH / GRID) + 1, round(HEIGHT / GRID) + 1
MARGIN = 0.03
STEPS = [(1, 0, 1.0), (-1, 0, 1.0), (0, 1, 1.0), (0, -1, 1.0), (1, 1, 1.42), (1, -1, 1.42), (-1, 1, 1.42), (-1, -1, 1.42)]
VIA_COST, BACK_COST, CROSS_COST = 8.0, 1.15, 12.0
FRONT, BACK = 0, 1
HALF = {'signal': SIGNAL / 2, 'supply': SUPPLY / 2, 'via': VIA / 2}


class Pad:
    """A pad of the placed board as an upright rectangle in board millimetres."""

    def __init__(self, pad):
        box = pad.GetBoundingBox()
        mm = pcbnew.ToMM
        self.left, self.right = mm(box.GetLeft()) - make_board.ORIGIN_X, mm(box.GetRight()) - make_board.ORIGIN_X
        self.top, self.bottom = mm(box.GetTop()) - make_board.ORIGIN_Y, mm(box.GetBottom()) - make_board.ORIGIN_Y
        self.net = pad.GetNetname().lstrip('/')
        self.through = pad.GetAttribute() in (pcbnew.PAD_ATTRIB_PTH, pcbnew.PAD_ATTRIB_NPTH)
        self.layers = (FRONT, BACK) if self.through else ((FRONT,) if pad.IsOnLayer(pcbnew.F_Cu) else (BACK,))
        self.part = pad.GetParentFootprint().GetReference()
        self.number = pad.GetNumber()
        self.inside = [c for c in self.cells() if pad.HitTest(make_board.at(c[0] * GRID, c[1] * GRID))]

    def cells(self, grow=0.0):
        """Grid cells whose middle lies inside the pad, grown by that much."""
        for i in range(math.ceil((self.left - grow) / GRID), math.floor((self.right + grow) / GRID) + 1):
            for j in range(math.ceil((self.top - grow) / GRID), math.floor((self.bottom + grow) / GRID) + 1):
                dx = max(self.left - i * GRID, i * GRID - self.right, 0)
                dy = max(self.top - j * GRID, j * GRID - self.bottom, 0)
                if math.hypot(dx, dy) <= grow + 1e-9 and 0 <= i < NX and 0 <= j < NY:
                    yield i, j


def disc(radius):
    reach = int(radius / GRID) + 1
    return [(i, j) for i in range(-reach, reach + 1) for j in range(-reach, reach + 1) if math.hypot(i, j) * GRID < radius - 1e-9]


class Router:
    def __init__(self, board):
        self.pads = [Pad(p) for f in board.GetFootprints() for p in f.Pads()]
        # fixed[kind][layer][cell]: nets of pads that a track of that kind would touch there
        self.fixed = {k: [defaultdict(set), defaultdict(set)] for k in HALF}
        self.wall = {k: set() for k in HALF}
        self.routed = {k: [defaultdict(set), defaultdict(set)] for k in HALF}
        self.history = defaultdict(float)
        self.paths = {}
        self.drilled = defaultdict(set)     # by net: cells of its vias
        for kind, half in HALF.items():
            for pad in self.pads:
                for layer in pad.layers:
                    for cell in pad.cells(half + CLEARANCE + MARGIN):
                        self.fixed[kind][layer][cell].add(pad.net or '-')
            if kind == 'via':
                for pad in self.pads:
                    for layer in (FRONT, BACK):
                        if layer in pad.layers:
                            for cell in pad.cells(half + 0.1):
                                self.fixed[kind][layer][cell].add('no via in a pad')
            for i in range(NX):
                for j in range(NY):
                    x, y = i * GRID, j * GRID
                    if (x < ANTENNA_X + half or x > WIDTH - EDGE - half - MARGIN or y < EDGE + half + MARGIN or y > HEIGHT - EDGE - half - MARGIN):
                        self.wall[kind].add((i, j))
        self.discs = {(a, b): disc(HALF[a] + HALF[b] + CLEARANCE + MARGIN) for a in HALF for b in HALF}

    def kind(self, net):
        return 'supply' if net in SUPPLY_NETS else 'signal'

    def free(self, kind, layer, cell, net):
        """None: blocked for good. Otherwise the price of the tracks of others there."""
        if cell in self.wall[kind] or self.fixed[kind][layer].get(cell, set()) - {net}:
            return None
        others = self.routed[kind][layer].get(cell)
        if not others:
            return self.history.get((layer, cell), 0.0)
        return (CROSS_COST if others - {net} else 0.0) + self.history.get((layer, cell), 0.0)

    def via_free(self, cell, net):
        if cell not in self.drilled[net] and any((cell[0] + i, cell[1] + j) in self.drilled[net] for i, j in self.discs['via', 'via']):
            return None
        prices = [self.free('via', layer, cell, net) for layer in (FRONT, BACK)]
        return None if None in prices else sum(prices)

    def search(self, net, starts, goals, to_plane):
        """Cheapest path from any start to any goal: [(layer, cell), ...]; to_plane: the goal is a via anywhere."""
        kind = self.kind(net)
        if goals:
            gi = [c[0] for _, c in goals]
            gj = [c[1] for _, c in goals]
            box = min(gi), max(gi), min(gj), max(gj)
        queue, best, came = [], {}, {}

        def guess(cell):
            if to_plane:
                return 0
            dx = max(box[0] - cell[0], cell[0] - box[1], 0)
            dy = max(box[2] - cell[1], cell[1] - box[3], 0)
            return max(dx, dy) + 0.42 * min(dx, dy)
        for node in sorted(starts):
            best[node] = 0.0
            heapq.heappush(queue, (guess(node[1]), 0.0, node))
        while queue:
            _, cost, node = heapq.heappop(queue)
            if cost > best[node]:
                continue
            layer, cell = node
            if node in goals or (to_plane and node[0] == 2):
                path = [node]
                while path[-1] in came:
                    path.append(came[path[-1]])
                return path[::-1]
            if layer == 2:
                continue
            around = []
            for di, dj, length in STEPS:
                other = (cell[0] + di, cell[1] + dj)
                if (layer, other) in goals:
                    around.append(((layer, other), length))
                    continue
                price = self.free(kind, layer, other, net)
                if price is not None:
                    around.append(((layer, other), length * (BACK_COST if layer == BACK else 1.0) + price))
            price = self.via_free(cell, net)
            if price is not None:
                around.append(((2, cell), 1.0 + price) if to_plane else ((1 - layer, cell), VIA_COST + price))
            for other, step in around:
                total = cost + step
                if total < best.get(other, 1e18):
                    best[other] = total
                    came[other] = node
                    heapq.heappush(queue, (total + guess(other[1]), total, other))
        return None

    def occupy(self, net, path, add):
        kind = self.kind(net)
        marks = [(layer, cell, kind) for layer, cell in path if layer != 2]
        marks += [(layer, b[1], 'via') for a, b in zip(path, path[1:]) if a[0] != b[0] for layer in (FRONT, BACK)]
        for cell in {b[1] for a, b in zip(path, path[1:]) if a[0] != b[0]}:
            (self.drilled[net].add if add else self.drilled[net].discard)(cell)
        for layer, cell, own in marks:
            for other in HALF:
                table = self.routed[other][layer]
                for di, dj in self.discs[own, other]:
                    place = (cell[0] + di, cell[1] + dj)
                    if add:
                        table[place].add(net)
                    else:
                        table[place].discard(net)

    def crossed(self, net, path):
        kind, found = self.kind(net), set()
        for a, b in zip([None] + path, path):
            layers = (FRONT, BACK) if a and a[0] != b[0] else (b[0],)
            for layer in layers:
                own = 'via' if a and a[0] != b[0] else kind
                others = self.routed[own][layer].get(b[1], set()) - {net}
                if others:
                    self.history[layer, b[1]] += 1.5
                    found |= others
        return found

    def route_net(self, net):
        """Joins all pads of a net (ground: gives each surface pad a via). Returns the paths."""
        pads = [p for p in self.pads if p.net == net]
        nodes = [{(layer, cell) for layer in p.layers for cell in p.inside} for p in pads]
        if net == 'GND':
            paths = []
            for pad, own in zip(pads, nodes):
                if pad.part == 'U1' and pad.number == '39':
                    continue    # the thermal pad has its own holes
                if not pad.through:
                    path = self.search(net, own, set(), True)
                    if path is None:
                        raise SystemExit('no room for a ground via at ' + pad.part)
                    layer = path[-2][0]
                    path[-1] = (1 - layer, path[-1][1])
                    paths.append(path)
                    self.occupy(net, path, True)
            return paths
        joined, paths, rest = set(nodes[0]), [], nodes[1:]
        while rest:
            goals = set().union(*rest)
            path = self.search(net, joined, goals, False)
            if path is None:
                raise SystemExit('no way for ' + net)
            paths.append(path)
            self.occupy(net, path, True)
            joined |= set(path)
            for own in [n for n in rest if path[-1] in n]:
                joined |= own
                rest.remove(own)
        return paths

    def remove(self, net):
        for path in self.paths.pop(net, []):
            self.occupy(net, path, False)

    def run(self, limit=4000):
        nets = sorted({p.net for p in self.pads if p.net and not p.net.startswith('unconnected-')})
        size = {n: sum(p.net == n for p in self.pads) for n in nets}
        todo = ['GND'] + sorted((n for n in nets if n != 'GND'), key=lambda n: (self.kind(n) == 'signal', size[n], n))
        for count in range(limit):
            if not todo:
                return count
            net = todo.pop(0)
            paths = self.route_net(net)
            hit = set()
            for path in paths:
                hit |= self.crossed(net, path)
            for other in sorted(hit):
                self.remove(other)
                todo.append(other)
            self.paths[net] = paths
        raise SystemExit('gave up; still open: ' + ', '.join(todo))

    def result(self):
        tracks, vias = [], []
        for net in sorted(self.paths):
            width = SUPPLY if self.kind(net) == 'supply' else SIGNAL
            for path in self.paths[net]:
                for a, b in zip(path, path[1:]):
                    if a[0] != b[0]:
                        vias.append([net, b[1][0] * GRID, b[1][1] * GRID])
                start = 0
                for k in range(1, len(path)):
                    same = k + 1 < len(path) and path[k + 1][0] == path[k][0] == path[start][0] and (
                        path[k + 1][1][0] - path[k][1][0], path[k + 1][1][1] - path[k][1][1]) == (
                        path[k][1][0] - path[k - 1][1][0], path[k][1][1] - path[k - 1][1][1])
                    if not same:
                        (layer, one), (_, two) = path[start], path[k]
                        if one != two and path[start][0] == path[k][0]:
                            tracks.append([net, 'FB'[layer], width, one[0] * GRID, one[1] * GRID, two[0] * GRID, two[1] * GRID])
                        start = k
        unique = sorted({tuple(v) for v in vias})
        return {'tracks': sorted(tracks), 'vias': [list(v) for v in unique]}


def write(routes, file):
    lines = [',\n  '.join(json.dumps(row) for row in routes[key]) for key in ('tracks', 'vias')]
    file.write('{"tracks": [\n  %s],\n "vias": [\n  %s]}\n' % tuple(lines))


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    router = Router(make_board.build())
    rounds = router.run()
    routes = router.result()
    with open(os.path.join(sys.argv[1] if len(sys.argv) > 1 else here, 'routes.json'), 'w', encoding='utf-8') as file:
        write(routes, file)
    print('routed after', rounds, 'rounds:', len(routes['tracks']), 'tracks,', len(routes['vias']), 'vias')
