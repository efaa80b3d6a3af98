#!/usr/bin/python3
"""make_panel.py BOARD.kicad_pcb OUT.kicad_pcb: four boards above each other between two rails, to be parted along V-grooves.

The rails carry tooling holes and fiducials. Copies share their nets, so connectivity is checked on the single board, not here.
"""
import sys

import pcbnew

import footprints
from shape import HEIGHT, WIDTH

COUNT, RAIL, TOOLING, OVER = 4, 5.0, 1.152, 3.0
GROOVE = pcbnew.Dwgs_User


def nm(value):
    return pcbnew.FromMM(round(value, 4))


def copies(board, origin):
    """Adds the boards below the first; returns the panel's size in millimetres."""
    items = [*board.GetFootprints(), *board.GetTracks(), *board.Zones(), *(d for d in board.GetDrawings() if d.GetLayer() != pcbnew.Edge_Cuts)]
    for n in range(1, COUNT):
        for item in items:
            twin = item.Duplicate()
            twin.Move(pcbnew.VECTOR2I(0, nm(n * HEIGHT)))
            board.Add(twin)
    for drawing in [d for d in board.GetDrawings() if d.GetLayer() == pcbnew.Edge_Cuts]:
        drawing.SetLayer(pcbnew.Eco2_User)      # not plotted; taking it out upsets pcbnew
    return WIDTH + 2 * RAIL, COUNT * HEIGHT


def line(board, layer, start, end):
    shape = pcbnew.PCB_SHAPE(board, pcbnew.SHAPE_T_SEGMENT)
    shape.SetStart(start)
    shape.SetEnd(end)
    shape.SetLayer(layer)
    shape.SetWidth(nm(0.1))
    board.Add(shape)


def mark(board, pattern, reference, place):
    footprint = pattern.Duplicate().Cast()
    footprint.SetReference(reference)
    footprint.Reference().SetVisible(False)
    footprint.Value().SetVisible(False)
    footprint.SetExcludedFromBOM(True)
    footprint.SetExcludedFromPosFiles(True)
    board.Add(footprint)
    footprint.SetPosition(place)
    return footprint


def build(path):
    pcbnew.KIID.SeedGenerator(2)
    # before the board: pcbnew loads no footprint after it
    tooling, fiducial = (footprints.load(name) for name in ('MountingHole:MountingHole_2.2mm_M2', 'Fiducial:Fiducial_1mm_Mask2mm'))
    board = pcbnew.LoadBoard(path)
    corner = board.GetDesignSettings().GetAuxOrigin()
    left, top = corner.x - nm(RAIL), corner.y - nm(HEIGHT)
    width, height = copies(board, corner)

    def at(x, y):
        return pcbnew.VECTOR2I(left + nm(x), top + nm(y))
    frame = [(0, 0), (width, 0), (width, height), (0, height)]
    for one, two in zip(frame, frame[1:] + frame[:1]):
        line(board, pcbnew.Edge_Cuts, at(*one), at(*two))
    for y in range(1, COUNT):
        line(board, GROOVE, at(-OVER, y * HEIGHT), at(width + OVER, y * HEIGHT))
    for x in (RAIL, width - RAIL):
        line(board, GROOVE, at(x, -OVER), at(x, height + OVER))
    note = pcbnew.PCB_TEXT(board)
    note.SetText('V-GROOVE along these lines, both sides')
    note.SetPosition(at(width / 2, -5))
    note.SetLayer(GROOVE)
    board.Add(note)
    number = 0
    for x in (RAIL / 2, width - RAIL / 2):
        for y in (5.0, height - 5.0):
            number += 1
            hole = mark(board, tooling, 'T%d' % number, at(x, y))
            for pad in hole.Pads():
                pad.SetSize(pcbnew.VECTOR2I(nm(TOOLING), nm(TOOLING)))
                pad.SetDrillSize(pcbnew.VECTOR2I(nm(TOOLING), nm(TOOLING)))
    for n, (x, y) in enumerate(((RAIL / 2, 12), (width - RAIL / 2, 12), (RAIL / 2, height - 16)), 1):
        mark(board, fiducial, 'PF%d' % n, at(x, y))
    board.GetDesignSettings().SetAuxOrigin(at(0, height))
    return board


if __name__ == '__main__':
    pcbnew.SaveBoard(sys.argv[2], build(sys.argv[1]), True)
