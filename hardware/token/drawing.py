"""What the schematic shows besides the parts: frames, wires between pins, names on wires. Units are cells of 2.54 mm.

A pin that no wire names gets a short wire of its own to a label or a power symbol. A net is what parts.py says; that wires
and labels agree with it is checked by the parity of schematic and board.
"""

# (x, y, width, height, title, note)
BLOCKS = [
    (5, 5, 49, 27, 'USB-C and charger', '200 mA charge (4k7). The port only charges: no data lines leave the case.'),
    (5, 36, 38, 29, 'LiPo cell and its protection', 'Cuts the cell off below 2.4 V, above 4.3 V and on a short.'),
    (5, 69, 31, 19, '3.3 V', '600 mA at 2 uA: the stock image starts the radio until told not to.'),
    (38, 69, 15, 19, 'Supplied nets', 'Flags for the rule check.'),
    (56, 5, 45, 60, 'ESP32', 'GPIO numbers as in boards/reference.json. Straps 2, 5, 12, 15 stay open.'),
    (56, 69, 43, 23, 'Factory pads and measuring points (back side)', 'TX and RX as seen from the token.'),
    (103, 5, 56, 35, 'OLED supply switch with bus keeper', 'GPIO25 floats in deep sleep: U6 and R9 hold its last level. Low is on; C8 starts it off.'),
    (103, 43, 28, 17, 'Clock', 'VCC grounded: runs from VBAT at microamperes.'),
    (133, 43, 26, 17, 'Key store, not fitted', 'Place for SHA-256 credentials.'),
    (103, 63, 27, 19, 'Button', 'GPIO27 can wake the chip.'),
    (132, 63, 27, 25, 'Battery measurement', 'Draws nothing while SENSE_ON is low or floating.'),
]

# Lines through pins (REF.NUMBER) and points (x,y). Where three ends meet there is a dot.
WIRES = [
    'J1.A9 24,14', '24,14 F1.1', '24,14 U8.5', 'J1.A5 U8.1', 'J1.B5 U8.3', 'U8.6 32,19 R3.1', 'U8.4 R4.1',
    'U4.5 36.5,19 R5.1', 'R6.2 D1.2', 'D1.1 50.5,19 U4.1',
    'J2.2 11,45 11,51 17,51', 'C5.2 17,51', '17,51 20,51', 'U5.6 20,48 20,51', '20,51 20,60 25,60 Q4.2',
    'R7.2 17,46', '17,46 C5.1', '17,46 U5.5', 'U5.1 25,53 21,53 21,57 Q4.1', 'U5.3 27,52 30,52 30,57 Q5.1',
    'Q4.3 25,54 34,54 Q5.3', 'U5.2 36,48 R8.1',
    '15,77 11,77', '11,77 C6.1', 'U2.1 15,77', 'U2.3 15,79 15,77', 'U2.5 32,77', '32,77 C7.1',
    'U1.3 68,27', 'R1.2 68,27', '68,27 C1.1', 'U1.25 93,27 R2.2',
    '106,18 110.5,18', 'C8.2 110.5,18', '110.5,18 U6.2', '110.5,18 110.5,26 R9.2', 'U6.4 123,18', '123,18 123,26 R9.1', '123,18 R10.1',
    'R10.2 131.5,18', 'C10.2 131.5,18', '131.5,18 Q1.1',
    'Q1.3 138,24', '138,24 C11.1', '138,24 143,24', '143,24 R11.1', '143,24 147,24', '147,24 R12.1', '147,24 150,24 150,31 J3.2',
    'R11.2 143,33 J3.4', 'R12.2 147,32 J3.3', 'J3.1 152,30 152,29',
    'U3.2 118,47 125,47', 'U3.6 117,46',
    'SW1.2 R13.1', 'R13.2 121,72', 'R14.2 121,72', 'C14.1 121,72', '121,72 122,72',
    'R15.2 145,70', '145,70 Q2.1', '145,70 Q3.3', '134.5,75 139,75', '139,75 R16.1', '139,75 Q3.1',
    'Q2.3 R17.1', 'R17.2 151,78', '151,78 R18.1', '151,78 155,78', '155,78 C15.1',
]

# Names on those wires, and power symbols at their ends.
NAMES = [
    ('VBUS_IN', 18, 14), ('CC1', 18, 19), ('CC2', 18, 20), ('CC1', 28, 19), ('CC2', 26.5, 20), ('PROG', 37, 19), ('CHG_A', 50.5, 14), ('CHG', 48, 19),
    ('CELL_N', 12, 51), ('CELL_P', 17.5, 46), ('FET_OD', 21.5, 53), ('FET_OC', 27, 52), ('FET_MID', 26, 54), ('CELL_CS', 31, 48),
    ('EN', 70, 27), ('IO0', 87, 27), ('OLED_OFF', 106, 18), ('OLED_KEEP', 123, 22), ('GATE', 132, 18),
    ('3V3_SW', 138.5, 24), ('SDA', 144, 33), ('SCL', 148, 32), ('BTN_SW', 111.5, 72), ('BTN', 122, 72),
    ('SENSE_G', 145, 72), ('SENSE_ON', 134.5, 75), ('SENSE_TOP', 151, 73), ('SENSE', 152, 78),
]
SYMBOLS = [('+BATT', 11, 77, 0), ('+3V3', 32, 77, 0), ('GND', 152, 29, 180), ('GND', 125, 47, 0), ('+3V3', 117, 46, 0)]

# Nets that nothing on the sheet declares as a source although they are supplied: a connector, a filter, a switch.
FLAGS = {'GND': (41, 74), 'VBUS': (45, 74), '3V3_SW': (49, 74), 'CELL_N': (43, 80), 'CELL_P': (47, 80)}

# Where the reference stands (the value just below it), in cells from the part's middle, if the usual place is taken.
TEXTS = {'U1': (2.5, -15.4), 'U2': (-5, -4), 'U3': (1, 4.6), 'U4': (1.5, 3.2), 'U5': (-3.5, -3.9), 'U6': (0.5, -3.4), 'U7': (1, 3.4),
         'U8': (1.4, -2.6), 'J1': (-4, -6.6), 'J2': (-1.2, -3.2), 'J3': (-5, 4), 'SW1': (-2.5, 1.4)}
