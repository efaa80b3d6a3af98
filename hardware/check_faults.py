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


def footprint_change(reference, edit):
    """Edits the text of one footprint of the board."""
    def change(text):
        for match in re.finditer(r'^\t\(footprint\b.*?^\t\)\n', text, re.S | re.M):
            if '"Reference" "%s"' % reference in match[0]:
                there = edit(match[0])
                assert there != match[0]
                return text[:match.start()] + there + text[match.end():]
        raise AssertionError('no footprint ' + reference)
    return change


def through(reference):
    return footprint_change(reference, lambda text: re.sub(r'(\(pad "\d+") smd', r'\1 thru_hole', text))


def flipped(reference):
    return footprint_change(reference, lambda text: text.replace('(layer "F.Cu")', '(layer "B.Cu")', 1))


def valued(reference, value):
    """Gives a symbol of the schematic another value."""
    def change(text):
        for match in re.finditer(r'^\t\(symbol\n.*?^\t\)\n', text, re.S | re.M):
            if '"Reference" "%s"' % reference in match[0]:
                return text[:match.start()] + re.sub(r'"Value" "[^"]*"', '"Value" "%s"' % value, match[0], count=1) + text[match.end():]
        raise AssertionError('no symbol ' + reference)
    return change


def rewired(reference, number, net):
    """Changes the power symbol that stands at a pin of the clock's block to another net."""
    def change(text):
        place = '(at 297.18 116.84 0)'      # the power symbol over pin 6 of U3: cell 117, 46
        for match in re.finditer(r'^\t\(symbol\n.*?^\t\)\n', text, re.S | re.M):
            if place in match[0] and 'power:' in match[0]:
                return text[:match.start()] + match[0].replace('power:+BATT', 'power:' + net).replace('"Value" "+BATT"', '"Value" "%s"' % net) + text[match.end():]
        raise AssertionError('no power symbol at %s pin %s' % (reference, number))
    return change


def on_sheet(reference, other):
    """Puts a symbol of the schematic where another stands."""
    def change(text):
        symbols = [m[0] for m in re.finditer(r'^\t\(symbol\n.*?^\t\)\n', text, re.S | re.M)]
        one, two = (next(s for s in symbols if '"Reference" "%s"' % r in s) for r in (reference, other))
        place = re.search(r'\n\t\t\(at ([-\d. ]+)\)', two)[1]
        return text.replace(one, re.sub(r'(\n\t\t\(at )[-\d. ]+\)', r'\g<1>%s)' % place, one, count=1), 1)
    return change


# a cube of the lid's size with its upper face missing
OPEN_BOX = '''if (part == "lid") polyhedron(
    points = [[0, 0, 0], [84.6, 0, 0], [84.6, 38.6, 0], [0, 38.6, 0], [0, 0, 8.2], [84.6, 0, 8.2], [84.6, 38.6, 8.2], [0, 38.6, 8.2]],
    faces = [[0, 1, 2, 3], [4, 5, 1, 0], [5, 6, 2, 1], [6, 7, 3, 2], [7, 4, 0, 3]]);'''

