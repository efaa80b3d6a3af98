using NanoBoard.Chips;

namespace NanoBoard.Guests.Tests;

/// <summary>A chip of a test's own, as the README shows one: a Sensirion SHT3x, single shot, with its checksums (data sheet 4.3, 4.12).</summary>
internal sealed class Sht3x : II2cTarget
{
    private byte[] _answer = [];

    public double Celsius { get; set; } = 20;

    public double Humidity { get; set; } = 50;

    public bool Answers { get; set; } = true;

    public void Start()
    {
    }

    public void Take(ReadOnlySpan<byte> bytes)
    {
        bool isMeasurement = bytes is [0x24 or 0x2C, _];
        _answer = isMeasurement ? [.. Word((Celsius + 45) / 175), .. Word(Humidity / 100)] : [];
    }

    public void Give(Span<byte> bytes)
    {
        bytes.Fill(0xFF);
        _answer.AsSpan(0, Math.Min(_answer.Length, bytes.Length)).CopyTo(bytes);
    }

    /// <summary>A share of full scale as 16 bits and their CRC-8 (polynomial 0x31, start 0xFF).</summary>
    private static byte[] Word(double share)
    {
        ushort raw = (ushort)Math.Round(share * 65535);
        byte crc = 0xFF;
        foreach (byte value in new[] { (byte)(raw >> 8), (byte)raw })
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (byte)((crc & 0x80) != 0 ? (crc << 1) ^ 0x31 : crc << 1);
            }
        }

        return [(byte)(raw >> 8), (byte)raw, crc];
    }
}
