using HwToken.HostSim.Tests.Commands;

namespace HwToken.HostSim.Tests.Scenarios;

/// <summary>Stories with a token on a port: a virtual one behind a socket, which the program takes for one in the hand.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task The_stories_of_the_line_hold_with_a_token_on_a_port_and_those_that_need_hands_are_skipped()
    {
        (OwnProgram serial, string name) = await SerialCommandTests.ListenAsync();
        using OwnProgram _ = serial;
        ProgramEnd end = await OwnProgram.RunAsync(new ProgramStart("HwToken.HostSim", "run", "scenarios/line", "scenarios/token/provision.yaml", "scenarios/token/press-counter.yaml", "--port", name, "--bundles", "none") { Directory = Project.Folder });
        serial.Kill();
        Assert.True(end.Status == 0, end.Output + end.Errors);
        Assert.Contains("2 held, 0 failed, 2 skipped", end.Output, StringComparison.Ordinal);
        Assert.Contains("'expect' is not done over a line", end.Output, StringComparison.Ordinal);
        Assert.Contains("a story has one token, and begins with it blank", end.Output, StringComparison.Ordinal);
    }
}
