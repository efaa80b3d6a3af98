"""The parts of the reference board: what they are, what each pin is connected to, where they stand.

`nets` maps pin numbers to nets; a pin that is not named is left open on purpose. `sheet` is (x, y, rotation) in cells of
2.54 mm on the schematic (a fourth word mirrors about that axis), `board` is (x, y, rotation, side) in millimetres from the board's upper left corner.
The OLED module lies over x 29..56.5: only parts below 1.5 mm stand under it. The battery lies behind the same place.
What the variant for three AAA cells leaves out stands in variants.py.
"""
from collections import namedtuple

Part = namedtuple('Part', 'ref value symbol footprint maker mpn nets sheet board fitted', defaults=(True,))

R, C = 'Device:R', 'Device:C'
R0603, C0603, C0805 = 'Resistor_SMD:R_0603_1608Metric', 'Capacitor_SMD:C_0603_1608Metric', 'Capacitor_SMD:C_0805_2012Metric'
SOT23, SOT235, SOT236 = ('Package_TO_SOT_SMD:' + n for n in ('SOT-23', 'SOT-23-5', 'SOT-23-6'))
SO8 = 'Package_SO:SOIC-8_3.9x4.9mm_P1.27mm'
PAD = 'TestPoint:TestPoint_Pad_D1.5mm'

YAGEO = {'1k': 'RC0603FR-071KL', '100': 'RC0603FR-07100RL', '4k7': 'RC0603FR-074K7L', '5k1': 'RC0603FR-075K1L',
         '10k': 'RC0603FR-0710KL', '2k7': 'RC0603FR-072K7L', '47k': 'RC0603FR-0747KL', '82k': 'RC0603FR-0782KL', '210k': 'RC0603FR-07210KL',
          '470k': 'RC0603FR-07470KL', '1M': 'RC0603FR-071ML'}
MURATA = {'10n': 'GRM188R71H103KA01D', '100n': 'GRM188R71H104KA93D', '1u': 'GRM188R61C105KA93D',
          '4u7': 'GRM188R61A475KE15D', '10u': 'GRM188R61A106KE69D', '22u': 'GRM21BR61A226ME44L'}


def resistor(ref, value, one, two, sheet, board):
    return Part(ref, value, R, R0603, 'Yageo', YAGEO[value], {'1': one, '2': two}, sheet, board)


def capacitor(ref, value, one, two, sheet, board):
    return Part(ref, value, C, C0805 if value == '22u' else C0603, 'Murata', MURATA[value], {'1': one, '2': two}, sheet, board)


def pad(ref, name, net, sheet, board):
    return Part(ref, name, 'Connector:TestPoint', PAD, 'none', 'none', {'1': net}, sheet, board)


