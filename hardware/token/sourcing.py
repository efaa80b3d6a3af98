"""What is known about buying: alternates, distributor numbers and prices of sourcing.csv, and what a token needs besides its board.

A number or a price stands there only with its source and the day it was read; whatever has none is empty, and stays so in every list.
"""
import csv
import functools
import os
import re

PASSIVE = re.compile(r'^(RC0603|GRM)')

# (what, quantity, note, variants)
OFF_BOARD = [
    ('OLED module SSD1306, 128 x 64, 0.96", I2C, 4 pins, header not soldered', '1', 'pins GND VCC SCL SDA, or VCC GND SCL SDA with JP1 and JP2 changed; 27.3 x 27.8 mm', ('lipo', 'aaa')),
    ('LiPo cell 500 mAh with its own protection, JST-PH plug', '1', 'at most 36 x 29 x 5.2 mm', ('lipo',)),
    ('holder for three AAA cells side by side, with wires', '1', 'at most 52 x 37.5 x 13.5 mm', ('aaa',)),
    ('AAA cell, alkaline', '3', '', ('aaa',)),
    ('screw M2 x 8 for plastic, head at most 4.2 mm', '4', '', ('lipo', 'aaa')),
    ('pane 28 x 17 x 1 mm, clear acrylic or polycarbonate', '1', '', ('lipo', 'aaa')),
    ('foam tape 0.8 mm', '0.1 m', 'between pane and glass; under the cell', ('lipo', 'aaa')),
    ('void label, numbered, 12 x 16 mm', '1', 'across the seam', ('lipo', 'aaa')),
    ('label with credential ID, 42 x 13 mm', '1', 'hwtoken label', ('lipo', 'aaa')),
    ('printed bottom, lid and spacer', '1', 'make-artefacts.sh', ('lipo', 'aaa')),
]


@functools.lru_cache(None)
def table():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sourcing.csv')
    with open(path, encoding='utf-8', newline='') as file:
        return {row['MPN']: row for row in csv.DictReader(file)}


def alternates(mpn):
    return 'any of the same value, size, voltage and dielectric' if PASSIVE.match(mpn) else table().get(mpn, {}).get('Alternates', '')


def sourced(mpn):
    """Number and prices of a part; empty texts where nothing is known."""
    row = table().get(mpn, {})
    fields = {'lcsc': 'LCSC', 'price1': 'Price 1', 'price100': 'Price 100', 'price1000': 'Price 1000', 'currency': 'Currency', 'source': 'Source', 'date': 'Date'}
    return {name: row.get(column, '') for name, column in fields.items()}
