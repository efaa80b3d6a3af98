namespace HwToken.Firmware.Board.Esp32
{
    /// <summary>
    /// The pins of the board that this firmware is built for: the HwToken reference board (hardware/boards/reference.json).
    /// The one place to change for another board.
    /// </summary>
    public static class BoardPins
    {
        /// <summary>Button to ground, external pull-up. Must be able to wake the chip (EXT0: 0, 2, 4, 12-15, 25-27, 32-39).</summary>
        public const int Button = 27;

        /// <summary>I2C data of OLED and clock.</summary>
        public const int I2cData = 21;

        /// <summary>I2C clock of OLED and clock.</summary>
        public const int I2cClock = 22;

        /// <summary>Provisioning line, token to host (COM2).</summary>
        public const int LineTransmit = 17;

        /// <summary>Provisioning line, host to token (COM2).</summary>
        public const int LineReceive = 16;

        /// <summary>Reset of the OLED; -1: none.</summary>
        public const int DisplayReset = -1;
    }
}
