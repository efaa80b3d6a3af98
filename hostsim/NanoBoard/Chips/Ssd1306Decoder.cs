namespace NanoBoard.Chips;

/// <summary>Reads the byte stream of the SSD1306: control bytes (8.1.5.2), then commands with their parameters (section 9) or RAM data.</summary>
internal sealed class Ssd1306Decoder(Ssd1306State state)
{
    private const byte Continuation = 0x80;
    private const byte DataNotCommand = 0x40;

    private readonly byte[] _parameters = new byte[6];
    private byte _command;
    private int _missing;
    private int _taken;

    /// <summary>Forgets a command that waits for parameters.</summary>
    public void Reset() => _missing = 0;

    /// <summary>Takes one write transfer. Parameters may follow in a later one: the chip waits for them.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        int i = 0;
        while (i < bytes.Length)
        {
            byte control = bytes[i++];
            bool isSingle = (control & Continuation) != 0;
            int end = isSingle ? Math.Min(i + 1, bytes.Length) : bytes.Length;
            for (; i < end; i++)
            {
                if ((control & DataNotCommand) != 0)
                {
                    state.Store(bytes[i]);
                }
                else
                {
                    TakeCommandByte(bytes[i]);
                }
            }
        }
    }

    private static int ParametersOf(byte command) => command switch
    {
        0x26 or 0x27 => 6, // horizontal scroll
        0x29 or 0x2A => 5, // vertical and horizontal scroll
        0x21 or 0x22 => 2, // column, page range
        0xA3 => 2, // vertical scroll area
        0x20 or 0x23 or 0x81 or 0x8D or 0xA8 or 0xD3 or 0xD5 or 0xD6 or 0xD9 or 0xDA or 0xDB or 0xFD => 1,
        _ => 0,
    };

    private void TakeCommandByte(byte value)
    {
        if (_missing == 0)
        {
            _command = value;
            _taken = 0;
            _missing = ParametersOf(value);
        }
        else
        {
            _parameters[_taken++] = value;
            _missing--;
        }

        if (_missing == 0)
        {
            Execute();
        }
    }

    private void Execute()
    {
        byte low = (byte)(_command & 0x0F);
        switch (_command)
        {
            // The pointer commands are described for page mode only, but chips obey them in every mode, and the package sends
            // them in horizontal mode.
            case <= 0x0F:
                state.Column = (state.Column & 0x70) | low;
                break;
            case <= 0x1F:
                state.Column = (state.Column & 0x0F) | ((low & 7) << 4);
                break;
            case 0x20:
                state.AddressingMode = _parameters[0] & 3;
                break;
            case 0x21:
                state.ColumnStart = state.Column = _parameters[0] & 0x7F;
                state.ColumnEnd = _parameters[1] & 0x7F;
                break;
            case 0x22:
                state.PageStart = state.Page = _parameters[0] & 7;
                state.PageEnd = _parameters[1] & 7;
                break;
            case >= 0x40 and <= 0x7F:
                state.StartLine = _command & 0x3F;
                break;
            case 0x81:
                state.Contrast = _parameters[0];
                break;
            case 0x8D:
                state.ChargePump = (_parameters[0] & 4) != 0;
                break;
            case 0xA8:
                state.Multiplex = Math.Max(_parameters[0] & 0x3F, 15) + 1;
                break;
            case >= 0xB0 and <= 0xB7:
                state.Page = _command & 7;
                break;
            case >= 0xC0 and <= 0xCF:
                state.ComReversed = (_command & 8) != 0;
                break;
            case 0xD3:
                state.DisplayOffset = _parameters[0] & 0x3F;
                break;
            default:
                ExecuteSwitch();
                break;
        }
    }

    private void ExecuteSwitch()
    {
        switch (_command)
        {
            case 0xA0 or 0xA1:
                state.SegmentRemap = (_command & 1) != 0;
                break;
            case 0xA4 or 0xA5:
                state.AllOn = (_command & 1) != 0;
                break;
            case 0xA6 or 0xA7:
                state.Inverse = (_command & 1) != 0;
                break;
            case 0xAE or 0xAF:
                state.DisplayOn = (_command & 1) != 0;
                break;
            default:
                // Scrolling, timing and voltages do not change what stands in RAM; unknown bytes do nothing.
                break;
        }
    }
}
