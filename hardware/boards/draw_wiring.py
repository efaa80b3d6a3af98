#!/usr/bin/env python3
"""Draws boards/wiring/<id>.svg from boards/<id>.json: one straight wire a row, so that drawing and pins cannot disagree."""
import glob
import json
import os
import sys
from html import escape

ROW, TOP, LEFT, BOARD, GAP, MODULE = 28, 96, 30, 230, 220, 290
RED, BLACK, BLUE, GREEN, ORANGE, VIOLET = '#c62828', '#222222', '#1565c0', '#2e7d32', '#e65100', '#6a1b9a'


def pin_text(profile, gpio):
    label = profile['pinLabels'].get(str(gpio))
    return 'GPIO%d' % gpio + (' (%s)' % label if label and label != 'GPIO%d' % gpio else '')


def modules(profile):
    """[(title, [(board end, module end, colour, part in the wire)])]"""
    sda, scl = pin_text(profile, profile['i2c']['sda']), pin_text(profile, profile['i2c']['scl'])
    bus = [('3V3', 'VCC', RED, ''), ('GND', 'GND', BLACK, ''), (scl, 'SCL', GREEN, ''), (sda, 'SDA', BLUE, '')]
    out = []
    if not profile['oled']['onBoard']:
        out.append(('OLED module, SSD1306, 128 x 64', bus))
    if not profile['rtc']['onBoard']:
        must = '' if profile['rtc']['present'] else ' (for TOTP only)'
        out.append(('DS3231 module' + must, bus))
    if not profile['button']['onBoard']:
        button = pin_text(profile, profile['button']['pin'])
        out.append(('Button, normally open', [(button, 'one side', ORANGE, ''), ('GND', 'other side', BLACK, ''), ('3V3', button + ' side', RED, '1 M')]))
    out.append(('USB-UART adapter, 3.3 V (provisioning)', [
        (pin_text(profile, profile['serial']['tx']), 'RXD', VIOLET, ''), (pin_text(profile, profile['serial']['rx']), 'TXD', VIOLET, ''), ('GND', 'GND', BLACK, '')]))
    return out


def text(x, y, content, size=13, anchor='start', weight='normal', colour='#222222'):
    return '<text x="%d" y="%d" font-size="%d" text-anchor="%s" font-weight="%s" fill="%s">%s</text>' % (
        x, y, size, anchor, weight, colour, escape(content))


def box(x, y, width, height, fill):
    return '<rect x="%d" y="%d" width="%d" height="%d" rx="8" fill="%s" stroke="#444444"/>' % (x, y, width, height, fill)


def on_board(profile):
    """What needs no wire."""
    oled, button = profile['oled'], profile['button']
    lines = []
    if oled['onBoard']:
        words = ['SDA GPIO%d' % profile['i2c']['sda'], 'SCL GPIO%d' % profile['i2c']['scl']]
        if oled['resetPin'] >= 0:
            words.append('reset GPIO%d' % oled['resetPin'])
        if oled['supplyPin'] >= 0:
            words.append('supply GPIO%d (%s = on)' % (oled['supplyPin'], 'high' if oled['supplyOnLevel'] else 'low'))
        lines.append('OLED: ' + ', '.join(words))
    if button['onBoard']:
        lines.append('Button: GPIO%d to GND, pull-up on the board' % button['pin'])
    if profile['rtc']['onBoard']:
        lines.append('Clock: DS3231 on the same bus as the OLED')
    return lines


def draw(profile):
    parts, y = [], TOP
    right = LEFT + BOARD + GAP
    width = right + MODULE + 30
    for title, rows in modules(profile):
        height = ROW * len(rows) + 34
        parts += [box(right, y, MODULE, height, '#eef3fb'), text(right + MODULE // 2, y + 20, title, 12, 'middle', 'bold')]
        for index, (one, two, colour, part) in enumerate(rows):
            line = y + 34 + ROW * index + 8
            parts += ['<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="2.5"/>' % (LEFT + BOARD, line, right, line, colour),
                      '<circle cx="%d" cy="%d" r="4" fill="%s"/><circle cx="%d" cy="%d" r="4" fill="%s"/>' % (LEFT + BOARD, line, colour, right, line, colour),
                      text(LEFT + BOARD - 10, line + 4, one, 13, 'end'), text(right + 10, line + 4, two)]
            if part:
                middle = (LEFT + BOARD + right) // 2
                parts += ['<rect x="%d" y="%d" width="52" height="18" fill="#ffffff" stroke="%s" stroke-width="2"/>' % (middle - 26, line - 9, colour),
                          text(middle, line + 4, part, 12, 'middle')]
        y += height + 16
    bottom = y
    board = [box(LEFT, TOP, BOARD, bottom - TOP - 16, '#eaf6ea')]
    foot = on_board(profile) + profile['notes']
    notes = []
    for note in foot:
        words, line = note.split(), ''
        first = True
        for word in words + ['']:
            if word and len(line) + len(word) < 112:
                line += (' ' if line else '') + word
            else:
                notes.append((0 if first else 10, ('- ' if first else '') + line))
                first, line = False, word
    height = bottom + 20 + 18 * len(notes) + 16
    head = [text(LEFT, 34, profile['name'], 20, weight='bold'),
            text(LEFT, 56, '%s, image %s. Made from boards/%s.json.' % (profile['module'], profile['target'], profile['id']), 13, colour='#555555'),
            text(LEFT, 82, 'Board', 13, weight='bold'), text(right, 82, 'Modules', 13, weight='bold')]
    tail = [text(LEFT + indent, bottom + 18 + 18 * i, line, 12) for i, (indent, line) in enumerate(notes)]
    return '\n'.join(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="DejaVu Sans, Arial, sans-serif">' % (width, height, width, height),
                      '<rect width="%d" height="%d" fill="#ffffff"/>' % (width, height), *head, *board, *parts, *tail, '</svg>']) + '\n'


def main(target):
    os.makedirs(target, exist_ok=True)
    for file in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), '*.json'))):
        with open(file, encoding='utf-8') as source:
            profile = json.load(source)
        with open(os.path.join(target, profile['id'] + '.svg'), 'w', encoding='utf-8') as out:
            out.write(draw(profile))


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), 'wiring'))
