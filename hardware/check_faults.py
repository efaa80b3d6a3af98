#!/usr/bin/env python3
"""Every gate of check.sh, shown red: copies the folder, plants a fault, runs the gate, looks for the words that name it.

check_faults.py            all
check_faults.py drc bom    only the faults of these gates
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
Fault = namedtuple('Fault', 'gate what file change words')


def swap(old, new):
    """Replaces the first place where old stands; that it stands there is part of the test."""
    def change(text):
        assert old in text, 'nothing to change: ' + old
        return text.replace(old, new, 1)
    return change


def field(path, value):
    """Sets a field of a JSON file."""
    def change(text):
        root = node = json.loads(text)
        *outer, last = path.split('.')
        for key in outer:
            node = node[key]
        assert node[last] != value
        node[last] = value
        return json.dumps(root, indent=2) + '\n'
    return change


def without(keyword, mark):
    """Takes out the first s-expression of that kind that holds the mark."""
    def change(text):
        for match in re.finditer(r'^\t\(%s\b.*?^\t\)\n' % keyword, text, re.S | re.M):
            if mark in match[0]:
                return text[:match.start()] + text[match.end():]
        raise AssertionError('no %s with %s' % (keyword, mark))
    return change


def moved(reference, place):
    """Puts a footprint somewhere else on the board."""
    def change(text):
        for match in re.finditer(r'^\t\(footprint\b.*?^\t\)\n', text, re.S | re.M):
            if '"Reference" "%s"' % reference in match[0]:
                there = re.sub(r'(\n\t\t\(at )[-\d. ]+\)', r'\g<1>%s)' % place, match[0], count=1)
                assert there != match[0]
                return text[:match.start()] + there + text[match.end():]
        raise AssertionError('no footprint ' + reference)
    return change


# a cube of the lid's size with its upper face missing
OPEN_BOX = '''if (part == "lid") polyhedron(
    points = [[0, 0, 0], [84.6, 0, 0], [84.6, 38.6, 0], [0, 38.6, 0], [0, 0, 3.6], [84.6, 0, 3.6], [84.6, 38.6, 3.6], [0, 38.6, 3.6]],
    faces = [[0, 1, 2, 3], [4, 5, 1, 0], [5, 6, 2, 1], [6, 7, 3, 2], [7, 4, 0, 3]]);'''

FAULTS = [
    Fault('profiles', 'a button pin that cannot wake the chip', 'boards/reference.json', field('button.pin', 23), 'button.pin 23 cannot wake the ESP32'),
    Fault('profiles', 'a chip without pin wake', 'boards/devkitc.json', field('chip', 'ESP32-C3'), 'ESP32-C3: neither EnableWakeupByPin'),
    Fault('profiles', 'two uses of one pin', 'boards/devkitc.json', field('serial.rx', 21), 'i2c.sda and serial.rx share GPIO21'),
    Fault('profiles', 'an unknown target', 'boards/heltec-v3.json', field('target', 'ESP32_REV3'), 'is not an image for ESP32-S3'),
    Fault('profiles', 'a flash line', 'boards/ttgo-lora32-v2.json', field('serial.tx', 6), 'GPIO6 is a flash line'),
    Fault('profiles', 'an output on an input', 'boards/lolin32-oled.json', field('serial.tx', 34), 'GPIO34 is an input only'),
    Fault('profiles', 'the deployment address of another chip', 'boards/reference.json', field('deploymentAddress', '0x1B0000'), 'deploymentAddress must be 0x1E0000'),
    Fault('profiles', 'no outside pull-up', 'boards/firebeetle.json', field('button.externalPullUp', False), 'externalPullUp must be true'),
    Fault('wiring', 'a pin changed, the drawing not', 'boards/devkitc.json', field('i2c.sda', 19), 'devkitc.svg is not what its script writes'),
    Fault('power', 'a part that drains the cell', 'power/figures.py', swap('DS3231M_VBAT_UA = Figure(2, 3,', 'DS3231M_VBAT_UA = Figure(110, 200,'), 'the floor is 250|not greater than or equal to 250'),
    Fault('power', 'a board without a budget', 'power/budget.py', swap("    'heltec-v3': [", "    'heltec-v9': ["), 'heltec-v9'),
    Fault('regenerate', 'a part changed, the files not', 'token/parts.py', swap("resistor('R13', '1k'", "resistor('R13', '10k'"), 'hwtoken.kicad_sch is not what its script writes'),
    Fault('erc', 'a missing supply flag', 'token/hwtoken.kicad_sch', without('symbol', '"#FLG02"'), 'power_pin_not_driven'),
    Fault('erc', 'a mistyped net', 'token/hwtoken.kicad_sch', swap('(label "TXD0"', '(label "TXDO"'), 'label_dangling|isolated_pin_label'),
    Fault('drc', 'a part off the board', 'token/hwtoken.kicad_pcb', moved('C14', '155.6 40 270'), 'unconnected_items|copper_edge_clearance'),
    Fault('drc', 'a track taken out', 'token/hwtoken.kicad_pcb', without('segment', '(net '), 'unconnected_items|track_dangling'),
    Fault('drc', 'another value in the schematic', 'token/hwtoken.kicad_sch', swap('(property "Value" "470k"', '(property "Value" "47k"'), 'footprint_symbol_mismatch|doesn.t match'),
    Fault('netlist', 'the firmware reads another button pin', 'boards/reference.json', field('button.pin', 26), 'GPIO26 does not reach the button'),
    Fault('netlist', 'the firmware has SDA and SCL the other way round', 'boards/reference.json', swap('"sda": 21', '"sda": 22'), 'GPIO22 does not reach the OLED'),
    Fault('netlist', 'TX and RX exchanged', 'boards/reference.json', swap('"tx": 17', '"tx": 16'), 'GPIO16 does not reach pad TP7'),
    Fault('bom', 'a part without number', 'token/hwtoken.kicad_sch', swap('(property "MPN" "DS3231MZ+"', '(property "MPN" ""'), 'U3: MPN is empty'),
    Fault('fit', 'a part off the board', 'token/hwtoken.kicad_pcb', moved('C14', '155.6 40 270'), 'C14 stands off the board'),
    Fault('fit', 'a smaller case', 'enclosure/parameters.scad', swap('board_w = 80;', 'board_w = 78;'), 'the case is made for'),
    Fault('fit', 'a button beside its plunger', 'enclosure/parameters.scad', swap('button_y = 17;', 'button_y = 15;'), r'button \(y\) is at 17.00'),
    Fault('case', 'a hole in the mesh', 'enclosure/case.scad', swap('if (part == "lid") lid();', OPEN_BOX), 'not closed'),
    Fault('case', 'an unknown variable', 'enclosure/case.scad', swap('translate([0, 0, wall_top]) rounded', 'translate([0, 0, wal_top]) rounded'), 'WARNING'),
    Fault('case', 'a lid that is too small', 'enclosure/case.scad', swap('rounded(outer_w, outer_h, outer_corner, lid_thick)', 'rounded(outer_w - 1, outer_h, outer_corner, lid_thick)'), 'lid.stl: x is'),
    Fault('routes', 'a part moved, the tracks not', 'token/parts.py', swap("(26.4, 4.2, 90, 'F')", "(26.4, 4.7, 90, 'F')"), 'routes.json is not what its script writes'),
]


def turns_red(fault):
    """None if the gate names the fault, else what it printed instead."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, 'hardware')
        shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns('__pycache__', 'pictures'))
        path = os.path.join(copy, fault.file)
        with open(path, encoding='utf-8') as file:
            text = file.read()
        with open(path, 'w', encoding='utf-8') as file:
            file.write(fault.change(text))
        done = subprocess.run(['sh', os.path.join(copy, 'check.sh'), fault.gate], capture_output=True, text=True, env={**os.environ, 'CI': 'true'}, check=False)
        printed = done.stdout + done.stderr
        return None if done.returncode == 1 and re.search(fault.words, printed) else printed


