#!/usr/bin/python3
"""Routes the placed board on a 0.25 mm grid, two layers, and writes routes.json. Run it after parts have moved.

Each connection is a shortest path (A*). A path may cross a foreign track at a price; the crossed net is then taken out and
routed again, and the price of that place rises, until nothing crosses. Ground is poured later: its pads only get a via each.
The result is the same in every run (minutes; HWTOKEN_ROUTE_PROGRESS=1 shows them). It gets the corrections of route_edits.json. stitch.py comes after it. What it leaves open or too close is found by the design rule check, not here.
"""
import heapq
import os
import sys
from collections import defaultdict

import make_board
import route_edits
import route_file
from fingerprint import fingerprint
from grid import BACK, FRONT, GRID, HALF, NX, PLANE, SIZE, Pad, disc, ownership
from shape import CLEARANCE, SIGNAL, SUPPLY, SUPPLY_NETS

STEPS = [(1, 0, 1.0), (-1, 0, 1.0), (0, 1, 1.0), (0, -1, 1.0), (1, 1, 1.42), (1, -1, 1.42), (-1, 1, 1.42), (-1, -1, 1.42)]
STEPS = [(di + NX * dj, length) for di, dj, length in STEPS]
VIA_COST, BACK_COST, CROSS_COST = 8.0, 1.15, 12.0


