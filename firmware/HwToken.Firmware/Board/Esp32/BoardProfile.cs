namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>The wiring of a board. The numbers stand in hardware/boards/*.json; <see cref="BoardProfiles"/> is made from them.</summary>
    public sealed class BoardProfile
    {
        /// <summary>Value of a pin that is not there.</summary>
        public const int None = -1;

        /// <summary>Button to ground. Must be able to wake the chip (EXT1).</summary>
        public int Button { get; set; }

        /// <summary>I2C bus of OLED and clock, from 1.</summary>
        public int I2cBus { get; set; }

        /// <summary>I2C data.</summary>
        public int I2cData { get; set; }

        /// <summary>I2C clock.</summary>
        public int I2cClock { get; set; }

        /// <summary>I2C address of the OLED.</summary>
        public int DisplayAddress { get; set; }

        /// <summary>Reset of the OLED, or <see cref="None"/>.</summary>
        public int DisplayReset { get; set; }

        /// <summary>Contrast of the OLED, 0 to 255: the largest lever on what a shown code costs, after sleeping meanwhile.</summary>
        public byte DisplayContrast { get; set; }

        /// <summary>Supply switch of the OLED (and of the I2C pull-ups), or <see cref="None"/>.</summary>
        public int DisplaySupply { get; set; }

        /// <summary>Level that switches the supply on.</summary>
        public int DisplaySupplyOnLevel { get; set; }

        /// <summary>False where the OLED loses its supply or its picture in deep sleep: the chip stays awake while it is lit.</summary>
        public bool IsLitInDeepSleep { get; set; }

        /// <summary>Provisioning line, token to host (COM2).</summary>
        public int LineTransmit { get; set; }

        /// <summary>Provisioning line, host to token (COM2).</summary>
        public int LineReceive { get; set; }

        /// <summary>Pin of the battery's divider (ADC1), or <see cref="None"/>: the voltage is unknown there.</summary>
        public int Battery { get; set; }

        /// <summary>Volts of the battery for one volt at the pin.</summary>
        public int BatteryDivider { get; set; }

        /// <summary>Pin that switches the divider on, or <see cref="None"/>: it is always on.</summary>
        public int BatterySwitch { get; set; }

        /// <summary>Level that switches the divider on.</summary>
        public int BatterySwitchOnLevel { get; set; }

        /// <summary>From switching on until the pin has its voltage, in milliseconds.</summary>
        public int BatterySettleMilliseconds { get; set; }

        /// <summary>True: the token runs from cells that are changed. False: from a battery that is charged, or a cable.</summary>
        public bool HasCells { get; set; }

        /// <summary>Below this voltage the token asks for a charge or for new cells, in millivolts.</summary>
        public int BatteryChargeMillivolts { get; set; }

        /// <summary>Below this voltage the token writes nothing and shows no code, in millivolts.</summary>
        public int BatteryRefuseMillivolts { get; set; }
    }
}
