using System.Net.Sockets;
using System.Text;
using HwToken.Validation;

namespace HwToken.Service.Tests.Commands;

/// <summary>The audit on the command line.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_anchor_goes_to_the_system_log_and_is_compared_out_of_its_lines()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no system log of this kind.");
        await (await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder["data"] })).DisposeAsync();
        using var log = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        log.Bind(new UnixDomainSocketEndPoint(folder["log"]));
        ProgramEnd made = await ServiceProcess.RunAsync("audit", "anchor", "--data", folder["data"], "--syslog", folder["log"]);
        Assert.Equal((0, ""), (made.Status, made.Output));

        byte[] room = new byte[8192];
        string line = Encoding.ASCII.GetString(room, 0, await log.ReceiveAsync(room, TestContext.Current.CancellationToken));
        Assert.Matches("^<86>[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} hwtoken\\[[0-9]+\\]: [-_.A-Za-z0-9]+$", line);
        ProgramEnd compared = await ServiceProcess.RunAsync("audit", "verify", "--data", folder["data"], "--anchors", folder.Write("anchors.txt", line + "\n"));
        Assert.Equal(0, compared.Status);
        Assert.Contains("1 anchors: sound", compared.Output);
    }

    [Fact]
    public async Task A_system_log_that_is_not_there_is_told_with_the_way_out()
    {
        await (await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder["data"] })).DisposeAsync();
        ProgramEnd end = await ServiceProcess.RunAsync("audit", "anchor", "--data", folder["data"], "--syslog", folder["none"]);
        Assert.Equal(1, end.Status);
        Assert.Contains("--to FILE", end.Errors);
    }
}
