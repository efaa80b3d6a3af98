#!/usr/bin/env python3
"""The power budget: what a token draws in each state of the wake table, and how long a battery lasts.

budget.py            prints the tables and fails under the floor
budget.py model      writes model.json, which the simulator reads
budget.py table      writes the tables as Markdown (POWER.md)

The states follow the firmware: asleep with the panel off; awake for a press; asleep with the panel on until the hold-off
ends; awake for the timer. A board that loses the picture in deep sleep stays awake for the hold-off instead.
"""
import json
import os
import sys
from collections import namedtuple

import figures as f

HERE = os.path.dirname(os.path.abspath(__file__))
SHOWN_S = 30.0
CONTRAST = 255
PRESSES = 10
FLOOR_BOARD, FLOOR_BATTERY, FLOOR_DAYS = 'reference', 'LiPo 500 mAh', 250

Model = namedtuple('Model', 'sleep_ua awake_ma panel_ma button_wake_s timer_wake_s shown_s awake_while_shown')

# What adds up to a board's current asleep, panel off. The chip stands in the figure of a whole board.
PARTS_ASLEEP = {
    'reference': [f.ESP32_SLEEP_UA, f.LDO_RT9080_UA, f.DS3231M_VBAT_UA, f.PROTECTION_UA, f.CHARGER_LEAK_UA,
                  f.KEEPER_UA, f.SWITCH_LEAK_UA, f.CAPACITOR_LEAK_UA],
    'reference-aaa': [f.ESP32_SLEEP_UA, f.LDO_RT9080_UA, f.DS3231M_VBAT_UA, f.KEEPER_UA, f.SWITCH_LEAK_UA, f.CAPACITOR_LEAK_UA],
    'devkitc': [f.DEVKITC_SLEEP_UA, f.OLED_ASLEEP_UA, f.DS3231_ON_VCC_UA],
    'firebeetle': [f.FIREBEETLE_SLEEP_UA, f.OLED_ASLEEP_UA, f.DS3231_ON_VCC_UA],
    'heltec-v2': [f.HELTEC_V2_SLEEP_UA],
    'heltec-v3': [f.HELTEC_V3_SLEEP_UA],
    'ttgo-lora32-v2': [f.TTGO_SLEEP_UA],
    'lolin32-oled': [f.LOLIN32_SLEEP_UA, f.OLED_ASLEEP_UA],
}


def profile(board):
    with open(os.path.join(HERE, '..', 'boards', board + '.json'), encoding='utf-8') as file:
        return json.load(file)


def panel_ma(contrast=CONTRAST, lit=None, worst=False):
    base, full, share = (figure.maximum if worst else figure.typical for figure in (f.OLED_BASE_MA, f.OLED_FULL_MA, f.OLED_LIT))
    return base + full * (share if lit is None else lit) * contrast / 255


def model(board, worst=False):
    """The model of a board with typical figures, or with every maximum at once."""
    def value(figure):
        return figure.maximum if worst else figure.typical
    facts = profile(board)
    cpu = f.CPU_AWAKE_S3_MA if facts['chip'] == 'ESP32-S3' else f.CPU_AWAKE_MA
    return Model(sum(map(value, PARTS_ASLEEP[board])), value(cpu), panel_ma(worst=worst), value(f.BUTTON_WAKE_S),
                 value(f.TIMER_WAKE_S), SHOWN_S, not facts['oled']['litInDeepSleep'])


def daily_mah(m, presses=PRESSES):
    """What one day takes from the cell, by state, in mAh. The panel is lit from the press to the timer wake."""
    awake_s = m.button_wake_s + m.timer_wake_s
    shown_cpu = m.awake_ma if m.awake_while_shown else 0.0
    return {
        'asleep': m.sleep_ua / 1000 * 24,
        'awake': presses * awake_s * m.awake_ma / 3600,
        'CPU while shown': presses * m.shown_s * shown_cpu / 3600,
        'panel': presses * (m.shown_s + m.timer_wake_s) * m.panel_ma / 3600,
    }


def days(m, battery, presses=PRESSES):
    """Days until the usable capacity is gone, self-discharge included."""
    loss = battery.capacity_mah * battery.loss_a_month / 30
    return battery.capacity_mah * battery.usable / (sum(daily_mah(m, presses).values()) + loss)


def battery(name):
    return next(b for b in f.BATTERIES if b.name == name)