def without_tools():
    """Without its tools a check is skipped, said so, and in CI fails. Returns None or what was printed instead."""
    with tempfile.TemporaryDirectory() as folder:
        for tool in os.listdir('/usr/bin'):
            if tool not in ('kicad-cli', 'openscad'):
                os.symlink(os.path.join('/usr/bin', tool), os.path.join(folder, tool))
        for ci, status, words in (('', 0, 'SKIPPED  erc: kicad-cli is not installed'), ('true', 1, 'in CI nothing may be skipped')):
            done = subprocess.run(['/bin/sh', os.path.join(HERE, 'check.sh'), 'erc', 'case'], capture_output=True, text=True,
                                  env={**os.environ, 'PATH': folder, 'CI': ci}, check=False)
            if done.returncode != status or words not in done.stdout:
                return done.stdout + done.stderr
    return None


def main(gates):
    missed = 0
    if not gates:
        printed = without_tools()
        print('%-8s %-11s %s' % ('red' if printed is None else 'MISSED', 'all', 'a missing tool in CI'))
        if printed is not None:
            missed += 1
            print('    got: ' + printed)
    for fault in FAULTS:
        if gates and fault.gate not in gates:
            continue
        printed = turns_red(fault)
        print('%-8s %-11s %s' % ('red' if printed is None else 'MISSED', fault.gate, fault.what), flush=True)
        if printed is not None:
            missed += 1
            print('    wanted: %s\n    got: %s' % (fault.words, printed.replace('\n', '\n    ')[-1500:]))
    print('%d planted faults were missed' % missed if missed else 'every planted fault was caught')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
