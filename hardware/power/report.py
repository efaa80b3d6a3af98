#!/usr/bin/env python3
"""report.py [FOLDER]: writes POWER.md, the budget as tables. Beside this file if no folder is given."""
import os
import sys

import budget as b
import figures as f

CASES = ('worst', 'typical', 'best')


def ranges():
    """Days as a range: every maximum at once, typical figures, every best figure at once."""
    rows = ['| board, battery | presses a day | worst | **typical** | best | typical, radio on |', '|---|---|---|---|---|---|']
    for board, name, _ in b.FLOORS:
        for presses in (3, b.PRESSES, 30):
            got = [b.days(b.model(board, case), b.battery(name), presses) for case in CASES]
            rows.append('| %s, %s | %d | %d | **%d** | %d | %d |' % (board, name, presses, *got, b.days(b.radio_on(b.model(board)), b.battery(name), presses)))
    return rows


def boards():
    rows = ['| board | asleep uA | awake mAh/day | CPU while shown | panel | total mAh/day | ' + ' | '.join(x.name + ', days' for x in f.BATTERIES) + ' |',
            '|---|---|---|---|---|---|' + '---|' * len(f.BATTERIES)]
    for name in b.PARTS_ASLEEP:
        m = b.model(name)
        day = b.daily_mah(m)
        rows.append('| %s | %.1f | %.2f | %.2f | %.2f | %.2f | %s |' % (
            name, m.sleep_ua, day['awake'], day['CPU while shown'], day['panel'], sum(day.values()), ' | '.join('%d' % b.days(m, x) for x in f.BATTERIES)))
    return rows


def levers():
    """(what is changed on the reference board, days lost or won), largest first."""
    m, cell = b.model('reference'), b.battery('LiPo 500 mAh')
    normal = b.days(m, cell)
    changes = [
        ('regulator of a common dev kit (AMS1117, 5 mA)', m._replace(sleep_ua=m.sleep_ua + 5000)),
        ('CPU awake while the code is shown', m._replace(awake_while_shown=True)),
        ('radio left on at boot, as the stock image comes', b.radio_on(m)),
        ('OLED supply not switched', m._replace(sleep_ua=m.sleep_ua + f.OLED_ASLEEP_UA.typical)),
        ('DS3231 on VCC instead of VBAT', m._replace(sleep_ua=m.sleep_ua + f.DS3231_ON_VCC_UA.typical)),
        ('regulator XC6220 (8 uA) instead of RT9080', m._replace(sleep_ua=m.sleep_ua + 6)),
        ('button by EXT0, which keeps the RTC pins supplied (5 uA, assumed)', m._replace(sleep_ua=m.sleep_ua + 5)),
        ('contrast 255 instead of %d' % b.contrast_of('reference'), m._replace(panel_ma=b.panel_ma(255))),
        ('code shown for 12 s instead of 30 s', m._replace(shown_s=12.0)),
        ('boot 0.5 s faster, both wakes', m._replace(button_wake_s=m.button_wake_s - 0.5, timer_wake_s=m.timer_wake_s - 0.5)),
    ]
    found = sorted(((text, b.days(changed, cell) - normal) for text, changed in changes), key=lambda row: -abs(row[1]))
    return ['| change | days |', '|---|---|'] + ['| %s | %+d |' % row for row in found]


def sources():
    rows = ['| figure | best | typical | worst | source |', '|---|---|---|---|---|']
    rows += ['| %s | %g | %g | %g | %s |' % (name, b.value(x, 'best'), x.typical, x.maximum, x.source) for name, x in vars(f).items() if isinstance(x, f.Figure)]
    rows += ['', '| battery | mAh | usable | loss a month | source |', '|---|---|---|---|---|']
    return rows + ['| %s | %d | %g | %g | %s |' % x for x in f.BATTERIES]


def text():
    m = b.model('reference')
    lines = ['# Power budget', '',
             'Calculated by `budget.py` from `figures.py`, not measured; written by `report.py`.', '',
             '## How long a battery lasts', '',
             'Assumed: code shown for %d s, contrast %d of 255, awake %g s for a press and %g s to go dark, radio off, room temperature; usable capacity and self-discharge '
             'as in the last table. Worst and best take every figure at its end at once, which no single token will meet.' % (b.SHOWN_S, b.contrast_of('reference'), m.button_wake_s, m.timer_wake_s), '',
             *ranges(), '',
             'CI holds ' + ' and '.join('%d days (%s, %s)' % (floor, board, name) for board, name, floor in b.FLOORS) + ' with typical figures at %d presses a day.' % b.PRESSES, '',
             '## Every board, typical, %d presses a day' % b.PRESSES, '', *boards(), '',
             '## Levers on the reference board, LiPo 500 mAh', '', *levers(), '', '## Figures', '', *sources()]
    return '\n'.join(lines) + '\n'


if __name__ == '__main__':
    with open(os.path.join(sys.argv[1] if len(sys.argv) > 1 else b.HERE, 'POWER.md'), 'w', encoding='utf-8') as file:
        file.write(text())
