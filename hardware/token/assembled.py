#!/usr/bin/python3
"""assembled.py BOARD.kicad_pcb FOLDER: the board with OLED module and cell on it, for a picture."""
import os
import shutil
import sys

import pcbnew


def add(footprint, path, offset=(0.0, 0.0, 0.0), turn=0.0):
    model = pcbnew.FP_3DMODEL()
    model.m_Filename = path
    model.m_Offset = pcbnew.VECTOR3D(*offset)
    model.m_Rotation = pcbnew.VECTOR3D(0.0, 0.0, turn)
    footprint.Models().append(model)


def main(source, folder):
    os.makedirs(folder, exist_ok=True)
    shutil.copytree(os.path.join(os.path.dirname(os.path.abspath(source)), 'bodies'), os.path.join(folder, 'bodies'), dirs_exist_ok=True)
    # the project beside the board is what tells KiCad where the bodies are
    shutil.copy(os.path.splitext(source)[0] + '.kicad_pro', folder)
    board = pcbnew.LoadBoard(source)
    add(board.FindFootprintByReference('J3'), '${KIPRJMOD}/bodies/oled-module.wrl')
    pcbnew.SaveBoard(os.path.join(folder, 'hwtoken.kicad_pcb'), board, True)


if __name__ == '__main__':
    main(*sys.argv[1:3])