def levers():
    """(what is changed on the reference board, days lost or won with the floor's battery), largest first."""
    m, cell = model('reference'), battery(FLOOR_BATTERY)
    normal = days(m, cell)
    changes = [
        ('regulator of a common dev kit (AMS1117, 5 mA)', m._replace(sleep_ua=m.sleep_ua + 5000)),
        ('CPU awake while the code is shown', m._replace(awake_while_shown=True)),
        ('radio left on at boot, as the stock image comes', m._replace(awake_ma=m.awake_ma + f.RADIO_EXTRA_MA.typical)),
        ('OLED supply not switched', m._replace(sleep_ua=m.sleep_ua + f.OLED_ASLEEP_UA.typical)),
        ('DS3231 on VCC instead of VBAT', m._replace(sleep_ua=m.sleep_ua + f.DS3231_ON_VCC_UA.typical)),
        ('regulator XC6220 (8 uA) instead of RT9080', m._replace(sleep_ua=m.sleep_ua + 6)),
        ('contrast 64 instead of 255', m._replace(panel_ma=panel_ma(64))),
        ('code shown for 12 s instead of 30 s', m._replace(shown_s=12.0)),
        ('boot 0.5 s faster, both wakes', m._replace(button_wake_s=m.button_wake_s - 0.5, timer_wake_s=m.timer_wake_s - 0.5)),
    ]
    return sorted(((text, days(changed, cell) - normal) for text, changed in changes), key=lambda row: -abs(row[1]))


def simulator_model():
    """What the simulator needs, units in the names."""
    boards = {}
    for name in PARTS_ASLEEP:
        m = model(name)
        boards[name] = {'sleepMicroamperes': round(m.sleep_ua, 3), 'awakeMilliamperes': m.awake_ma, 'buttonWakeSeconds': m.button_wake_s,
                        'timerWakeSeconds': m.timer_wake_s, 'awakeWhileShown': m.awake_while_shown}
    return {
        'note': 'Calculated, not measured. Written by budget.py from figures.py.',
        'panel': {'baseMilliamperes': f.OLED_BASE_MA.typical, 'allPixelsMilliamperes': f.OLED_FULL_MA.typical,
                  'formula': 'base + allPixels * litShare * contrast / 255', 'litShareOfACode': f.OLED_LIT.typical},
        'radioExtraMilliamperes': f.RADIO_EXTRA_MA.typical,
        'boards': boards,
        'batteries': [{'name': b.name, 'capacityMilliampereHours': b.capacity_mah, 'usableShare': b.usable,
                       'lossShareAMonth': b.loss_a_month} for b in f.BATTERIES],
    }


def tables():
    """The report as Markdown."""
    out = ['# Power budget', '', 'Calculated by `budget.py` from `figures.py`, not measured. %d presses a day, code shown for %d s, contrast %d, radio off.' % (
        PRESSES, SHOWN_S, CONTRAST), '', '| board | asleep uA | awake mAh/day | CPU while shown | panel | total mAh/day | ' +
        ' | '.join(b.name + ', days' for b in f.BATTERIES) + ' |', '|---|---|---|---|---|---|' + '---|' * len(f.BATTERIES)]
    for name in PARTS_ASLEEP:
        m = model(name)
        day = daily_mah(m)
        out.append('| %s | %.1f | %.2f | %.2f | %.2f | %.2f | %s |' % (name, m.sleep_ua, day['awake'], day['CPU while shown'], day['panel'],
                                                                     sum(day.values()), ' | '.join('%d' % days(m, b) for b in f.BATTERIES)))
    worst = model('reference', worst=True)
    out += ['', 'The reference board with every maximum at once: %.1f uA asleep, %d days on %s.' % (worst.sleep_ua, days(worst, battery(FLOOR_BATTERY)), FLOOR_BATTERY),
            '', '## Levers on the reference board, %s' % FLOOR_BATTERY, '', '| change | days |', '|---|---|']
    out += ['| %s | %+d |' % row for row in levers()]
    out += ['', '## Figures', '', '| figure | typical | maximum | source |', '|---|---|---|---|']
    out += ['| %s | %g | %g | %s |' % (name, value.typical, value.maximum, value.source)
            for name, value in vars(f).items() if isinstance(value, f.Figure)]
    out += ['', '| battery | mAh | usable | loss a month | source |', '|---|---|---|---|---|']
    out += ['| %s | %d | %g | %g | %s |' % b for b in f.BATTERIES]
    return '\n'.join(out) + '\n'


def main(words):
    target = words[1] if len(words) > 1 else HERE
    if words[:1] == ['model']:
        with open(os.path.join(target, 'model.json'), 'w', encoding='utf-8') as file:
            file.write(json.dumps(simulator_model(), indent=2) + '\n')
    elif words[:1] == ['table']:
        with open(os.path.join(target, 'POWER.md'), 'w', encoding='utf-8') as file:
            file.write(tables())
    else:
        print(tables())
    got = days(model(FLOOR_BOARD), battery(FLOOR_BATTERY))
    if got < FLOOR_DAYS:
        print('%s board on %s: %d days calculated, the floor is %d' % (FLOOR_BOARD, FLOOR_BATTERY, got, FLOOR_DAYS))
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
