#!/usr/bin/env python3
"""Holds every board profile against the rules of boards/README.md. Prints one line a fault; exit status 1 if there is one."""
import glob
import json
import os
import sys

from chips import CHIPS, NO_PIN_WAKE, PICO_FLASH


class Maybe:
    """A shape, or null."""

    def __init__(self, shape):
        self.shape = shape


SHAPE = {
    'id': str, 'name': str, 'chip': str, 'module': str, 'target': str, 'deploymentAddress': str,
    'button': {'pin': int, 'externalPullUp': bool, 'onBoard': bool},
    'i2c': {'bus': int, 'sda': int, 'scl': int},
    'oled': {'controller': str, 'width': int, 'height': int, 'address': str, 'resetPin': int, 'supplyPin': int,
             'supplyOnLevel': int, 'contrast': int, 'litInDeepSleep': bool, 'onBoard': bool},
    'rtc': {'present': bool, 'chip': str, 'address': str, 'onBoard': bool},
    'serial': {'port': str, 'tx': int, 'rx': int},
    'supply': str,
    'battery': Maybe({'pin': int, 'divider': int, 'switchPin': int, 'switchOnLevel': int, 'settleMilliseconds': int,
                      'chargeMillivolts': int, 'refuseMillivolts': int}),
    'pinLabels': dict, 'onboardPins': dict, 'notes': list,
}


SUPPLIES = ('LiPo', '3xAAA', 'USB')


def shape_faults(value, shape, path=''):
    """Missing, unknown and wrongly typed fields."""
    if isinstance(shape, Maybe):
        if value is None:
            return
        shape = shape.shape
    if not isinstance(shape, dict):
        if not isinstance(value, shape) or (shape is int and isinstance(value, bool)):
            yield '%s must be %s' % (path, shape.__name__)
        return
    if not isinstance(value, dict):
        yield '%s must be an object' % path
        return
    for key in sorted(set(shape) | set(value)):
        where = (path + '.' + key).lstrip('.')
        if key not in value:
            yield where + ' is missing'
        elif key not in shape:
            yield where + ' is unknown'
        else:
            yield from shape_faults(value[key], shape[key], where)


def used_pins(profile):
    """(field, GPIO, is an output) of every pin that the profile assigns."""
    oled, battery = profile['oled'], profile['battery'] or {'pin': -1, 'switchPin': -1}
    return [(field, pin, output) for field, pin, output in [
        ('button.pin', profile['button']['pin'], False),
        ('i2c.sda', profile['i2c']['sda'], True), ('i2c.scl', profile['i2c']['scl'], True),
        ('oled.resetPin', oled['resetPin'], True), ('oled.supplyPin', oled['supplyPin'], True),
        ('serial.tx', profile['serial']['tx'], True), ('serial.rx', profile['serial']['rx'], False),
        ('battery.pin', battery['pin'], False), ('battery.switchPin', battery['switchPin'], True)] if pin != -1]


def faults(profile, file_id):
    """Sentences on what is wrong with a profile."""
    shape = list(shape_faults(profile, SHAPE))
    if shape:
        return shape
    found, chip_name = [], profile['chip']
    if profile['id'] != file_id:
        found.append('id "%s" is not the file name' % profile['id'])
    if chip_name in NO_PIN_WAKE:
        return found + ['%s: %s' % (chip_name, NO_PIN_WAKE[chip_name])]
    if chip_name not in CHIPS:
        return found + ['chip "%s" is unknown' % chip_name]
    chip = CHIPS[chip_name]
    if profile['target'] not in chip.targets:
        found.append('target "%s" is not an image for %s' % (profile['target'], chip_name))
    if profile['deploymentAddress'] != chip.deployment:
        found.append('deploymentAddress must be %s on %s' % (chip.deployment, chip_name))
    if profile['button']['pin'] not in chip.wake:
        found.append('button.pin %d cannot wake the %s' % (profile['button']['pin'], chip_name))
    if not profile['button']['externalPullUp']:
        found.append('button.externalPullUp must be true: the inner pull-up is not there in deep sleep')
    flash = chip.flash | (PICO_FLASH if profile['target'] == 'ESP32_PICO' else set())
    taken = {int(pin): text for pin, text in profile['onboardPins'].items()}
    seen = {}
    for field, pin, output in used_pins(profile):
        if pin not in chip.pins:
            found.append('%s: GPIO%d does not exist on the %s' % (field, pin, chip_name))
        if pin in flash:
            found.append('%s: GPIO%d is a flash line' % (field, pin))
        if output and pin in chip.input_only:
            found.append('%s: GPIO%d is an input only' % (field, pin))
        if pin in chip.never:
            found.append('%s: GPIO%d, %s' % (field, pin, chip.never[pin]))
        if pin in taken:
            found.append('%s: GPIO%d is used on the board (%s)' % (field, pin, taken[pin]))
        if pin in seen:
            found.append('%s and %s share GPIO%d' % (seen[pin], field, pin))
        seen[pin] = field
    battery = profile['battery']
    if battery:
        if battery['pin'] not in chip.analogue:
            found.append('battery.pin: GPIO%d does not reach the first converter (ADC1) of the %s' % (battery['pin'], chip_name))
        # 2.45 V is where the converter of the ESP32 ends to be straight at its widest range; a full cell has 4.2 V
        if battery['divider'] * 2.45 < 4.2:
            found.append('battery.divider: a full cell would be above the range of the converter')
        if not 3000 <= battery['refuseMillivolts'] <= battery['chargeMillivolts'] <= 4200:
            found.append('battery: 3000 <= refuseMillivolts <= chargeMillivolts <= 4200 must hold')
    for field, allowed in (('oled.controller', {'SSD1306'}), ('oled.address', {'0x3C', '0x3D'}), ('oled.supplyOnLevel', {0, 1}),
                           ('rtc.chip', {'DS3231'}), ('rtc.address', {'0x68'}), ('serial.port', {'COM2'})):
        outer, inner = field.split('.')
        if profile[outer][inner] not in allowed:
            found.append('%s must be one of %s' % (field, sorted(allowed)))
    if not 1 <= profile['oled']['contrast'] <= 255:
        found.append('oled.contrast must be 1 to 255')
    if profile['supply'] not in SUPPLIES:
        found.append('supply must be one of %s' % (SUPPLIES,))
    if (profile['oled']['width'], profile['oled']['height']) != (128, 64):
        found.append('oled must be 128 x 64: the screens are drawn for it')
    return found


def main(folder):
    files = sorted(glob.glob(os.path.join(folder, '*.json')))
    count = 0
    for file in files:
        try:
            with open(file, encoding='utf-8') as text:
                found = faults(json.load(text), os.path.basename(file)[:-5])
        except ValueError as error:
            found = ['not JSON: %s' % error]
        for fault in found:
            print('%s: %s' % (os.path.basename(file), fault))
        count += len(found)
    if not files:
        print('no profiles in ' + folder)
    print('%d profiles, %d faults' % (len(files), count))
    return 1 if count or not files else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))))