PARTS = [
    # the chip
    Part('U1', 'ESP32-WROOM-32E', 'hwtoken:ESP32-WROOM-32E', 'RF_Module:ESP32-WROOM-32E', 'Espressif', 'ESP32-WROOM-32E-N4',
         {'1': 'GND', '15': 'GND', '38': 'GND', '39': 'GND', '2': '+3V3', '3': 'EN', '25': 'IO0', '35': 'TXD0', '34': 'RXD0',
          '28': 'TXD2', '27': 'RXD2', '33': 'SDA', '36': 'SCL', '10': 'OLED_OFF', '11': 'SENSE_ON', '12': 'BTN', '6': 'SENSE'},
         (80, 39, 0), (12.9, 17, 90, 'F')),
    resistor('R1', '10k', '+3V3', 'EN', (66.5, 24, 0), (13.4, 27.7, 0, 'F')),
    capacitor('C1', '1u', 'EN', 'GND', (66.5, 32, 0), (17.3, 29.8, 90, 'F')),
    resistor('R2', '10k', '+3V3', 'IO0', (62, 24, 0), (28.2, 4.6, 90, 'F')),
    capacitor('C2', '100n', '+3V3', 'GND', (62.5, 31, 0), (8.9, 28.3, 180, 'F')),
    capacitor('C3', '22u', '+3V3', 'GND', (59, 31, 0), (8.8, 30.6, 180, 'F')),
    # USB-C, fuse, charger
    Part('J1', 'USB-C, power only', 'Connector:USB_C_Receptacle_PowerOnly_6P',
         'Connector_USB:USB_C_Receptacle_GCT_USB4135-GF-A_6P_TopMnt_Horizontal', 'GCT', 'USB4135-GF-A',
         {'A12': 'GND', 'B12': 'GND', 'S1': 'GND', 'A9': 'VBUS_IN', 'B9': 'VBUS_IN', 'A5': 'CC1', 'B5': 'CC2'},
         (11, 17, 0), (76.55, 17, 90, 'F')),
    Part('U8', 'USBLC6-2SC6', 'Power_Protection:USBLC6-2SC6', SOT236, 'STMicroelectronics', 'USBLC6-2SC6',
         {'1': 'CC1', '6': 'CC1', '3': 'CC2', '4': 'CC2', '5': 'VBUS_IN', '2': 'GND'}, (24, 19, 0), (70.3, 8.0, 90, 'F')),
    resistor('R3', '5k1', 'CC1', 'GND', (32, 21.5, 0), (71.3, 12.2, 90, 'F')),
    resistor('R4', '5k1', 'CC2', 'GND', (29, 21.5, 0), (71.3, 20.8, 90, 'F')),
    Part('F1', '350 mA hold', 'Device:Polyfuse', 'Fuse:Fuse_0603_1608Metric', 'Bourns', 'MF-FSMF035X-2',
         {'1': 'VBUS_IN', '2': 'VBUS'}, (30.5, 14, 90), (66.9, 9.0, 180, 'F')),
    capacitor('C4', '4u7', 'VBUS', 'GND', (38.5, 27.5, 0), (63.6, 3.6, 270, 'F')),
    # charges only while RT1, on the board above the middle of the cell, is neither cold nor hot
    Part('U4', 'BQ21040DBV', 'Battery_Management:BQ21040DBV', SOT236, 'Texas Instruments', 'BQ21040DBVR',
         {'6': 'VBUS', '5': 'GND', '2': '+BATT', '3': 'CHG', '4': 'ISET', '1': 'TS'}, (43, 18, 0), (66.4, 4.0, 90, 'F')),
    resistor('R5', '2k7', 'ISET', 'GND', (37, 22.5, 0), (69.3, 3.6, 270, 'F')),
    capacitor('C18', '4u7', '+BATT', 'GND', (42, 27.5, 0), (66.9, 7.0, 0, 'F')),
    Part('RT1', '10k NTC', 'Device:Thermistor_NTC', R0603, 'Murata', 'NCP18XH103F03RB', {'1': 'TS', '2': 'GND'},
         (46, 27.5, 0), (44.4, 17.2, 0, 'F')),
    resistor('R25', '210k', 'TS', 'GND', (51, 27.5, 0), (62.0, 4.7, 90, 'F')),
    Part('D1', 'red', 'Device:LED', 'LED_SMD:LED_0603_1608Metric', 'Lite-On', 'LTST-C190KRKT',
         {'1': 'CHG', '2': 'CHG_A'}, (51.5, 16, 90), (73.0, 3.4, 90, 'F')),
    resistor('R6', '1k', 'VBUS', 'CHG_A', (51.5, 12, 0), (71.1, 3.4, 270, 'F')),
    # cell and its protection
    Part('J2', 'LiPo cell', 'Connector_Generic:Conn_01x02', 'Connector_JST:JST_PH_S2B-PH-SM4-TB_1x02-1MP_P2.00mm_Horizontal',
         'JST', 'S2B-PH-SM4-TB', {'1': 'CELL', '2': 'CELL_N'}, (7, 44, 0, 'y'), (66.5, 25.6, 90, 'B')),
    # a cell the wrong way round: Q7 holds Q6 off, also while the charger drives +BATT
    Part('F2', '1.5 A', 'Device:Fuse', 'Fuse:Fuse_0603_1608Metric', 'Bourns', 'SF-0603F150-2', {'1': 'CELL', '2': 'CELL_F'},
         (13, 44, 90), (68.6, 31.9, 180, 'F')),
    Part('Q6', 'AO3401A', 'Transistor_FET:AO3401A', SOT23, 'Alpha & Omega', 'AO3401A',
         {'1': 'REV_G', '2': '+BATT', '3': 'CELL_F'}, (20, 45, 90), (63.4, 31.9, 0, 'F')),
    Part('Q7', 'AO3401A', 'Transistor_FET:AO3401A', SOT23, 'Alpha & Omega', 'AO3401A',
         {'1': 'CELL_F', '2': '+BATT', '3': 'REV_G'}, (19, 50, 0), (57.8, 31.6, 0, 'F')),
    resistor('R19', '1M', 'REV_G', 'CELL_N', (26, 49.5, 0), (54.4, 31.4, 90, 'F')),
    Part('JP3', 'close for AAA only', 'Jumper:SolderJumper_2_Open', 'Jumper:SolderJumper-2_P1.3mm_Open_RoundedPad1.0x1.5mm', 'none', 'none',
         {'1': 'CELL_N', '2': 'GND'}, (40, 62, 0), (69.0, 24.8, 0, 'F')),
    Part('U5', 'DW01A', 'Battery_Management:DW01A', SOT236, 'Fortune Semiconductor', 'DW01A',
         {'5': 'CELL_P', '6': 'CELL_N', '1': 'FET_OD', '3': 'FET_OC', '2': 'CELL_CS'}, (39, 47, 0), (62.4, 23.8, 180, 'F')),
    resistor('R7', '100', '+BATT', 'CELL_P', (30, 43, 0), (59.2, 28.2, 90, 'F')),
    capacitor('C5', '100n', 'CELL_P', 'CELL_N', (30, 48, 0), (59.2, 23.8, 90, 'F')),
    resistor('R8', '1k', 'CELL_CS', 'GND', (49, 50.5, 0), (65.8, 23.8, 90, 'F')),
    Part('Q4', 'AO3400A', 'Transistor_FET:AO3400A', SOT23, 'Alpha & Omega', 'AO3400A',
         {'1': 'FET_OD', '2': 'CELL_N', '3': 'FET_MID'}, (37, 57, 0), (63.4, 28.4, 0, 'F')),
    Part('Q5', 'AO3400A', 'Transistor_FET:AO3400A', SOT23, 'Alpha & Omega', 'AO3400A',
         {'1': 'FET_OC', '2': 'GND', '3': 'FET_MID'}, (46, 57, 0), (69.4, 28.4, 180, 'F')),
    # 3.3 V
    # drawn with the symbol of the XC6220, which has the same pins
    Part('U2', 'RT9080-33GJ5', 'Regulator_Linear:XC6220B331MR', 'Package_TO_SOT_SMD:TSOT-23-5', 'Richtek', 'RT9080-33GJ5',
         {'1': '+BATT', '3': '+BATT', '2': 'GND', '5': '+3V3'}, (22, 78, 0), (60.4, 8.6, 180, 'F')),
    capacitor('C6', '10u', '+BATT', 'GND', (11, 79.5, 0), (62.4, 11.8, 0, 'F')),
    capacitor('C7', '22u', '+3V3', 'GND', (32, 79.5, 0), (58.8, 11.8, 180, 'F')),
    # OLED: switch with bus keeper, connector
    Part('U6', 'SN74AUP1G17DBV', '74xGxx:74LVC1G17', SOT235, 'Texas Instruments', 'SN74AUP1G17DBVR',
         {'2': 'OLED_OFF', '4': 'OLED_KEEP', '5': '+3V3', '3': 'GND'}, (117, 18, 0), (34.0, 26.0, 0, 'F')),
    resistor('R9', '10k', 'OLED_KEEP', 'OLED_OFF', (117, 26, 270), (34.0, 29.2, 0, 'F')),
    capacitor('C8', '100n', '+3V3', 'OLED_OFF', (110.5, 15, 0), (30.4, 26.0, 90, 'F')),
    capacitor('C9', '100n', '+3V3', 'GND', (106, 12, 0), (34.0, 23.2, 0, 'F')),
    resistor('R10', '10k', 'OLED_KEEP', 'GATE', (127, 18, 90), (38.4, 26.2, 90, 'F')),
    capacitor('C10', '100n', '+3V3', 'GATE', (131.5, 15, 0), (40.6, 26.2, 90, 'F')),
    Part('Q1', 'AO3401A', 'Transistor_FET:AO3401A', SOT23, 'Alpha & Omega', 'AO3401A',
         {'1': 'GATE', '2': '+3V3', '3': '3V3_SW'}, (137, 18, 0, 'x'), (44.0, 26.4, 0, 'F')),
    capacitor('C11', '1u', '3V3_SW', 'GND', (138, 26.5, 0), (47.2, 26.4, 90, 'F')),
    resistor('R24', '47k', '3V3_SW', 'GND', (133.5, 26.5, 0), (49.2, 26.4, 90, 'F')),
    resistor('R11', '4k7', '3V3_SW', 'SDA', (143, 26.5, 0), (49.6, 7.6, 90, 'F')),
    resistor('R12', '4k7', '3V3_SW', 'SCL', (147, 26.5, 0), (46.6, 8.8, 90, 'F')),
    Part('J3', 'OLED SSD1306 I2C', 'Connector_Generic:Conn_01x04', 'Connector_PinHeader_2.54mm:PinHeader_1x04_P2.54mm_Vertical_SMD_Pin1Left',
         'Samtec', 'TSM-104-01-L-SV', {'1': 'OLED_1', '2': 'OLED_2', '3': 'SCL', '4': 'SDA'},
         (155, 31, 0), (42.75, 3.6, 90, 'F')),
    # modules come with GND VCC and with VCC GND: as fitted for GND VCC
    Part('JP1', 'pin 1: GND', 'Jumper:SolderJumper_3_Bridged12', 'Jumper:SolderJumper-3_P1.3mm_Bridged12_RoundedPad1.0x1.5mm', 'none', 'none',
         {'1': 'GND', '2': 'OLED_1', '3': '3V3_SW'}, (112, 33, 0), (37.0, 8.8, 0, 'F')),
    Part('JP2', 'pin 2: VCC', 'Jumper:SolderJumper_3_Bridged12', 'Jumper:SolderJumper-3_P1.3mm_Bridged12_RoundedPad1.0x1.5mm', 'none', 'none',
         {'1': '3V3_SW', '2': 'OLED_2', '3': 'GND'}, (125, 33, 0), (42.6, 8.8, 0, 'F')),
    # clock, spare key store
    Part('U3', 'DS3231MZ+', 'Timer_RTC:DS3231MZ', SO8, 'Analog Devices', 'DS3231MZ+',
         {'2': 'GND', '5': 'GND', '6': '+BATT', '7': 'SDA', '8': 'SCL'}, (118, 52, 0), (20.6, 3.7, 0, 'F')),
    capacitor('C12', '100n', '+BATT', 'GND', (107, 51, 0), (25.4, 5.1, 270, 'F')),
    Part('U7', 'ATECC608B', 'Security:ATECC608B-SSHDA', SO8, 'Microchip', 'ATECC608B-SSHDA-B',
         {'4': 'GND', '8': '3V3_SW', '5': 'SDA', '6': 'SCL'}, (144, 53, 0), (23.0, 30.5, 0, 'F'), False),
    capacitor('C13', '100n', '3V3_SW', 'GND', (136, 53, 0), (28.2, 30.5, 90, 'F')),
    # button
    Part('SW1', 'press for a code', 'Switch:SW_Push', 'Button_Switch_SMD:SW_SPST_PTS645Sx43SMTR92', 'C&K', 'PTS645SM43SMTR92 LFS',
         {'1': 'GND', '2': 'BTN_SW'}, (109, 72, 0), (64.0, 17, 0, 'F')),
    resistor('R13', '1k', 'BTN_SW', 'BTN', (116.5, 72, 90), (57.4, 17.0, 90, 'F')),
    resistor('R14', '1M', '+3V3', 'BTN', (121, 69, 0), (57.4, 20.6, 90, 'F')),
    capacitor('C14', '10n', 'BTN', 'GND', (121, 75, 0), (55.6, 20.6, 270, 'F')),
    # battery measurement
    Part('Q2', 'AO3401A', 'Transistor_FET:AO3401A', SOT23, 'Alpha & Omega', 'AO3401A',
         {'1': 'SENSE_G', '2': '+BATT', '3': 'SENSE_TOP'}, (150, 70, 0, 'x'), (52.2, 11.4, 0, 'F')),
    resistor('R15', '1M', '+BATT', 'SENSE_G', (145, 68, 0), (48.4, 11.4, 90, 'F')),
    Part('Q3', '2N7002', 'Transistor_FET:2N7002', SOT23, 'Nexperia', '2N7002,215',
         {'1': 'SENSE_ON', '2': 'GND', '3': 'SENSE_G'}, (144, 75, 0), (44.0, 12.0, 0, 'F')),
    resistor('R16', '1M', 'SENSE_ON', 'GND', (139, 78, 0), (40.6, 12.0, 90, 'F')),
    resistor('R17', '470k', 'SENSE_TOP', 'SENSE', (151, 75, 0), (50.6, 15.2, 90, 'F')),
    resistor('R18', '470k', 'SENSE', 'GND', (151, 81, 0), (50.6, 18.8, 90, 'F')),
    capacitor('C15', '10n', 'SENSE', 'GND', (155, 81, 0), (48.4, 18.8, 90, 'F')),
    # reset by holding the button for a quarter of a minute: 8192 periods of 2 ms
    Part('U9', '74HC4060', '4xxx:4060', 'Package_SO:TSSOP-16_4.4x5mm_P0.65mm', 'Nexperia', '74HC4060PW,118',
         {'9': 'OSC_C', '10': 'OSC_R', '11': 'OSC_IN', '12': 'BTN', '16': '+3V3', '8': 'GND', '3': 'HELD'}, (38, 101, 0), (33.6, 15.6, 0, 'F')),
    resistor('R22', '82k', 'OSC', 'OSC_R', (24, 97, 90), (29.0, 11.6, 90, 'F')),
    resistor('R23', '470k', 'OSC', 'OSC_IN', (26, 101, 90), (31.4, 11.0, 0, 'F')),
    capacitor('C17', '10n', 'OSC', 'OSC_C', (27, 94, 90), (35.4, 11.4, 0, 'F')),
    capacitor('C19', '100n', '+3V3', 'GND', (12, 100, 0), (38.6, 14.2, 270, 'F')),
    Part('Q8', '2N7002', 'Transistor_FET:2N7002', SOT23, 'Nexperia', '2N7002,215',
         {'1': 'HELD', '2': 'GND', '3': 'EN'}, (49, 106, 0), (30.6, 20.6, 180, 'F')),
    # Tag-Connect, no legs: the pin order of Espressif's programming connector
    Part('J4', 'TC2030-NL', 'Connector_Generic:Conn_02x03_Odd_Even', 'Connector:Tag-Connect_TC2030-IDC-NL_2x03_P1.27mm_Vertical', 'none', 'none',
         {'1': 'EN', '2': '+3V3', '3': 'TXD0', '4': 'GND', '5': 'RXD0', '6': 'IO0'}, (76, 101, 0), (64.0, 17.0, 180, 'B')),
    # pads for the factory jig and for measuring, on the back
    pad('TP1', '3V3', '+3V3', (58, 76, 0), (60.5, 3.2, 0, 'B')),
    pad('TP2', 'GND', 'GND', (62, 76, 0), (63.5, 3.2, 0, 'B')),
    pad('TP3', 'EN', 'EN', (66, 76, 0), (66.5, 3.2, 0, 'B')),
    pad('TP4', 'IO0', 'IO0', (70, 76, 0), (69.5, 3.2, 0, 'B')),
    pad('TP5', 'TX0', 'TXD0', (74, 76, 0), (60.5, 7.2, 0, 'B')),
    pad('TP6', 'RX0', 'RXD0', (78, 76, 0), (63.5, 7.2, 0, 'B')),
    pad('TP7', 'TX2', 'TXD2', (82, 76, 0), (66.5, 7.2, 0, 'B')),
    pad('TP8', 'RX2', 'RXD2', (86, 76, 0), (69.5, 7.2, 0, 'B')),
    pad('TP9', 'BAT', '+BATT', (58, 85, 0), (60.5, 11.2, 0, 'B')),
    pad('TP10', 'USB', 'VBUS', (62, 85, 0), (63.5, 11.2, 0, 'B')),
    pad('TP11', 'SW', '3V3_SW', (66, 85, 0), (66.5, 11.2, 0, 'B')),
    pad('TP12', 'CELL-', 'CELL_N', (70, 85, 0), (69.5, 11.2, 0, 'B')),
    # holes
    Part('H1', 'M2', 'Mechanical:MountingHole', 'MountingHole:MountingHole_2.2mm_M2', 'none', 'none', {}, (78, 86, 0), (9.6, 3.3, 0, 'F')),
    Part('H2', 'M2', 'Mechanical:MountingHole', 'MountingHole:MountingHole_2.2mm_M2', 'none', 'none', {}, (84, 86, 0), (76.7, 3.3, 0, 'F')),
    Part('H3', 'M2', 'Mechanical:MountingHole', 'MountingHole:MountingHole_2.2mm_M2', 'none', 'none', {}, (90, 86, 0), (76.7, 30.7, 0, 'F')),
    Part('H4', 'M2', 'Mechanical:MountingHole', 'MountingHole:MountingHole_2.2mm_M2', 'none', 'none', {}, (96, 86, 0), (13.4, 31.0, 0, 'F')),
    # marks for the placing machine
    *[Part('FID%d' % n, 'fiducial', 'Mechanical:Fiducial', 'Fiducial:Fiducial_1mm_Mask2mm', 'none', 'none', {}, (85 + 6.5 * n, 100, 0), (x, y, 0, 'F'))
      for n, x, y in ((1, 14.0, 3.4), (2, 40.5, 32.0), (3, 73.6, 27.6))],
]

POWER = {'GND': 'power:GND', '+3V3': 'power:+3V3', 'VBUS': 'power:VBUS', '+BATT': 'power:+BATT'}

