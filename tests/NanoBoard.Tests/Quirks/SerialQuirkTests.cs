using System.IO.Ports;

namespace NanoBoard.Tests.Quirks;

public sealed class SerialQuirkTests
{
    [Fact]
    public void A_string_that_meets_a_fifo_with_too_little_room_corrupts_memory()
    {
        using Rig rig = Rig.Once(() =>
        {
            Rig.WireSerial();
            var port = new SerialPort("COM2", 115200);
            port.Open();
            port.Write(new string('a', 90));
            Assert.Throws<BoardMisuseException>(() => port.Write(new string('b', 60)));
            Thread.Sleep(20);
            port.Write(new string('c', 60));
            port.Write(new byte[300], 0, 300);
        });
        Assert.Single(rig.Board.Misuses);
        Assert.Equal(90 + 60 + 300, rig.Board.Counters.UartBytesSent);
    }
}
