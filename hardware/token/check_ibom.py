#!/usr/bin/env python3
"""check_ibom.py PAGE.html COMPLETE.csv: every part of the list has its row and its place on the page, and the page loads nothing."""
import csv
import re
import sys


def faults(page, wanted):
    rows = [r for refs in re.findall(r'<tr data-refs="([^"]*)"', page) for r in refs.split()]
    drawn = set(re.findall(r'<g class="part" data-ref="([^"]*)"', page))
    found = []
    if sorted(rows) != sorted(wanted):
        found.append('rows and list differ: ' + ', '.join(sorted(set(rows) ^ set(wanted))))
    if drawn != set(wanted):
        found.append('drawn and list differ: ' + ', '.join(sorted(drawn ^ set(wanted))))
    if re.search(r'(src|href)=|https?://|@import|url\(', page):
        found.append('the page loads something')
    return found


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as text, open(sys.argv[2], encoding='utf-8', newline='') as table:
        problems = faults(text.read(), [r for row in csv.DictReader(table) if row['Where'] != 'off board' for r in row['References'].split()])
    for problem in problems:
        print('interactive list: ' + problem)
    sys.exit(1 if problems else 0)
