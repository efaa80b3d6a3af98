using HwToken.Lines;

namespace HwToken.Lines.Tests;

public sealed class LinePortTests
{
    [Theory]
    [InlineData("/dev/ttyUSB0", "/dev/ttyUSB0")]
    [InlineData("COM3", "COM3")]
    [InlineData("tcp:127.0.0.1:7000", "tcp:127.0.0.1:7000")]
    [InlineData("tcp:localhost:7000", "tcp:127.0.0.1:7000")]
    [InlineData("tcp:[::1]:7000", "tcp:[::1]:7000")]
    public void A_port_is_read(string text, string name) => Assert.Equal(name, LinePort.Parse(text).Name);

    [Fact]
    public void A_run_of_ports_is_read()
    {
        Assert.Equal(["tcp:127.0.0.1:7000", "tcp:127.0.0.1:7001", "tcp:127.0.0.1:7002"], LinePort.ParseMany("tcp:127.0.0.1:7000-7002").Select(port => port.Name));
        Assert.Throws<FormatException>(() => LinePort.Parse("tcp:127.0.0.1:7000-7002"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-F")]
    [InlineData("tcp:")]
    [InlineData("tcp:7000")]
    [InlineData("tcp:127.0.0.1:")]
    [InlineData("tcp:127.0.0.1:70000")]
    [InlineData("tcp:127.0.0.1:7005-7001")]
    [InlineData("tcp:192.0.2.7:7000")]
    [InlineData("tcp:example.org:7000")]
    public void What_is_no_port_or_not_on_this_machine_is_refused(string text) => Assert.Throws<FormatException>(() => LinePort.ParseMany(text));
}
