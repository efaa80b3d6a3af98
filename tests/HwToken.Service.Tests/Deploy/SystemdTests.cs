using System.Net.Sockets;
using System.Text;
using HwToken.Service.Tests.Commands;

namespace HwToken.Service.Tests.Deploy;

/// <summary>The service under systemd: its unit file, and what it tells the service manager.</summary>
public sealed class SystemdTests : IDisposable
{
    /// <summary>Tenths of systemd's exposure level, of which 0 is shut and 100 open.</summary>
    private const string Exposure = "20";

    private static readonly string Unit = Project.Read("hostsim", "HwToken.Service", "deploy", "hwtoken.service");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Systemd_finds_nothing_wrong_with_the_unit()
    {
        PeerAnswer answer = Peer.Run("systemd-analyze", "verify", "--man=no", Installed());
        Assert.Equal((0, "", ""), (answer.Exit, answer.Output, answer.Errors));
    }

    [Fact]
    public void The_unit_leaves_the_service_little_that_it_could_do_to_the_machine()
    {
        PeerAnswer answer = Peer.Run("systemd-analyze", "security", "--offline=true", "--threshold=" + Exposure, "--no-pager", Installed());
        Assert.True(answer.Exit == 0, answer.Output + answer.Errors);
    }

    [Fact]
    public async Task The_service_manager_is_told_when_it_is_ready_and_when_it_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no systemd.");
        string at = folder["notify"];
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(at));
        using OwnProgram server = OwnProgram.Start(new ProgramStart("HwToken.Service", "serve", "--url", "http://127.0.0.1:0", "--data", folder["data"])
        {
            Environment = new Dictionary<string, string?> { ["NOTIFY_SOCKET"] = at },
        });
        Assert.Equal("READY=1", await ReadAsync(manager));
        await server.ListensAsync();
        server.Terminate();
        Assert.Equal("STOPPING=1", await ReadAsync(manager));
        Assert.Equal(0, (await server.EndAsync()).Status);
    }

    private static async Task<string> ReadAsync(Socket manager)
    {
        byte[] room = new byte[1024];
        int count = await manager.ReceiveAsync(room, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(room, 0, count).Trim();
    }

    /// <summary>The unit as it is, with a program in it that is there.</summary>
    private string Installed() => folder.Write("hwtoken.service", Unit.Replace("/opt/hwtoken/hwtoken-service ", "/bin/true ", StringComparison.Ordinal));
}
