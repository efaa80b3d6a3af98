"""What the pins of a chip can do, and which nanoFramework images exist for it.

Wake pins: nanoFramework.Hardware.Esp32, WakeupGpioPin. Analogue: ADC1, for ADC2 does not work beside the radio. Flash lines, input-only pins, straps: the chips' data sheets.
Targets and deployment addresses: nf-interpreter, ESP32 defconfigs and partition tables, autumn 2025 and later.
"""
from collections import namedtuple

Chip = namedtuple('Chip', 'pins wake analogue flash input_only never targets deployment')


def span(*ranges):
    return {n for low, high in ranges for n in range(low, high + 1)}


CHIPS = {
    'ESP32': Chip(
        pins=span((0, 23), (25, 27), (32, 39)),
        wake=span((0, 0), (2, 2), (4, 4), (12, 15), (25, 27), (32, 39)),
        analogue=span((32, 39)),
        flash=span((6, 11)),
        input_only=span((34, 39)),
        never={12: 'MTDI: a pull-up at reset sets the flash supply to 1.8 V and the chip does not start'},
        targets={'ESP32_REV0', 'ESP32_REV3', 'ESP32_PSRAM_REV0', 'ESP32_PSRAM_REV3', 'ESP32_PICO', 'ESP32_BLE_REV0', 'ESP32_BLE_REV3'},
        deployment='0x1E0000'),
    'ESP32-S3': Chip(
        pins=span((0, 21), (26, 48)),
        wake=span((0, 21)),
        analogue=span((1, 10)),
        flash=span((27, 32)),
        input_only=set(),
        never={},
        targets={'ESP32_S3_QUAD', 'ESP32_S3_OCTAL'},
        deployment='0x1B0000'),
}

# Chips whose stock image has no call that arms a pin as wake source for this use.
NO_PIN_WAKE = {
    'ESP32-C3': 'neither EnableWakeupByPin nor EnableWakeupByMultiPins is compiled into its image: a button cannot wake it',
    'ESP32-C6': 'its image is the Thread build, and nobody has tried the token on it',
}

# The flash inside a PICO-D4 sits on two more pins than that of a module.
PICO_FLASH = {16, 17}
