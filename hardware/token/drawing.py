"""What the schematic shows besides the parts: frames, wires between pins, names on wires. Units are cells of 2.54 mm.

A pin that no wire names gets a short wire of its own to a label or a power symbol. A net is what parts.py says; that wires
and labels agree with it is checked by the parity of schematic and board.
"""

# (x, y, width, height, title, note)
BLOCKS = [
    (5, 5, 50, 27, 'USB-C and charger', '200 mA (540 / 2k7) while RT1 is neither cold nor hot. No data lines leave the case.'),
    (5, 36, 50, 29, 'Cell: fuse, wrong polarity, protection', 'Q7 holds Q6 off if the cell is reversed. U5 cuts it off below 2.4 V, above 4.3 V and on a short.'),
    (5, 69, 31, 19, '3.3 V', '600 mA at 2 uA: the stock image starts the radio until told not to.'),
    (38, 69, 15, 19, 'Supplied nets', 'Flags for the rule check.'),
    (57, 5, 44, 60, 'ESP32, pins by what they do', 'GPIO numbers as in boards/reference.json.'),
    (56, 69, 43, 23, 'Factory pads and measuring points (back side)', 'TX and RX as seen from the token.'),
    (103, 5, 56, 35, 'OLED supply switch with bus keeper', 'GPIO25 floats asleep: U6, R9 hold its level. Low is on; C8 starts it off. JP1, JP2: GND VCC or VCC GND.'),
    (103, 43, 28, 17, 'Clock', 'Runs from the cell at 2 uA, also when 3.3 V is gone.'),
    (133, 43, 26, 17, 'Key store, not fitted', 'Place for SHA-256 credentials.'),
    (103, 63, 27, 19, 'Button', 'GPIO27 can wake the chip.'),
    (5, 90, 50, 22, 'Reset from outside', 'U9 counts while the button is down: after 14 to 20 s Q8 holds EN low until it is let go.'),
    (67, 94, 46, 18, 'Programming (back side), marks', 'Tag-Connect TC2030-NL, order as Espressif\'s programming connector.'),
    (132, 63, 27, 25, 'Battery measurement', 'Draws nothing while SENSE_ON is low or floating.'),
]

# Lines through pins (REF.NUMBER) and points (x,y). Where three ends meet there is a dot.
WIRES = [
    'J1.A9 24,14', '24,14 F1.1', '24,14 U8.5', 'J1.A5 U8.1', 'J1.B5 U8.3', 'U8.6 32,19 R3.1', 'U8.4 R4.1',
    'U4.4 37,19 R5.1', 'R6.2 D1.2', 'D1.1 51.5,19 U4.3',
    'J2.1 F2.1', 'F2.2 16,44', '16,44 Q6.3', '16,44 16,50 Q7.1', 'Q6.2 24,44', 'Q6.1 Q7.3', 'Q7.3 R19.1', 'R19.2 26,55',
    'J2.2 11,45 11,55 26,55', '26,55 30,55', 'C5.2 30,55', '30,55 33,55', 'U5.6 33,48 33,55', '33,55 33,60 38,60 Q4.2',
    'R7.2 30,46', '30,46 C5.1', '30,46 U5.5', 'U5.1 38,53 34,53 34,57 Q4.1', 'U5.3 40,52 43,52 43,57 Q5.1',
    'Q4.3 38,54 47,54 Q5.3', 'U5.2 49,48 R8.1',
    '15,77 11,77', '11,77 C6.1', 'U2.1 15,77', 'U2.3 15,79 15,77', 'U2.5 32,77', '32,77 C7.1',
    'U1.3 66.5,29', 'R1.2 66.5,29', '66.5,29 C1.1',
    '106,18 110.5,18', 'C8.2 110.5,18', '110.5,18 U6.2', '110.5,18 110.5,26 R9.2', 'U6.4 123,18', '123,18 123,26 R9.1', '123,18 R10.1',
    'R10.2 131.5,18', 'C10.2 131.5,18', '131.5,18 Q1.1',
    'Q1.3 138,24', '138,24 C11.1', '138,24 143,24', '143,24 R11.1', '143,24 147,24', '147,24 R12.1', '138,24 133.5,24', '133.5,24 R24.1',
    'R11.2 143,33 J3.4', 'R12.2 147,32 J3.3',
    'U3.2 118,47 125,47', 'U3.6 117,46',
    'U9.9 31.5,96 31.5,94 C17.2', 'C17.1 21,94 21,97', 'R22.1 21,97', 'U9.10 R22.2', '21,97 21,101 R23.1', 'R23.2 31.5,101 31.5,98 U9.11',
    'U9.12 32.5,100 32.5,105 28,105', 'U9.3 Q8.1', 'Q8.3 50,102 52,102', 'J4.2 82,100', 'J4.4 84,101',
    'SW1.2 R13.1', 'R13.2 121,72', 'R14.2 121,72', 'C14.1 121,72', '121,72 122,72',
    'R15.2 145,70', '145,70 Q2.1', '145,70 Q3.3', '134.5,75 139,75', '139,75 R16.1', '139,75 Q3.1',
    'Q2.3 R17.1', 'R17.2 151,78', '151,78 R18.1', '151,78 155,78', '155,78 C15.1',
]

