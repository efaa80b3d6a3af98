using System.Device.Gpio;
using NanoBoard.Chips;

namespace NanoBoard.Tests.Chips;

public sealed class BoardLineTests
{
    [Theory]
    [InlineData(PinMode.Input, null, true, LineHolder.Nobody)]
    [InlineData(PinMode.InputPullUp, null, true, LineHolder.ChipPull)]
    [InlineData(PinMode.InputPullDown, null, false, LineHolder.ChipPull)]
    [InlineData(PinMode.Output, 0, false, LineHolder.Chip)]
    [InlineData(PinMode.Output, 1, true, LineHolder.Chip)]
    [InlineData(PinMode.OutputOpenDrain, 0, false, LineHolder.Chip)]
    [InlineData(PinMode.OutputOpenDrain, 1, true, LineHolder.Nobody)]
    [InlineData(PinMode.OutputOpenDrainPullUp, 1, true, LineHolder.ChipPull)]
    [InlineData(PinMode.OutputOpenSource, 0, true, LineHolder.Nobody)]
    [InlineData(PinMode.OutputOpenSource, 1, true, LineHolder.Chip)]
    [InlineData(PinMode.OutputOpenSourcePullDown, 0, false, LineHolder.ChipPull)]
    public void A_mode_gives_a_line_its_level_and_its_holder(PinMode mode, int? written, bool level, LineHolder holder)
    {
        using var rig = new Rig(() =>
        {
            GpioPin pin = new GpioController().OpenPin(25, mode);
            if (written is { } value)
            {
                pin.Write(value);
            }

            Thread.Sleep(-1);
        });
        rig.Boot();
        rig.Run(Rig.Second);
        BoardLine line = rig.Board.Lines[25];
        Assert.Equal((25, level, holder), (line.Pin, line.Level, line.Holder));
        Assert.Null(line.Driven);

        line.Drive(!level);
        Assert.Equal((!level, LineHolder.Host, (bool?)!level), (line.Level, line.Holder, line.Driven));
        line.Release();
        Assert.Equal((level, holder), (line.Level, line.Holder));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(BoardLines.PinCount)]
    public void There_is_no_line_where_there_is_no_gpio(int pin)
    {
        using var board = new VirtualBoard(new BoardOptions(), () => { });
        Assert.Throws<ArgumentOutOfRangeException>(() => board.Lines[pin]);
    }
}