class Router:
    def __init__(self, board):
        self.pads = [Pad(p) for f in board.GetFootprints() for p in f.Pads()]
        self.ids = {net: n for n, net in enumerate(sorted({p.net for p in self.pads}), 1)}
        # by kind of track and node: the net that owns the place (0 nobody, BLOCKED several or a wall)
        self.fixed = {kind: ownership(self.pads, self.ids, kind) for kind in HALF}
        self.routed = {kind: [None] * (2 * SIZE) for kind in HALF}      # the nets whose tracks would be touched there
        self.history = [0.0] * (2 * SIZE)
        self.paths = {}
        self.rise = 1.5                                                 # how much dearer a crossed place becomes; grows, so that a duel ends
        self.drilled = defaultdict(set)                                 # by net: cells of its vias
        self.discs = {(a, b): disc(HALF[a] + HALF[b] + CLEARANCE) for a in HALF for b in HALF}

    def kind(self, net):
        return 'supply' if net in SUPPLY_NETS else 'signal'

    def price(self, kind, node, net):
        """None: blocked for good. Otherwise the price of the tracks of others there."""
        if self.fixed[kind][node] not in (0, self.ids[net]):
            return None
        others = self.routed[kind][node]
        if others and (len(others) > 1 or net not in others):
            return CROSS_COST + self.history[node]
        return self.history[node]

    def via_price(self, cell, net):
        own = self.drilled[net]
        if cell not in own and any(cell + offset in own for offset in self.discs['via', 'via']):
            return None
        front = self.price('via', cell, net)
        back = None if front is None else self.price('via', BACK + cell, net)
        return None if back is None else front + back

    def search(self, net, starts, goals, to_plane):
        """Cheapest path from any start to any goal, as nodes; to_plane: the goal is a via anywhere."""
        kind = self.kind(net)
        fixed, routed, history, own = self.fixed[kind], self.routed[kind], self.history, self.ids[net]
        if goals:
            columns, rows = [g % SIZE % NX for g in goals], [g % SIZE // NX for g in goals]
            left, right, top, bottom = min(columns), max(columns), min(rows), max(rows)

        def guess(node):
            if to_plane:
                return 0.0
            row, column = divmod(node % SIZE, NX)
            dx = left - column if column < left else column - right if column > right else 0
            dy = top - row if row < top else row - bottom if row > bottom else 0
            return dx + 0.42 * dy if dx > dy else dy + 0.42 * dx
        queue = [(guess(node), 0.0, node) for node in sorted(starts)]
        heapq.heapify(queue)
        best, came = {node: 0.0 for node in starts}, {}
        infinity = float('inf')
        while queue:
            _, cost, node = heapq.heappop(queue)
            if cost > best[node]:
                continue
            if node in goals or node >= PLANE:
                path = [node]
                while path[-1] in came:
                    path.append(came[path[-1]])
                return path[::-1]
            weight = BACK_COST if node >= BACK else 1.0
            around = []
            for offset, length in STEPS:
                other = node + offset
                if fixed[other] == 0 or fixed[other] == own:
                    others = routed[other]
                    crossing = CROSS_COST if others and (len(others) > 1 or net not in others) else 0.0
                    around.append((other, cost + length * weight + crossing + history[other]))
                elif other in goals:
                    around.append((other, cost + length))
            cell = node % SIZE
            price = self.via_price(cell, net)
            if price is not None:
                around.append((PLANE + cell, cost + 1.0 + price) if to_plane else (cell if node >= BACK else BACK + cell, cost + VIA_COST + price))
            for other, total in around:
                if total < best.get(other, infinity):
                    best[other] = total
                    came[other] = node
                    heapq.heappush(queue, (total + guess(other), total, other))
        return None

    @staticmethod
    def changes_layer(a, b):
        return a // SIZE != b // SIZE

    def marks(self, net, path):
        """(node, kind) of all that a path puts on the board: its track, and its vias on both layers."""
        holes = [b % SIZE for a, b in zip(path, path[1:]) if self.changes_layer(a, b)]
        return [(node, self.kind(net)) for node in path] + [(layer + cell, 'via') for cell in holes for layer in (FRONT, BACK)]

    def occupy(self, net, path, add):
        for a, b in zip(path, path[1:]):
            if self.changes_layer(a, b):
                (self.drilled[net].add if add else self.drilled[net].discard)(b % SIZE)
        for node, own in self.marks(net, path):
            for other in HALF:
                table = self.routed[other]
                for offset in self.discs[own, other]:
                    place = node + offset
                    if 0 <= place < 2 * SIZE:
                        if add:
                            if table[place] is None:
                                table[place] = set()
                            table[place].add(net)
                        elif table[place]:
                            table[place].discard(net)

    def crossed(self, net, path):
        """The nets whose tracks a path touches; the places become dearer."""
        found = set()
        for node, own in self.marks(net, path):
            others = (self.routed[own][node] or set()) - {net}
            if others:
                self.history[node] += self.rise
                found |= others
        return found

    def route_net(self, net):
        """Joins all pads of a net (ground: gives each surface pad a via). Returns the paths."""
        pads = [p for p in self.pads if p.net == net]
        nodes = [{layer + cell for layer in p.layers for cell in p.inside} for p in pads]
        if net == 'GND':
            paths = []
            for pad, own in zip(pads, nodes):
                if pad.part == 'U1' and pad.number == '39':
                    continue    # the thermal pad has its own holes
                if not pad.through:
                    path = self.search(net, own, set(), True)
                    if path is None:
                        raise SystemExit('no room for a ground via at ' + pad.part)
                    path[-1] = path[-1] % SIZE + (FRONT if path[-2] >= BACK else BACK)
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
            if os.environ.get('HWTOKEN_ROUTE_PROGRESS'):
                print(count, 'open:', *todo[:12], file=sys.stderr, flush=True)
            net = todo.pop(0)
            self.rise = 1.5 + count / 40
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
        """Straight runs joined to tracks, in millimetres."""
        tracks, vias = [], set()
        for net in sorted(self.paths):
            width = SUPPLY if self.kind(net) == 'supply' else SIGNAL
            for path in self.paths[net]:
                vias |= {(net, *self.place(b)) for a, b in zip(path, path[1:]) if self.changes_layer(a, b)}
                start = 0
                for k in range(1, len(path)):
                    straight = k + 1 < len(path) and path[k + 1] - path[k] == path[k] - path[k - 1] and path[k + 1] // SIZE == path[k] // SIZE
                    if not straight:
                        if path[start] // SIZE == path[k] // SIZE:
                            tracks.append([net, 'FB'[path[k] // SIZE], width, *self.place(path[start]), *self.place(path[k])])
                        start = k
        return {'tracks': sorted(tracks), 'vias': [list(v) for v in sorted(vias)]}

    @staticmethod
    def place(node):
        return node % SIZE % NX * GRID, node % SIZE // NX * GRID


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    router = Router(make_board.build())
    rounds = router.run()
    routes = route_edits.apply(router.result(), route_edits.load())
    with open(os.path.join(sys.argv[1] if len(sys.argv) > 1 else here, 'routes.json'), 'w', encoding='utf-8') as file:
        route_file.write({'madeFor': fingerprint(), **routes}, file)
    print('routed after', rounds, 'rounds:', len(routes['tracks']), 'tracks,', len(routes['vias']), 'vias')