FAULTS = [
    Fault('profiles', 'a panel without contrast', 'boards/reference.json', field('oled.contrast', 0), 'oled.contrast must be 1 to 255'),
    Fault('profiles', 'a button pin that cannot wake the chip', 'boards/reference.json', field('button.pin', 23), 'button.pin 23 cannot wake the ESP32'),
    Fault('profiles', 'a chip without pin wake', 'boards/devkitc.json', field('chip', 'ESP32-C3'), 'ESP32-C3: neither EnableWakeupByPin'),
    Fault('profiles', 'two uses of one pin', 'boards/devkitc.json', field('serial.rx', 21), 'i2c.sda and serial.rx share GPIO21'),
    Fault('profiles', 'an unknown target', 'boards/heltec-v3.json', field('target', 'ESP32_REV3'), 'is not an image for ESP32-S3'),
    Fault('profiles', 'a flash line', 'boards/ttgo-lora32-v2.json', field('serial.tx', 6), 'GPIO6 is a flash line'),
    Fault('profiles', 'an output on an input', 'boards/lolin32-oled.json', field('serial.tx', 34), 'GPIO34 is an input only'),
    Fault('profiles', 'the deployment address of another chip', 'boards/reference.json', field('deploymentAddress', '0x1B0000'), 'deploymentAddress must be 0x1E0000'),
    Fault('profiles', 'no outside pull-up', 'boards/firebeetle.json', field('button.externalPullUp', False), 'externalPullUp must be true'),
    Fault('profiles', 'a divider on a pin without converter', 'boards/reference.json', field('battery.pin', 4), 'does not reach the first converter'),
    Fault('profiles', 'a divider that overdrives the converter', 'boards/reference.json', field('battery.divider', 1), 'above the range of the converter'),
    Fault('profiles', 'a token that refuses before it asks for a charge', 'boards/reference.json', field('battery.chargeMillivolts', 3200), 'refuseMillivolts <= chargeMillivolts'),
    Fault('profiles', 'an unknown supply', 'boards/reference-aaa.json', field('supply', '2xAAA'), 'supply must be one of'),
    Fault('wiring', 'a pin changed, the drawing not', 'boards/devkitc.json', field('i2c.sda', 19), 'devkitc.svg is not what its script writes'),
    Fault('power', 'a part that drains the cell', 'power/figures.py', swap('DS3231M_VBAT_UA = Figure(2, 3,', 'DS3231M_VBAT_UA = Figure(110, 200,'), 'the floor is 300'),
    Fault('power', 'a part that drains the AAA cells', 'power/figures.py', swap('LDO_RT9080_UA = Figure(2, 4,', 'LDO_RT9080_UA = Figure(8, 8,'), 'the floor is 730'),
    Fault('power', 'boots as fast as one would like them', 'power/figures.py', swap('BUTTON_WAKE_S = Figure(2.0, 3.0,', 'BUTTON_WAKE_S = Figure(1.2, 3.0,'), '1.2 not greater than or equal to 2.0'),
    Fault('power', 'full contrast in the profile', 'boards/reference.json', field('oled.contrast', 255), 'the floor is 300'),
    Fault('tools', 'a lock that nobody waits for', 'install-tools.sh', swap('sleep "${HWTOKEN_LOCK_PAUSE:-5}"', 'return 1'), 'waited_for'),
    Fault('sheet', 'a symbol on another', 'token/hwtoken.kicad_sch', on_sheet('R19', 'C5'), 'lies on'),
    Fault('sheet', 'a name on a symbol', 'token/hwtoken.kicad_sch', swap('(label "CELL"\n\t\t(at 24.13', '(label "CELL"\n\t\t(at 30'), 'lies on F2'),
    Fault('power', 'a board without a budget', 'power/budget.py', swap("    'heltec-v3': [", "    'heltec-v9': ["), 'heltec-v9'),
    Fault('regenerate', 'a part changed, the files not', 'token/parts.py', swap("resistor('R13', '1k'", "resistor('R13', '10k'"), 'hwtoken.kicad_sch is not what its script writes'),
    Fault('regenerate', 'no room for a reference on the silk', 'token/silk.py', swap("'R6': (71.1, 1.3), ", ''), 'no room on the silk for R6'),
    Fault('erc', 'a missing supply flag', 'token/hwtoken.kicad_sch', without('symbol', '"#FLG02"'), 'power_pin_not_driven'),
    Fault('erc', 'a mistyped net', 'token/hwtoken.kicad_sch', swap('(label "TXD0"', '(label "TXDO"'), 'label_dangling|isolated_pin_label'),
    Fault('drc', 'a part off the board', 'token/hwtoken.kicad_pcb', moved('C14', '155.6 40 270'), 'unconnected_items|copper_edge_clearance'),
    Fault('drc', 'a track taken out', 'token/hwtoken.kicad_pcb', without('segment', '(net '), 'unconnected_items|track_dangling'),
    Fault('drc', 'another value in the schematic', 'token/hwtoken.kicad_sch', swap('(property "Value" "470k"', '(property "Value" "47k"'), 'footprint_symbol_mismatch|doesn.t match'),
    Fault('netlist', 'the firmware reads another button pin', 'boards/reference.json', field('button.pin', 26), 'GPIO26 does not reach the button'),
    Fault('netlist', 'the firmware has SDA and SCL the other way round', 'boards/reference.json', swap('"sda": 21', '"sda": 22'), 'GPIO22 does not reach the OLED'),
    Fault('netlist', 'TX and RX exchanged', 'boards/reference.json', swap('"tx": 17', '"tx": 16'), 'GPIO16 does not reach pad TP7'),
    Fault('netlist', 'a clock that dies with the main rail', 'token/hwtoken.kicad_sch', rewired('U3', '6', '+3V3'), 'the clock does not run from the cell'),
    Fault('netlist', 'a capacitor too small for the keeper', 'token/hwtoken.kicad_sch', valued('C8', '10n'), 'C8 is too small'),
    Fault('netlist', 'a reset that comes too soon', 'token/hwtoken.kicad_sch', valued('R22', '10k'), 'the reset timer does not take its time'),
    Fault('netlist', 'a charger set too high', 'token/hwtoken.kicad_sch', valued('R5', '1k'), 'the charger is not set to 200 mA'),
    Fault('bom', 'a part without number', 'token/hwtoken.kicad_sch', swap('(property "MPN" "DS3231MZ+"', '(property "MPN" ""'), 'U3: MPN is empty'),
    Fault('fit', 'a part off the board', 'token/hwtoken.kicad_pcb', moved('C14', '155.6 40 270'), 'C14 stands off the board'),
    Fault('fit', 'a smaller case', 'enclosure/parameters.scad', swap('board_w = 80;', 'board_w = 78;'), 'the case is made for'),
    Fault('fit', 'a button beside its plunger', 'enclosure/parameters.scad', swap('button_y = 17;', 'button_y = 15;'), r'button \(y\) is at 17.00'),
    Fault('fit', 'a header whose tails reach the cell', 'token/hwtoken.kicad_pcb', through('J3'), 'J3 pin 1 ends 0.0 mm from the cell'),
    Fault('fit', 'pins that pierce the lid', 'enclosure/parameters.scad', swap('oled_pin_top = 4.8;', 'oled_pin_top = 8.6;'), 'pierce the lid'),
    Fault('fit', 'a plug that meets the cell', 'enclosure/parameters.scad', swap('battery_x = 20;', 'battery_x = 24;'), 'the plug in J2 meets the battery'),
    Fault('fit', 'a part under a boss', 'token/hwtoken.kicad_pcb', moved('C4', '174.5 64 90'), 'C4 stands where the case holds the board at hole 2'),
    Fault('fit', 'a part under the spacer', 'token/hwtoken.kicad_pcb', moved('C4', '140 89.2 0'), 'C4 stands where the spacer lies'),
    Fault('fit', 'a holder that is too thick', 'enclosure/parameters.scad', swap('holder_thick = 13.5;', 'holder_thick = 15;'), 'the holder for AAA cells meets'),
    Fault('placement', 'a capacitor far from its pin', 'token/hwtoken.kicad_pcb', moved('C12', '114.6 63.6 90'), 'C12 is [0-9.]+ mm from U3 pin 6'),
    Fault('placement', 'a part on the other side', 'token/hwtoken.kicad_pcb', flipped('C4'), 'C4 stands on the back'),
    Fault('placement', 'fiducials on a line', 'token/hwtoken.kicad_pcb', moved('FID3', '127.25 77.7'), 'nearly on a line'),
    Fault('order', 'a price without source', 'token/sourcing.csv', swap('DW01A,DW01A of another maker (check its pins),,', 'DW01A,DW01A of another maker (check its pins),,0.05'), 'Price 1 without source and date'),
    Fault('order', 'an LCSC number without source', 'token/sourcing.csv', swap('AO3401A,DMP2035U or another P-channel FET in SOT-23 that is on at 2.5 V,', 'AO3401A,DMP2035U or another P-channel FET in SOT-23 that is on at 2.5 V,C1'), 'LCSC without source and date'),
    Fault('order', 'another head than the house wants', 'token/make_order.py', swap("('Designator', 'Mid X', 'Mid Y', 'Layer', 'Rotation')", "('Ref', 'X', 'Y', 'Layer', 'Rotation')"), 'the house wants'),
    Fault('order', 'a part that is placed and not bought', 'token/make_order.py', swap("if (machine := [r for r in references if r not in BY_HAND])", "if (machine := [r for r in references if r not in BY_HAND | {'U3'}])"), 'parts in one list only: U3'),
    Fault('order', 'a page that loads something', 'token/make_ibom.py', swap('<meta charset="utf-8">', '<meta charset="utf-8"><script src="x.js"></script>'), 'the page loads something'),
    Fault('panel', 'a panel of three', 'token/make_panel.py', swap('range(1, COUNT):\n        for item', 'range(1, COUNT - 1):\n        for item'), 'is there 3 times, wanted 4'),
    Fault('panel', 'no groove between two boards', 'token/make_panel.py', swap('for y in range(1, COUNT):\n        line', 'for y in range(2, COUNT):\n        line'), 'grooves, wanted'),
    Fault('jig', 'a pad moved, the plate not', 'token/hwtoken.kicad_pcb', moved('TP1', '163 63.2'), 'points.csv is not what its script writes'),
    Fault('jig', 'a good board failed for what R1 draws', 'jig/steps.json', swap('"low": 0.3, "high": 0.4', '"low": 0, "high": 0.02'), 'test_a_good_board_is_not_failed'),
    Fault('case', 'a hole in the mesh', 'enclosure/case.scad', swap('if (part == "lid") lid();', OPEN_BOX), 'not closed'),
    Fault('case', 'an unknown variable', 'enclosure/case.scad', swap('translate([0, 0, wall_top]) rounded', 'translate([0, 0, wal_top]) rounded'), 'WARNING'),
    Fault('case', 'a lid that is too small', 'enclosure/case.scad', swap('rounded(outer_w, outer_h, outer_corner, lid_thick)', 'rounded(outer_w - 1, outer_h, outer_corner, lid_thick)'), 'lid.stl: x is'),
    Fault('case', 'a plate without a margin', 'jig/plate.scad', swap('margin = 6;', 'margin = 5;'), 'x is 90.00'),
    Fault('routes', 'a correction by hand lost', 'token/routes.json', swap('["EN", "F", 0.2, 65.75, 10.75, 65.75, 15.0]', '["EN", "F", 0.2, 65.75, 10.75, 65.75, 14.0]'), 'has lost the edit'),
    Fault('routes', 'a part moved, the tracks not', 'token/parts.py', swap("(28.2, 4.6, 90, 'F')", "(28.2, 4.8, 90, 'F')"), 'routes.json was made for another board'),
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
