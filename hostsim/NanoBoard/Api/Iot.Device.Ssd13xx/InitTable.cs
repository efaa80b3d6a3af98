using Resolution = Iot.Device.Ssd13xx.Ssd13xx.DisplayResolution;

namespace Iot.Device.Ssd13xx;

/// <summary>What the package sends to a panel at construction. The sizes differ in five values.</summary>
internal static class InitTable
{
    /// <summary>The bytes, control byte first.</summary>
    public static byte[] For(Resolution resolution)
    {
        (byte multiplex, byte comPins, byte contrast) = resolution switch
        {
            Resolution.OLED128x32 => ((byte)0x1F, (byte)0x02, (byte)0x8F),
            Resolution.OLED96x16 => ((byte)0x1F, (byte)0x02, (byte)0xAF),
            _ => ((byte)0x3F, (byte)0x12, (byte)0xCF),
        };
        bool isHigh = resolution == Resolution.OLED64x128;
        byte offset = (byte)(isHigh ? 0x1F : 0x00);
        byte[] table =
        [
            0x00, // control byte: commands follow
            0xAE, // panel off
            0xD5, 0x80, // clock divider and oscillator
            0xA8, multiplex, // rows driven, less one
            0xD3, offset, // vertical offset
            0x40, // start line 0
            0x8D, 0x14, // charge pump on
            0x20, 0x00, // horizontal addressing
            0xA1, // column 127 to segment 0
            0xC8, // scan from the last COM
            0xDA, comPins, // wiring of the COM lines
            0x81, contrast,
            0xD9, 0xF1, // pre-charge period
            0xDB, 0x40, // deselect level
            0xA4, // show the RAM
            0xA6, // ones are lit
            0xAF, // panel on
        ];

        // The package's table for the high glass has a stray clock command in front.
        return isHigh ? [table[0], 0xD5, .. table[1..]] : table;
    }
}
