"""Sizes of the board in millimetres, from the board's upper left corner. The case reads them too (enclosure/parameters.py)."""

WIDTH, HEIGHT, CORNER, THICKNESS = 80.0, 34.0, 2.5, 1.6

# No copper left of this line: antenna keep-out of the module's data sheet, over the whole width of the board.
ANTENNA_X = 6.6

# Track widths: signals, and the nets that carry the supply.
SIGNAL, SUPPLY = 0.2, 0.4
SUPPLY_NETS = ('+3V3', '+BATT', 'VBUS', 'VBUS_IN', '3V3_SW', 'CELL_N', 'FET_MID', 'GND')
CLEARANCE, VIA, DRILL, EDGE = 0.2, 0.6, 0.3, 0.5

# The OLED module over the board: left, top, right, bottom.
OLED_MODULE = (29.1, 0.6, 56.4, 28.4)


def net_name(net):
    """KiCad's name of a net: power symbols as they are, labels of the root sheet with a slash."""
    return net if net in ('GND', '+3V3', '+BATT', 'VBUS') else '/' + net
