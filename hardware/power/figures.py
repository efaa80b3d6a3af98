"""Every figure of the power budget: (typical, maximum, where it comes from, minimum).

Where: [S] read in the source named, [mem] a data-sheet figure not read again, [assumed] to be measured on the first board,
[measured] with date, board and instrument (MEASURE.md says how).
A maximum equal to the typical value means that no maximum is known; no minimum means that the typical value is the best to hope for. Currents are at the 3.3 V rail or the cell; the regulator
is linear, so both are the same.
"""
from collections import namedtuple

Figure = namedtuple('Figure', 'typical maximum source minimum', defaults=(None,))

# awake, milliamperes
CPU_AWAKE_MA = Figure(36, 44, '[mem] ESP32 data sheet, modem sleep: 27-44 mA at 160 MHz, both cores. [S] the image ESP32_REV3 names no clock (sdkconfig.default_nopsram_rev3.esp32), so ESP-IDF\'s 160 MHz. To be measured', 27)
CPU_AWAKE_S3_MA = Figure(36, 70, '[assumed] as the ESP32. To be measured', 27)
RADIO_EXTRA_MA = Figure(65, 330, '[mem] receiving 95-100 mA in all, peaks up to 379 mA while sending. To be measured')

# seconds awake
BUTTON_WAKE_S = Figure(2.0, 3.0, '[assumed] boot of the image and the runtime, one code, one frame. To be measured', 1.2)
TIMER_WAKE_S = Figure(1.8, 2.7, '[assumed] boot, clear the panel, off. To be measured', 1.0)

# the panel
OLED_BASE_MA = Figure(1.0, 1.5, '[assumed] charge pump and logic. To be measured', 0.6)
OLED_FULL_MA = Figure(29, 29, '[S] SSD1306 rev 1.5 p. 27: pixel current proportional to contrast; ~20-30 mA a module, all lit')
OLED_LIT = Figure(0.15, 0.25, '[assumed] share of lit pixels: two groups of three large digits and a bar', 0.12)
OLED_ASLEEP_UA = Figure(20, 110, '[mem] 10 uA the chip, 10-100 uA regulator and pull-ups of the module. To be measured')

# asleep, microamperes
ESP32_SLEEP_UA = Figure(10, 10, '[S] ESP32-WROOM data sheet tab. 4: RTC timer and memory 10 uA, timer alone 5 uA. EXT1 needs no more', 5)
LDO_RT9080_UA = Figure(2, 4, '[S] RT9080 data sheet DS9080-00: 2 uA ground current at no load')
DS3231M_VBAT_UA = Figure(2, 3, '[S] DS3231 on VBAT 0.84 typ, 3 max; the M version [mem] 2. Its temperature conversions come every 10 s on VBAT (DS3231M data sheet 19-5312 rev 3 p. 10)')
PROTECTION_UA = Figure(3, 6, '[S] DW01A data sheet (H&M Semiconductor) p. 1: 3 uA at 3.6 V; the maximum [mem]')
CHARGER_LEAK_UA = Figure(0.5, 1, '[mem] BQ21040 data sheet: current into OUT without supply')
KEEPER_UA = Figure(0.1, 0.9, '[mem] SN74AUP1G17 data sheet')
RESET_TIMER_UA = Figure(0.1, 8, '[mem] 74HC4060 data sheet: 8 uA at most at 25 C and 6 V, stopped')
SWITCH_LEAK_UA = Figure(0.3, 3, '[mem] P-channel switches AO3401A, off: Q1, Q2, Q7; 1 uA each at most')
CAPACITOR_LEAK_UA = Figure(0.5, 2, '[assumed] all ceramic capacitors together')

# asleep, microamperes: whole boards
DEVKITC_SLEEP_UA = Figure(3800, 3800, '[S] lucidar.me: ESP32-DevKitC V4')
FIREBEETLE_SLEEP_UA = Figure(10, 15, '[S] lucidar.me: FireBeetle DFR0478')
HELTEC_V2_SLEEP_UA = Figure(800, 2000, '[assumed] no figure found. To be measured')
HELTEC_V3_SLEEP_UA = Figure(130, 150, '[S] rustyfarian-power hardware guide: 110-150 uA, estimated there')
TTGO_SLEEP_UA = Figure(9400, 9400, '[S] grillbaer/esp32-power-consumption-test: LILYGO ESP32 OLED')
LOLIN32_SLEEP_UA = Figure(130, 150, '[S] grillbaer: LOLIN32 V1.0.0 at 3.7 V; the OLED version is [assumed] alike')
DS3231_ON_VCC_UA = Figure(110, 200, '[mem] Maxim 19-5170: standby from VCC. Take the power LED off the module')

Battery = namedtuple('Battery', 'name capacity_mah usable loss_a_month source')
BATTERIES = [
    Battery('LiPo 500 mAh', 500, 0.85, 0.02, '[mem] usable down to 3.4 V with ageing; 2 % a month'),
    Battery('LiPo 1000 mAh', 1000, 0.85, 0.02, '[mem] as above (does not fit the case)'),
    Battery('3 x AAA alkaline', 1000, 0.8, 0.003, '[mem] 1000 mAh at small loads, used down to 1.1 V a cell; no charger, the deeper case'),
]
