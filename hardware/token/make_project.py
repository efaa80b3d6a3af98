#!/usr/bin/python3
"""Writes hwtoken.kicad_pro, the design rules that ERC and DRC use (everything else stays at KiCad's defaults), and our symbol library."""
import copy
import json
import os
import sys

from module_symbol import NAME
from sexpr import Quoted, dump
from shape import CLEARANCE, DRILL, EDGE, SIGNAL, VIA
from symbols import symbol


def build():
    net_class = {'name': 'Default', 'clearance': CLEARANCE, 'track_width': SIGNAL, 'via_diameter': VIA, 'via_drill': DRILL,
                 'microvia_diameter': 0.3, 'microvia_drill': 0.1, 'diff_pair_gap': 0.25, 'diff_pair_via_gap': 0.25,
                 'diff_pair_width': 0.2, 'bus_width': 12, 'wire_width': 6, 'line_style': 0, 'priority': 2147483647,
                 'pcb_color': 'rgba(0, 0, 0, 0.000)', 'schematic_color': 'rgba(0, 0, 0, 0.000)'}
    rules = {'min_clearance': CLEARANCE, 'min_track_width': SIGNAL, 'min_via_diameter': VIA, 'min_through_hole_diameter': 0.2,
             'min_copper_edge_clearance': EDGE, 'min_hole_clearance': 0.25, 'min_hole_to_hole': 0.25, 'min_via_annular_width': 0.1,
             'min_silk_clearance': 0.0, 'min_text_height': 0.7, 'min_text_thickness': 0.08, 'max_error': 0.005}
    return json.dumps({
        'board': {'design_settings': {'rules': rules, 'rule_severities': {}, 'drc_exclusions': []}},
        'meta': {'filename': 'hwtoken.kicad_pro', 'version': 3},
        'net_settings': {'classes': [net_class], 'meta': {'version': 4}},
        'pcbnew': {'page_layout_descr_file': ''},
        'schematic': {'legacy_lib_dir': '', 'legacy_lib_list': []},
        'sheets': [],
        'text_variables': {},
    }, indent=2) + '\n'


def library():
    """hwtoken.kicad_sym: the one symbol of our own."""
    own = copy.deepcopy(symbol('hwtoken:' + NAME))
    own[1] = Quoted(NAME)
    return dump(['kicad_symbol_lib', ['version', '20241209'], ['generator', Quoted('hwtoken')], ['generator_version', Quoted('9.0')], own]) + '\n'


TABLE = '''(sym_lib_table
\t(version 7)
\t(lib (name "hwtoken")(type "KiCad")(uri "${KIPRJMOD}/hwtoken.kicad_sym")(options "")(descr "The module's pins by what they do"))
)
'''

if __name__ == '__main__':
    target = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    for name, content in (('hwtoken.kicad_pro', build()), ('hwtoken.kicad_sym', library()), ('sym-lib-table', TABLE)):
        with open(os.path.join(target, name), 'w', encoding='utf-8') as file:
            file.write(content)
