namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>Made from hardware/boards/*.json; a test compares. Do not edit: edit those files.</summary>
    public static class BoardProfiles
    {
        /// <summary>ESP32-DevKitC V4 with OLED and DS3231 modules (hardware/boards/devkitc.json).</summary>
        public static BoardProfile Devkitc
        {
            get
            {
                return new BoardProfile
                {
                    Button = 27,
                    I2cBus = 1,
                    I2cData = 21,
                    I2cClock = 22,
                    DisplayAddress = 0x3C,
                    DisplayReset = -1,
                    DisplayContrast = 0x40,
                    DisplaySupply = -1,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = true,
                    LineTransmit = 17,
                    LineReceive = 16,
                    Battery = -1,
                    BatteryDivider = 1,
                    BatterySwitch = -1,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 0,
                    HasCells = false,
                    BatteryChargeMillivolts = 0,
                    BatteryRefuseMillivolts = 0,
                };
            }
        }

        /// <summary>FireBeetle ESP32 (DFR0478) with OLED and DS3231 modules (hardware/boards/firebeetle.json).</summary>
        public static BoardProfile Firebeetle
        {
            get
            {
                return new BoardProfile
                {
                    Button = 27,
                    I2cBus = 1,
                    I2cData = 21,
                    I2cClock = 22,
                    DisplayAddress = 0x3C,
                    DisplayReset = -1,
                    DisplayContrast = 0x40,
                    DisplaySupply = -1,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = true,
                    LineTransmit = 25,
                    LineReceive = 26,
                    Battery = -1,
                    BatteryDivider = 1,
                    BatterySwitch = -1,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 0,
                    HasCells = false,
                    BatteryChargeMillivolts = 0,
                    BatteryRefuseMillivolts = 0,
                };
            }
        }

        /// <summary>Heltec WiFi Kit 32 V2 (hardware/boards/heltec-v2.json).</summary>
        public static BoardProfile HeltecV2
        {
            get
            {
                return new BoardProfile
                {
                    Button = 0,
                    I2cBus = 1,
                    I2cData = 4,
                    I2cClock = 15,
                    DisplayAddress = 0x3C,
                    DisplayReset = 16,
                    DisplayContrast = 0x40,
                    DisplaySupply = 21,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = false,
                    LineTransmit = 17,
                    LineReceive = 23,
                    Battery = -1,
                    BatteryDivider = 1,
                    BatterySwitch = -1,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 0,
                    HasCells = false,
                    BatteryChargeMillivolts = 0,
                    BatteryRefuseMillivolts = 0,
                };
            }
        }

        /// <summary>Heltec WiFi Kit 32 V3 (hardware/boards/heltec-v3.json).</summary>
        public static BoardProfile HeltecV3
        {
            get
            {
                return new BoardProfile
                {
                    Button = 0,
                    I2cBus = 1,
                    I2cData = 17,
                    I2cClock = 18,
                    DisplayAddress = 0x3C,
                    DisplayReset = 21,
                    DisplayContrast = 0x40,
                    DisplaySupply = 36,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = false,
                    LineTransmit = 5,
                    LineReceive = 6,
                    Battery = -1,
                    BatteryDivider = 1,
                    BatterySwitch = -1,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 0,
                    HasCells = false,
                    BatteryChargeMillivolts = 0,
                    BatteryRefuseMillivolts = 0,
                };
            }
        }

        /// <summary>WEMOS LOLIN32 OLED (hardware/boards/lolin32-oled.json).</summary>
        public static BoardProfile Lolin32Oled
        {
            get
            {
                return new BoardProfile
                {
                    Button = 0,
                    I2cBus = 1,
                    I2cData = 5,
                    I2cClock = 4,
                    DisplayAddress = 0x3C,
                    DisplayReset = -1,
                    DisplayContrast = 0x40,
                    DisplaySupply = -1,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = true,
                    LineTransmit = 25,
                    LineReceive = 26,
                    Battery = -1,
                    BatteryDivider = 1,
                    BatterySwitch = -1,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 0,
                    HasCells = false,
                    BatteryChargeMillivolts = 0,
                    BatteryRefuseMillivolts = 0,
                };
            }
        }

        /// <summary>HwToken reference board (hardware/boards/reference.json).</summary>
        public static BoardProfile Reference
        {
            get
            {
                return new BoardProfile
                {
                    Button = 27,
                    I2cBus = 1,
                    I2cData = 21,
                    I2cClock = 22,
                    DisplayAddress = 0x3C,
                    DisplayReset = -1,
                    DisplayContrast = 0x40,
                    DisplaySupply = 25,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = true,
                    LineTransmit = 17,
                    LineReceive = 16,
                    Battery = 34,
                    BatteryDivider = 2,
                    BatterySwitch = 26,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 15,
                    HasCells = false,
                    BatteryChargeMillivolts = 3400,
                    BatteryRefuseMillivolts = 3300,
                };
            }
        }

        /// <summary>HwToken reference board with three AAA cells (hardware/boards/reference-aaa.json).</summary>
        public static BoardProfile ReferenceAaa
        {
            get
            {
                return new BoardProfile
                {
                    Button = 27,
                    I2cBus = 1,
                    I2cData = 21,
                    I2cClock = 22,
                    DisplayAddress = 0x3C,
                    DisplayReset = -1,
                    DisplayContrast = 0x40,
                    DisplaySupply = 25,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = true,
                    LineTransmit = 17,
                    LineReceive = 16,
                    Battery = 34,
                    BatteryDivider = 2,
                    BatterySwitch = 26,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 15,
                    HasCells = true,
                    BatteryChargeMillivolts = 3500,
                    BatteryRefuseMillivolts = 3300,
                };
            }
        }

        /// <summary>TTGO LoRa32 V2.1.6 (T3) (hardware/boards/ttgo-lora32-v2.json).</summary>
        public static BoardProfile TtgoLora32V2
        {
            get
            {
                return new BoardProfile
                {
                    Button = 0,
                    I2cBus = 1,
                    I2cData = 21,
                    I2cClock = 22,
                    DisplayAddress = 0x3C,
                    DisplayReset = -1,
                    DisplayContrast = 0x40,
                    DisplaySupply = -1,
                    DisplaySupplyOnLevel = 0,
                    IsLitInDeepSleep = true,
                    LineTransmit = 13,
                    LineReceive = 34,
                    Battery = 35,
                    BatteryDivider = 2,
                    BatterySwitch = -1,
                    BatterySwitchOnLevel = 1,
                    BatterySettleMilliseconds = 0,
                    HasCells = false,
                    BatteryChargeMillivolts = 3400,
                    BatteryRefuseMillivolts = 3300,
                };
            }
        }
    }
}
