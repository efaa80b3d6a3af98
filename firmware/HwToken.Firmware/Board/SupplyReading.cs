namespace HwToken.Firmware.Board
{
    /// <summary>What the battery's voltage is, and what that means for this board.</summary>
    public sealed class SupplyReading
    {
        private SupplyReading(int millivolts, bool isLow, bool isEmpty, bool hasCells)
        {
            Millivolts = millivolts;
            IsLow = isLow;
            IsEmpty = isEmpty;
            HasCells = hasCells;
        }

        /// <summary>The battery's voltage in millivolts; 0: not known, because the board has no divider to measure it.</summary>
        public int Millivolts { get; }

        /// <summary>Time to charge, or for new cells. Never for an unknown voltage.</summary>
        public bool IsLow { get; }

        /// <summary>Too low to write flash: no code, no write. Never for an unknown voltage.</summary>
        public bool IsEmpty { get; }

        /// <summary>True: cells that are changed. False: a battery that is charged.</summary>
        public bool HasCells { get; }

        /// <summary>What to ask for when the battery is low, in one word or two.</summary>
        public string Request
        {
            get { return HasCells ? "NEW CELLS" : "CHARGE"; }
        }

        /// <summary>The reading of a board that cannot measure.</summary>
        public static SupplyReading Unknown()
        {
            return new SupplyReading(0, false, false, false);
        }

        /// <summary>A measured voltage.</summary>
        /// <param name="millivolts">The battery's voltage.</param>
        /// <param name="chargeBelow">Below it is time to charge, or for new cells.</param>
        /// <param name="refuseBelow">Below it flash is not written.</param>
        /// <param name="hasCells">True: cells that are changed. False: a battery that is charged.</param>
        public static SupplyReading Measured(int millivolts, int chargeBelow, int refuseBelow, bool hasCells)
        {
            return new SupplyReading(millivolts, millivolts < chargeBelow, millivolts < refuseBelow, hasCells);
        }

        /// <summary>The voltage in volts with two places, such as <c>3.95 V</c>.</summary>
        public string ToVolts()
        {
            int hundredths = Millivolts / 10;
            return (hundredths / 100).ToString() + "." + (hundredths / 10 % 10).ToString() + (hundredths % 10).ToString() + " V";
        }
    }
}
