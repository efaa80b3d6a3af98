namespace NanoBoard.Chips;

/// <summary>What the SSD1306 knows beyond the common commands: windows, addressing modes, its charge pump (data sheet section 9, application note).</summary>
internal sealed class Ssd1306Decoder(OledState state) : OledDecoder(state)
{
    protected override int ParametersOf(byte command) => command switch
    {
        0x26 or 0x27 => 6, // horizontal scroll
        0x29 or 0x2A => 5, // vertical and horizontal scroll
        0x21 or 0x22 => 2, // column, page range
        0xA3 => 2, // vertical scroll area
        0x20 or 0x23 or 0x8D or 0xD6 or 0xFD => 1,
        _ => base.ParametersOf(command),
    };

    protected override int UpperColumn(int low) => (low & 7) << 4;

    protected override void ExecuteOwn(byte command)
    {
        switch (command)
        {
            case 0x20:
                State.AddressingMode = Parameters[0] & 3;
                break;
            case 0x21:
                State.ColumnStart = State.Column = Parameters[0] & 0x7F;
                State.ColumnEnd = Parameters[1] & 0x7F;
                break;
            case 0x22:
                State.PageStart = State.Page = Parameters[0] & 7;
                State.PageEnd = Parameters[1] & 7;
                break;
            case 0x8D:
                State.HighVoltage = (Parameters[0] & 4) != 0;
                break;
            default:
                // Scrolling, timing and voltages do not change what stands in RAM.
                break;
        }
    }
}
