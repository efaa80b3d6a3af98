#!/usr/bin/env python3
"""The power budget: what a token draws in each state of the wake table, and how long a battery lasts.

budget.py            prints the ranges and fails under a floor
budget.py model      writes model.json, which the simulator reads
The tables of POWER.md are written by report.py.

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
PRESSES = 10
# With typical figures and honest boot times; CI holds them.
FLOORS = [('reference', 'LiPo 500 mAh', 300), ('reference-aaa', '3 x AAA alkaline', 730)]

Model = namedtuple('Model', 'sleep_ua awake_ma panel_ma button_wake_s timer_wake_s shown_s awake_while_shown')

# What adds up to a board's current asleep, panel off. The chip stands in the figure of a whole board.
PARTS_ASLEEP = {
    'reference': [f.ESP32_SLEEP_UA, f.LDO_RT9080_UA, f.DS3231M_VBAT_UA, f.PROTECTION_UA, f.CHARGER_LEAK_UA,
                  f.KEEPER_UA, f.RESET_TIMER_UA, f.SWITCH_LEAK_UA, f.CAPACITOR_LEAK_UA],
    'reference-aaa': [f.ESP32_SLEEP_UA, f.LDO_RT9080_UA, f.DS3231M_VBAT_UA, f.KEEPER_UA, f.RESET_TIMER_UA, f.SWITCH_LEAK_UA, f.CAPACITOR_LEAK_UA],
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


def value(figure, case='typical'):
    """A figure in one of three cases: 'best', 'typical', 'worst'."""
    if case == 'best' and figure.minimum is not None:
        return figure.minimum
    return figure.maximum if case == 'worst' else figure.typical


def contrast_of(board):
    """What the firmware sets on that board."""
    return profile(board)['oled']['contrast']


def panel_ma(contrast, lit=None, case='typical'):
    base, full, share = (value(figure, case) for figure in (f.OLED_BASE_MA, f.OLED_FULL_MA, f.OLED_LIT))
    return base + full * (share if lit is None else lit) * contrast / 255


def model(board, case='typical'):
    """The model of a board, every figure in the same case at once."""
    facts = profile(board)
    cpu = f.CPU_AWAKE_S3_MA if facts['chip'] == 'ESP32-S3' else f.CPU_AWAKE_MA
    return Model(sum(value(figure, case) for figure in PARTS_ASLEEP[board]), value(cpu, case), panel_ma(contrast_of(board), case=case),
                 value(f.BUTTON_WAKE_S, case), value(f.TIMER_WAKE_S, case), SHOWN_S, not facts['oled']['litInDeepSleep'])


def radio_on(m):
    """The same board while the stock image's network settings start the radio at every wake."""
    return m._replace(awake_ma=m.awake_ma + f.RADIO_EXTRA_MA.typical)


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


def below_floor():
    """Sentences on the floors that do not hold."""
    found = []
    for board, name, floor in FLOORS:
        got = days(model(board), battery(name))
        if got < floor:
            found.append('%s on %s: %d days calculated, the floor is %d' % (board, name, got, floor))
    return found


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
                  'formula': 'base + allPixels * litShare * contrast / 255', 'litShareOfACode': f.OLED_LIT.typical, 'contrast': contrast_of('reference')},
        'radioExtraMilliamperes': f.RADIO_EXTRA_MA.typical,
        'boards': boards,
        'batteries': [{'name': b.name, 'capacityMilliampereHours': b.capacity_mah, 'usableShare': b.usable,
                       'lossShareAMonth': b.loss_a_month} for b in f.BATTERIES],
    }


def main(words):
    if words[:1] == ['model']:
        with open(os.path.join(words[1] if len(words) > 1 else HERE, 'model.json'), 'w', encoding='utf-8') as file:
            file.write(json.dumps(simulator_model(), indent=2) + '\n')
    else:
        for board, name, floor in FLOORS:
            print('%s on %s, days: %s; floor %d' % (board, name, ', '.join(
                '%s %d' % (case, days(model(board, case), battery(name))) for case in ('worst', 'typical', 'best')), floor))
    problems = below_floor()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
