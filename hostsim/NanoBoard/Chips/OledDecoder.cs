namespace NanoBoard.Chips;

/// <summary>
/// Reads the byte stream of an OLED controller: control bytes (SSD1306 8.1.5.2, SH1106 "I2C-bus protocol"), then commands with their parameters or RAM data.
/// Here are the commands that both chips know; what is their own stands in the derived classes.
/// </summary>
internal abstract class OledDecoder(OledState state)
{
    private const byte Continuation = 0x80;
    private const byte DataNotCommand = 0x40;

    private byte _command;
    private int _missing;
    private int _taken;

    protected OledState State => state;

    /// <summary>Parameters of the command that is executed.</summary>
    protected byte[] Parameters { get; } = new byte[6];

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

    /// <summary>How many parameters follow a command.</summary>
    protected virtual int ParametersOf(byte command) => command is 0x81 or 0xA8 or 0xD3 or 0xD5 or 0xD9 or 0xDA or 0xDB ? 1 : 0;

    /// <summary>A command of one of the chips alone. Unknown bytes do nothing.</summary>
    protected abstract void ExecuteOwn(byte command);

    /// <summary>The upper half of the column pointer.</summary>
    protected abstract int UpperColumn(int low);

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
            Parameters[_taken++] = value;
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
            // SSD1306: the pointer commands are described for page mode only, but chips obey them in every mode, and the package sends
            // them in horizontal mode.
            case <= 0x0F:
                state.Column = (state.Column & 0xF0) | low;
                break;
            case <= 0x1F:
                state.Column = (state.Column & 0x0F) | UpperColumn(low);
                break;
            case >= 0x40 and <= 0x7F:
                state.StartLine = _command & 0x3F;
                break;
            case 0x81:
                state.Contrast = Parameters[0];
                break;
            case 0xA8:
                state.Multiplex = Math.Max(Parameters[0] & 0x3F, 15) + 1;
                break;
            case >= 0xB0 and <= 0xB7:
                state.Page = _command & 7;
                break;
            case >= 0xC0 and <= 0xCF:
                state.ComReversed = (_command & 8) != 0;
                break;
            case 0xD3:
                state.DisplayOffset = Parameters[0] & 0x3F;
                break;
            case 0xDA:
                state.ComAlternates = (Parameters[0] & 0x10) != 0;
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
                ExecuteOwn(_command);
                break;
        }
    }
}
