"""The router's grid: 0.25 mm cells on two layers, and what the pads of the placed board take of it.

A node is a whole number: the cell plus FRONT or BACK; PLANE plus a cell stands for a via to the ground plane there.
"""
import math

import pcbnew

import make_board
from shape import ANTENNA_X, CLEARANCE, EDGE, HEIGHT, SIGNAL, SUPPLY, VIA, WIDTH

GRID = 0.25
NX, NY = round(WIDTH / GRID) + 1, round(HEIGHT / GRID) + 1
SIZE = NX * NY
MARGIN = 0.02
FRONT, BACK, PLANE = 0, SIZE, 2 * SIZE
HALF = {'signal': SIGNAL / 2, 'supply': SUPPLY / 2, 'via': VIA / 2}
BLOCKED = -1


def cell_at(i, j):
    return j * NX + i


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
        self.inside = [c for c in self.cells() if pad.HitTest(make_board.at(c % NX * GRID, c // NX * GRID))]

    def cells(self, grow=0.0):
        """Grid cells whose middle lies inside the pad's rectangle, grown by that much."""
        for i in range(math.ceil((self.left - grow) / GRID), math.floor((self.right + grow) / GRID) + 1):
            for j in range(math.ceil((self.top - grow) / GRID), math.floor((self.bottom + grow) / GRID) + 1):
                dx = max(self.left - i * GRID, i * GRID - self.right, 0)
                dy = max(self.top - j * GRID, j * GRID - self.bottom, 0)
                if math.hypot(dx, dy) <= grow + 1e-9 and 0 <= i < NX and 0 <= j < NY:
                    yield cell_at(i, j)


def disc(radius):
    """Offsets of the cells nearer than the radius and the margin."""
    radius += MARGIN
    reach = int(radius / GRID) + 1
    return [cell_at(i, j) for i in range(-reach, reach + 1) for j in range(-reach, reach + 1) if math.hypot(i, j) * GRID < radius - 1e-9]


def ownership(pads, ids, kind):
    """By node: the net that owns the place for a track of that kind (0 nobody, BLOCKED several or a wall)."""
    half = HALF[kind]
    owner = [0] * (2 * SIZE)

    def claim(node, net):
        owner[node] = net if owner[node] in (0, net) else BLOCKED
    for pad in pads:
        for layer in pad.layers:
            for cell in pad.cells(half + CLEARANCE + MARGIN):
                claim(layer + cell, ids[pad.net] if pad.net else BLOCKED)
            if kind == 'via':       # no via in a pad
                for cell in pad.cells(half + 0.1):
                    owner[layer + cell] = BLOCKED
    side = EDGE + half + MARGIN
    for i in range(NX):
        for j in range(NY):
            x, y = i * GRID, j * GRID
            if x < ANTENNA_X + half or x > WIDTH - side or y < side or y > HEIGHT - side:
                owner[cell_at(i, j)] = owner[BACK + cell_at(i, j)] = BLOCKED
    return owner
