namespace HwToken.Firmware.Board
{
    /// <summary>What the battery's voltage is, and what that means for this board.</summary>
    public sealed class SupplyReading
    {
        private SupplyReading(int millivolts, bool isLow, bool isEmpty)
        {
            Millivolts = millivolts;
            IsLow = isLow;
            IsEmpty = isEmpty;
        }

        /// <summary>The battery's voltage in millivolts; 0: not known, because the board has no divider to measure it.</summary>
        public int Millivolts { get; }

        /// <summary>Time to charge. Never for an unknown voltage.</summary>
        public bool IsLow { get; }

        /// <summary>Too low to write flash: no code, no write. Never for an unknown voltage.</summary>
        public bool IsEmpty { get; }

        /// <summary>The reading of a board that cannot measure.</summary>
        public static SupplyReading Unknown()
        {
            return new SupplyReading(0, false, false);
        }

        /// <summary>A measured voltage.</summary>
        /// <param name="millivolts">The battery's voltage.</param>
        /// <param name="chargeBelow">Below it is time to charge.</param>
        /// <param name="refuseBelow">Below it flash is not written.</param>
        public static SupplyReading Measured(int millivolts, int chargeBelow, int refuseBelow)
        {
            return new SupplyReading(millivolts, millivolts < chargeBelow, millivolts < refuseBelow);
        }

        /// <summary>The voltage in volts with two places, such as <c>3.95 V</c>.</summary>
        public string ToVolts()
        {
            int hundredths = Millivolts / 10;
            return (hundredths / 100).ToString() + "." + (hundredths / 10 % 10).ToString() + (hundredths % 10).ToString() + " V";
        }
    }
}
