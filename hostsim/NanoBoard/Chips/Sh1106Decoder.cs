namespace NanoBoard.Chips;

/// <summary>
/// What the SH1106 knows beyond the common commands: its DC-DC converter, and a pointer that a read-modify-write puts back (data sheet 2.3, commands 9, 20, 21). It has no
/// addressing modes and no windows: what an SSD1306 would take as their parameters, it takes as commands.
/// </summary>
internal sealed class Sh1106Decoder(OledState state) : OledDecoder(state)
{
    private int _columnBefore;

    protected override int ParametersOf(byte command) => command == 0xAD ? 1 : base.ParametersOf(command);

    protected override int UpperColumn(int low) => low << 4;

    protected override void ExecuteOwn(byte command)
    {
        switch (command)
        {
            case 0xAD:
                State.HighVoltage = (Parameters[0] & 1) != 0;
                break;
            case 0xE0:
                _columnBefore = State.Column;
                break;
            case 0xEE:
                State.Column = _columnBefore;
                break;
            default:
                break;
        }
    }
}
