#!/usr/bin/env python3
"""check_netlist.py NETLIST PROFILE.json: the exported netlist gives the module's pins the use that the board profile says.

The profile is what the firmware is built from, so this is where board and firmware are held together. GPIO numbers are read
from the pin names of the module (IO27), not from the script that drew the schematic.
"""
import json
import re
import sys

from sexpr import find, find_all, parse


class Netlist:
    def __init__(self, text):
        root = parse(text)
        self.values = {find(c, 'ref')[1]: find(c, 'value')[1] for c in find_all(find(root, 'components'), 'comp')}
        self.members, self.net_of, self.gpio = {}, {}, {}
        for net in find_all(find(root, 'nets'), 'net'):
            name = find(net, 'name')[1]
            for node in find_all(net, 'node'):
                ref, pin = find(node, 'ref')[1], find(node, 'pin')[1]
                self.members.setdefault(name, set()).add((ref, pin))
                self.net_of[ref, pin] = name
                function = find(node, 'pinfunction')
                number = re.search(r'IO(\d+)$', function[1]) if function and ref == 'U1' else None
                if number:
                    self.gpio[int(number[1])] = name

    def parts(self, net):
        return {ref for ref, _ in self.members.get(net, ())}

    def bridges(self, one, two, kind):
        """Values of the two-pin parts of that kind (R, C) between two nets."""
        return [self.values[r] for r in self.parts(one) & self.parts(two) if re.match(kind + r'\d', r)]

    def ends(self, ref):
        """{pin: net} of a part."""
        return {pin: net for (r, pin), net in self.net_of.items() if r == ref}


def safety_faults(net):
    """Cell, charger and reset: what must not be lost when somebody changes the board."""
    def of(ref, pin):
        return net.net_of.get((ref, pin), '')
    rules = [
        (set(net.ends('F2').values()) == {of('J2', '1'), of('Q6', '3')}, 'the cell reaches the board past the fuse'),
        (of('Q6', '2') == '+BATT' == of('Q7', '2'), 'the switch against a reversed cell does not feed +BATT'),
        (of('Q7', '1') == of('Q6', '3') and of('Q7', '3') == of('Q6', '1') and net.bridges(of('Q6', '1'), of('J2', '2'), 'R'), 'nothing holds Q6 off with the cell reversed'),
        (of('U5', '6') == of('J2', '2') and net.bridges(of('U5', '5'), '+BATT', 'R'), 'the protection does not watch the cell'),
        ('RT1' in net.parts(of('U4', '1')) and of('RT1', '2') == 'GND', 'the charger has no thermistor'),
        (of('U4', '2') == '+BATT' and '2k7' in net.bridges(of('U4', '4'), 'GND', 'R'), 'the charger is not set to 200 mA'),
        (of('U9', '12') == of('R13', '2') and of('U9', '3') == of('Q8', '1') and of('Q8', '3') == of('U1', '3'), 'the button held long does not reset the chip'),
        (net.bridges(of('U9', '10'), of('R23', '1'), 'R') == ['82k'] and net.bridges(of('U9', '9'), of('R23', '1'), 'C') == ['10n'], 'the reset timer does not take its time'),
    ]
    return [text for truth, text in rules if not truth]


def faults(net, profile):
    found = []

    def need(truth, text):
        if not truth:
            found.append(text)

    def at(field, gpio):
        need(gpio in net.gpio, '%s: the module has no IO%d' % (field, gpio))
        return net.gpio.get(gpio, '')

    button = at('button.pin', profile['button']['pin'])
    switch = [other for other in net.ends('SW1').values() if other != 'GND']
    need('GND' in net.ends('SW1').values(), 'the button does not switch to ground')
    need(switch and (switch[0] == button or net.bridges(button, switch[0], 'R')), 'button.pin: GPIO%d does not reach the button' % profile['button']['pin'])
    need(bool(net.bridges(button, '+3V3', 'R')) == profile['button']['externalPullUp'], 'button.externalPullUp: the board says otherwise')

    supply = net.net_of.get(('Q1', '3'), '')
    for field, pin, oled_pin, rtc_pin in (('sda', profile['i2c']['sda'], '4', '7'), ('scl', profile['i2c']['scl'], '3', '8')):
        line = at('i2c.' + field, pin)
        need(('J3', oled_pin) in net.members.get(line, ()), 'i2c.%s: GPIO%d does not reach the OLED' % (field, pin))
        need((('U3', rtc_pin) in net.members.get(line, ())) == profile['rtc']['present'], 'i2c.%s: GPIO%d and the clock disagree with the profile' % (field, pin))
        need(net.bridges(line, supply, 'R'), 'i2c.%s has no pull-up to the switched supply' % field)

    keeper = at('oled.supplyPin', profile['oled']['supplyPin'])
    output = net.net_of.get(('U6', '4'), '')
    need(('U6', '2') in net.members.get(keeper, ()), 'oled.supplyPin: GPIO%d does not reach the keeper' % profile['oled']['supplyPin'])
    need(bool(net.bridges(keeper, output, 'R')) == profile['oled']['litInDeepSleep'], 'oled.litInDeepSleep: the keeper says otherwise')
    gate, source, drain = (net.net_of.get(('Q1', p), '') for p in '123')
    need(net.bridges(output, gate, 'R') and source == '+3V3' and drain == supply, 'the keeper does not switch the OLED')
    need(profile['oled']['supplyOnLevel'] == 0, 'oled.supplyOnLevel: a P-channel switch is on when low')
    need(net.bridges(supply, 'GND', 'R'), 'nothing empties the rail of the OLED when it is off')
    need('100n' in net.bridges(keeper, '+3V3', 'C'), 'C8 is too small to start the keeper as off')
    for jumper, pin, first, other in (('JP1', '1', 'GND', supply), ('JP2', '2', supply, 'GND')):
        ends = net.ends(jumper)
        need((ends.get('1'), ends.get('2'), ends.get('3')) == (first, net.net_of.get(('J3', pin)), other), '%s does not give J3 pin %s its two choices' % (jumper, pin))
    need(profile['oled']['resetPin'] == -1, 'oled.resetPin: the connector has no reset')

    for field, pin, pad in (('tx', profile['serial']['tx'], 'TP7'), ('rx', profile['serial']['rx'], 'TP8')):
        need((pad, '1') in net.members.get(at('serial.' + field, pin), ()), 'serial.%s: GPIO%d does not reach pad %s' % (field, pin, pad))
    sense, on = at('battery.pin', profile['battery']['pin']), at('battery.switchPin', profile['battery']['switchPin'])
    need(net.bridges(sense, 'GND', 'R') and net.bridges(sense, net.net_of.get(('Q2', '3'), ''), 'R'), 'battery.pin is not on the divider')
    need(('Q3', '1') in net.members.get(on, ()), 'battery.switchPin does not reach its switch')
    need(net.net_of.get(('U3', '2')) == 'GND' and net.net_of.get(('U3', '6')) == '+BATT', 'the clock does not run from the cell: it would stop with the main rail')
    need(('TP3', '1') in net.members.get(net.net_of.get(('U1', '3')), ()), 'EN does not reach its pad')
    for gpio, pad in ((0, 'TP4'), (1, 'TP5'), (3, 'TP6')):
        need((pad, '1') in net.members.get(net.gpio.get(gpio), ()), 'GPIO%d does not reach pad %s' % (gpio, pad))
    return found + safety_faults(net)


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as netlist, open(sys.argv[2], encoding='utf-8') as text:
        problems = faults(Netlist(netlist.read()), json.load(text))
    for problem in problems:
        print('netlist: ' + problem)
    sys.exit(1 if problems else 0)
