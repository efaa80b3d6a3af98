"""Sizes of the board in millimetres, from the board's upper left corner. What the case shares stands in its parameter file."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'enclosure'))
from parameters import load  # noqa: E402  (the folder above must be on the path first)

SHARED = load()
WIDTH, HEIGHT, CORNER, THICKNESS = (SHARED['board_' + name] for name in ('w', 'h', 'corner', 'thick'))

# No copper left of this line: antenna keep-out of the module's data sheet, over the whole width of the board.
ANTENNA_X = 6.6

# Track widths: signals, and the nets that carry the supply.
SIGNAL, SUPPLY = 0.2, 0.4
SUPPLY_NETS = ('+3V3', '+BATT', 'VBUS', 'VBUS_IN', '3V3_SW', 'CELL_N', 'CELL', 'CELL_F', 'FET_MID', 'GND')
CLEARANCE, VIA, DRILL, EDGE = 0.2, 0.6, 0.3, 0.5


def net_name(net):
    """KiCad's name of a net: power symbols as they are, labels of the root sheet with a slash."""
    return net if net in ('GND', '+3V3', '+BATT', 'VBUS') else '/' + net