# Names on those wires, and power symbols at their ends.
NAMES = [
    ('VBUS_IN', 18, 14), ('CC1', 18, 19), ('CC2', 18, 20), ('CC1', 28, 19), ('CC2', 26.5, 20), ('ISET', 37, 19), ('CHG_A', 51.5, 14), ('CHG', 48.5, 19),
    ('CELL', 9.5, 44), ('CELL_F', 16, 47), ('REV_G', 20.2, 48), ('CELL_N', 13, 55), ('CELL_P', 30.5, 46), ('FET_OD', 34.5, 53), ('FET_OC', 40.2, 52), ('FET_MID', 39, 54), ('CELL_CS', 44, 48),
    ('EN', 68.5, 29), ('OSC', 22, 94), ('OSC_C', 29, 94), ('OSC_R', 27, 97), ('OSC_IN', 28, 101), ('BTN', 28, 105), ('HELD', 44, 106), ('EN', 52, 102), ('OLED_OFF', 106, 18), ('OLED_KEEP', 123, 22), ('GATE', 132, 18),
    ('3V3_SW', 138.5, 24), ('SDA', 144, 33), ('SCL', 148, 32), ('BTN_SW', 111.5, 72), ('BTN', 122, 72),
    ('SENSE_G', 145, 72), ('SENSE_ON', 134.5, 75), ('SENSE_TOP', 151, 73), ('SENSE', 152, 78),
]
SYMBOLS = [('+BATT', 11, 77, 0), ('+3V3', 32, 77, 0), ('GND', 125, 47, 0), ('+BATT', 117, 46, 0), ('+BATT', 24, 44, 0), ('+3V3', 82, 100, 0), ('GND', 84, 101, 0)]

# Nets that nothing on the sheet declares as a source although they are supplied: a connector, a filter, a switch.
FLAGS = {'GND': (41, 74), 'VBUS': (45, 74), '3V3_SW': (49, 74), 'CELL_N': (43, 80), 'CELL_P': (47, 80)}

# Where the reference stands (the value just below it), in cells from the part's middle, if the usual place is taken.
TEXTS = {'U1': (2, -13.2), 'U9': (1.5, -8.2), 'F2': (-1, -2.4), 'Q6': (-1.5, -3.4), 'JP1': (-2, -2.2), 'JP2': (-2, -2.2), 'JP3': (-2, -2.2), 'J4': (-1.5, -3.2),
          'U2': (-5, -4), 'U3': (1, 4.6), 'U4': (-1.5, -3.6), 'U5': (-3.5, -3.9), 'U6': (1, -4.2), 'U7': (1, 3.4),
         'U8': (1.4, -2.6), 'J1': (-4, -6.6), 'J2': (-1.2, -3.2), 'J3': (-5, 4), 'SW1': (-2.5, 1.4)}
