namespace HwToken.Firmware.Screens
{
    /// <summary>Sizes of text.</summary>
    public enum TextSize
    {
        /// <summary>6 x 8 pixels a character: 21 on a line.</summary>
        Small,

        /// <summary>6 x 16 pixels: 21 on a line of two pages.</summary>
        Tall,

        /// <summary>12 x 16 pixels: 10 on a line of two pages.</summary>
        Large,
    }
}
