"""Every figure of the power budget: (typical, maximum, where it comes from).

Where: [S] read in the source named, [mem] a data-sheet figure not read again, [assumed] to be measured on the first board,
[measured] with date, board and instrument (MEASURE.md says how).
A maximum equal to the typical value means that no maximum is known. Currents are at the 3.3 V rail or the cell; the regulator
is linear, so both are the same.
"""
from collections import namedtuple

Figure = namedtuple('Figure', 'typical maximum source')

# awake, milliamperes
CPU_AWAKE_MA = Figure(45, 68, '[S] ESP32 data sheet v3.5 tab. 6: 30-68 mA at 240 MHz, radio off; the reference image runs at 160 MHz. To be measured')
CPU_AWAKE_S3_MA = Figure(45, 70, '[assumed] as the ESP32. To be measured')
RADIO_EXTRA_MA = Figure(65, 330, '[mem] receiving 95-100 mA in all, peaks up to 379 mA while sending. To be measured')

# seconds awake
BUTTON_WAKE_S = Figure(1.2, 2.0, '[assumed] boot of the image and the runtime, one code, one frame. To be measured')
TIMER_WAKE_S = Figure(1.0, 1.8, '[assumed] boot, clear the panel, off. To be measured')

# the panel
OLED_BASE_MA = Figure(1.0, 1.5, '[assumed] charge pump and logic. To be measured')
OLED_FULL_MA = Figure(29, 29, '[S] SSD1306 rev 1.5 p. 27: pixel current proportional to contrast; ~20-30 mA a module, all lit')
OLED_LIT = Figure(0.15, 0.25, '[assumed] share of lit pixels: two groups of three large digits and a bar')
OLED_ASLEEP_UA = Figure(20, 110, '[mem] 10 uA the chip, 10-100 uA regulator and pull-ups of the module. To be measured')

# asleep, microamperes
ESP32_SLEEP_UA = Figure(10, 10, '[S] ESP32-WROOM data sheet tab. 4: RTC timer and memory')
LDO_RT9080_UA = Figure(2, 4, '[S] RT9080 data sheet DS9080-00: 2 uA ground current at no load')
DS3231M_VBAT_UA = Figure(2, 3, '[S] DS3231 on VBAT 0.84 typ, 3 max; the M version [mem] 2')
PROTECTION_UA = Figure(3, 6, '[mem] DW01A data sheet')
CHARGER_LEAK_UA = Figure(0.25, 2, '[S] MCP73833/4 data sheet DS22005 p. 4, VDD below VBAT; MCP73831 is its smaller sister')
KEEPER_UA = Figure(0.1, 0.9, '[mem] SN74AUP1G17 data sheet')
SWITCH_LEAK_UA = Figure(0.2, 2, '[mem] two P-channel switches AO3401A, off; 1 uA each at most')
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
    Battery('3 x AAA alkaline', 1000, 0.85, 0.003, '[mem] 1000 mAh at small loads; no charger, other case'),
]
