#!/usr/bin/python3
"""Writes hwtoken.kicad_pcb from parts.py, shape.py and the tracks in routes.json. Needs the system Python with KiCad's pcbnew."""
import json
import os
import sys
import uuid

import pcbnew

import footprints
import silk
from parts import PARTS
from shape import ANTENNA_X, CLEARANCE, CORNER, DRILL, HEIGHT, THICKNESS, VIA, WIDTH, net_name
from sheet import ROOT
from symbols import pins

ORIGIN_X, ORIGIN_Y = 100.0, 60.0
LAYERS = {'F': pcbnew.F_Cu, 'B': pcbnew.B_Cu}


def nm(value):
    return pcbnew.FromMM(round(value, 4))


def at(x, y):
    return pcbnew.VECTOR2I(nm(ORIGIN_X + x), nm(ORIGIN_Y + y))


def add_nets(board):
    nets = {}
    names = {n: net_name(n) for p in PARTS for n in p.nets.values()}
    names.update({open_pin(p, n): open_pin(p, n) for p in PARTS for n in pins(p.symbol) if n not in p.nets})
    for name in sorted(names):
        nets[name] = pcbnew.NETINFO_ITEM(board, names[name])
        board.Add(nets[name])
    return nets


def open_pin(part, number):
    """KiCad's name of the net of a pin that is connected to nothing."""
    return 'unconnected-(%s-%s-Pad%s)' % (part.ref, pins(part.symbol)[number][3].replace('/', '{slash}'), number)


def add_part(board, part, nets):
    footprint = footprints.load(part.footprint)
    footprint.SetReference(part.ref)
    footprint.SetValue(part.value)
    footprint.SetPath(pcbnew.KIID_PATH('/' + str(uuid.uuid5(ROOT, 'symbol/' + part.ref))))
    footprint.SetSheetname('/')
    footprint.SetSheetfile('hwtoken.kicad_sch')
    footprint.SetDNP(not part.fitted)
    if part.mpn != 'none':
        for key, text in (('Manufacturer', part.maker), ('MPN', part.mpn)):
            footprint.SetField(key, text)
            footprint.GetFieldByName(key).SetVisible(False)
            footprint.GetFieldByName(key).SetLayer(pcbnew.F_Fab)
    footprint.SetExcludedFromBOM(part.mpn == 'none')
    footprint.SetExcludedFromPosFiles(part.mpn == 'none')
    add_body(footprint, part.footprint.split(':')[1] if part.mpn != 'none' else None)
    board.Add(footprint)
    x, y, rotation, side = part.board
    footprint.SetPosition(at(x, y))
    if side == 'B':
        footprint.Flip(at(x, y), pcbnew.FLIP_DIRECTION_LEFT_RIGHT)
    footprint.SetOrientationDegrees(rotation)
    footprint.Value().SetVisible(False)
    for pad in footprint.Pads():
        number = pad.GetNumber()
        if number in part.nets:
            pad.SetNet(nets[part.nets[number]])
        elif number in pins(part.symbol):
            pad.SetNet(nets[open_pin(part, number)])
    return footprint


def add_body(footprint, name):
    """The box that bodies.py made, instead of a model of KiCad's big library."""
    footprint.Models().clear()
    if name:
        model = pcbnew.FP_3DMODEL()
        model.m_Filename = '${KIPRJMOD}/bodies/%s.wrl' % name
        footprint.Models().append(model)


def add_outline(board):
    """A rounded rectangle on Edge.Cuts."""
    r, w, h = CORNER, WIDTH, HEIGHT
    for x1, y1, x2, y2 in ((r, 0, w - r, 0), (w, r, w, h - r), (w - r, h, r, h), (0, h - r, 0, r)):
        line = pcbnew.PCB_SHAPE(board, pcbnew.SHAPE_T_SEGMENT)
        line.SetStart(at(x1, y1))
        line.SetEnd(at(x2, y2))
        finish_edge(board, line)
    k = r * (1 - 0.5 ** 0.5)
    for start, middle, end in (((0, r), (k, k), (r, 0)), ((w - r, 0), (w - k, k), (w, r)),
                               ((w, h - r), (w - k, h - k), (w - r, h)), ((r, h), (k, h - k), (0, h - r))):
        arc = pcbnew.PCB_SHAPE(board, pcbnew.SHAPE_T_ARC)
        arc.SetArcGeometry(at(*start), at(*middle), at(*end))
        finish_edge(board, arc)


