using System.Net.Sockets;
using HwToken.Core.Otp;
using HwToken.Provisioning;

namespace HwToken.HostSim.Tests.Commands;

public class SerialCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_taken_port_is_told_with_the_way_out()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        int port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        ProgramEnd end = await HostSimProcess.RunAsync("serial", "--listen", $"127.0.0.1:{port}");
        Assert.Equal(1, end.Status);
        Assert.Contains($"127.0.0.1:{port} cannot be listened at", end.Errors);
        Assert.Contains("--listen 127.0.0.1:PORT", end.Errors);
    }

    [Fact]
    public async Task A_blank_token_on_a_socket_is_provisioned_like_a_real_one()
    {
        (OwnProgram program, string name) = await ListenAsync();
        using OwnProgram _ = program;
        try
        {
            using TcpClient socket = await Connect(name);
            await Provision(new StreamTransport(socket.GetStream()));
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task A_token_keeps_its_credential_when_the_host_reconnects()
    {
        (OwnProgram program, string name) = await ListenAsync();
        using OwnProgram _ = program;
        try
        {
            using (TcpClient first = await Connect(name))
            {
                await Provision(new StreamTransport(first.GetStream()));
            }

            using TcpClient second = await Connect(name);
            Assert.True((await new ProvisioningClient(new StreamTransport(second.GetStream()), Patience).HelloAsync()).IsLocked);
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task A_second_program_is_told_that_the_line_is_in_use_and_the_first_goes_on()
    {
        (OwnProgram program, string name) = await ListenAsync();
        using OwnProgram _ = program;
        try
        {
            using TcpClient first = await Connect(name);
            await new ProvisioningClient(new StreamTransport(first.GetStream()), Patience).HelloAsync();
            using TcpClient second = await Connect(name);
            using var reader = new StreamReader(second.GetStream());
            Assert.StartsWith("# IN USE: ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Null(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
            await Provision(new StreamTransport(first.GetStream()));
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task A_blank_token_on_a_pseudo_terminal_answers_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are offered on Linux only.");
        using OwnProgram program = HostSimProcess.Start("serial", "--pty");
        try
        {
            string path = Assert.IsType<string>(await program.ReadLineAsync());
            Assert.StartsWith("/dev/pts/", path, StringComparison.Ordinal);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1);
            Assert.False((await new ProvisioningClient(new StreamTransport(stream), Patience).HelloAsync()).IsLocked);
        }
        finally
        {
            program.Kill();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ctrl_C_ends_it_also_when_the_tests_were_started_with_the_signal_ignored(bool isIgnored)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using IgnoredInterrupt? ignored = isIgnored ? new IgnoredInterrupt() : null;
        using OwnProgram program = (await ListenAsync()).Program;
        program.Interrupt();
        Assert.True(await program.HasEndedAsync(Patience), $"it runs on: {program}");
    }

    private static async Task Provision(StreamTransport transport)
    {
        var client = new ProvisioningClient(transport, Patience);
        var credential = new NewCredential("DPHT00000001", new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0), "12345678901234567890"u8.ToArray(), new byte[32]);
        await client.WriteAsync(credential, DateTimeOffset.UnixEpoch.AddYears(56));
        Assert.Equal("755224", (await client.CodeAsync(0)).Code);
        await client.CommitAsync(credential.Id);
        await client.SelfTestAsync();
        Assert.Equal("DPHT00000001", (await client.StatusAsync()).CredentialId);
    }

    /// <summary>The command wants a port of its own choosing: one that is free now may be taken a moment later, and then it says so and another is tried.</summary>
    internal static async Task<(OwnProgram Program, string Name)> ListenAsync()
    {
        string errors = "";
        for (int tries = 0; tries < 5; tries++)
        {
            OwnProgram program = HostSimProcess.Start("serial", "--listen", "127.0.0.1:" + FreePort());
            if (await program.ReadLineAsync() is { } name)
            {
                return (program, name);
            }

            errors = (await program.EndAsync()).Errors;
            program.Dispose();
        }

        throw new InvalidOperationException("no free port: " + errors);
    }

    private static async Task<TcpClient> Connect(string name)
    {
        string[] parts = name.Split(':');
        var socket = new TcpClient();
        await socket.ConnectAsync(parts[1], int.Parse(parts[2], null));
        return socket;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