def finish_edge(board, shape):
    shape.SetLayer(pcbnew.Edge_Cuts)
    shape.SetWidth(nm(0.1))
    board.Add(shape)


def add_ground(board, nets):
    """Ground on both sides, right of the antenna."""
    inset = 0.5
    for layer in (pcbnew.F_Cu, pcbnew.B_Cu):
        zone = pcbnew.ZONE(board)
        zone.SetLayer(layer)
        zone.SetNet(nets['GND'])
        zone.SetLocalClearance(nm(CLEARANCE))
        zone.SetMinThickness(nm(0.2))
        zone.SetThermalReliefGap(nm(0.25))
        zone.SetThermalReliefSpokeWidth(nm(0.3))
        zone.SetPadConnection(pcbnew.ZONE_CONNECTION_THERMAL)
        zone.SetIslandRemovalMode(pcbnew.ISLAND_REMOVAL_MODE_ALWAYS)
        outline = zone.Outline()
        outline.NewOutline()
        for x, y in ((ANTENNA_X, inset), (WIDTH - inset, inset), (WIDTH - inset, HEIGHT - inset), (ANTENNA_X, HEIGHT - inset)):
            outline.Append(nm(ORIGIN_X + x), nm(ORIGIN_Y + y))
        board.Add(zone)


def add_routes(board, nets, routes):
    for net, layer, width, x1, y1, x2, y2 in routes['tracks']:
        track = pcbnew.PCB_TRACK(board)
        track.SetStart(at(x1, y1))
        track.SetEnd(at(x2, y2))
        track.SetWidth(nm(width))
        track.SetLayer(LAYERS[layer])
        track.SetNet(nets[net])
        board.Add(track)
    for net, x, y in routes['vias'] + [['GND', *place] for place in routes.get('stitches', ())]:
        via = pcbnew.PCB_VIA(board)
        via.SetPosition(at(x, y))
        via.SetWidth(nm(VIA))
        via.SetDrill(nm(DRILL))
        via.SetNet(nets[net])
        board.Add(via)


def build(routes=None):
    """The board; without routes only placed (that is what the router starts from)."""
    pcbnew.KIID.SeedGenerator(1)
    board = pcbnew.CreateEmptyBoard()
    board.SetCopperLayerCount(2)
    board.GetDesignSettings().SetBoardThickness(nm(THICKNESS))
    board.GetDesignSettings().SetAuxOrigin(at(0, HEIGHT))
    nets = add_nets(board)
    for part in PARTS:
        add_part(board, part, nets)
    add_outline(board)
    if routes:
        add_routes(board, nets, routes)
        add_ground(board, nets)
        homeless = silk.draw(board, at, nm)
        if homeless:
            raise SystemExit('no room on the silk for %s: name a place in silk.py' % ', '.join(homeless))
    return board


def save_filled(board, path):
    """Zones can only be filled on a board that was read from a file."""
    pcbnew.SaveBoard(path, board, True)
    board = pcbnew.LoadBoard(path)
    board.BuildConnectivity()
    pcbnew.ZONE_FILLER(board).Fill(board.Zones())
    pcbnew.SaveBoard(path, board, True)


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    target = sys.argv[1] if len(sys.argv) > 1 else here
    with open(os.path.join(here, 'routes.json'), encoding='utf-8') as file:
        made = build(json.load(file))
    save_filled(made, os.path.join(target, 'hwtoken.kicad_pcb'))
