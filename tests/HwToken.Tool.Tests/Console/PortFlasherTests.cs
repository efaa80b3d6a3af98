using HwToken.Factory;
using HwToken.Tool.Console;

namespace HwToken.Tool.Tests.Console;

public sealed class PortFlasherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-flash").FullName;

    public PortFlasherTests()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Runs a shell.");
        }
    }

    private string Kept => File.ReadAllText(Path.Combine(_folder, "out", "dev-ttyUSB0.txt"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_program_gets_port_and_image_and_what_it_says_is_kept()
    {
        string image = Path.Combine(_folder, "the image.bin");
        await Flasher("echo to {port} from {image}; echo trouble >&2", image).FlashAsync("/dev/ttyUSB0", CancellationToken.None);
        Assert.Contains($"to /dev/ttyUSB0 from {image}", Kept, StringComparison.Ordinal);
        Assert.Contains("trouble", Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_tells_exit_code_and_where_the_output_is()
    {
        var e = await Assert.ThrowsAsync<FactoryException>(() => Flasher("echo no chip; exit 3").FlashAsync("/dev/ttyUSB0", CancellationToken.None));
        Assert.Contains("exit code 3", e.Message, StringComparison.Ordinal);
        Assert.Contains("dev-ttyUSB0.txt", e.Message, StringComparison.Ordinal);
        Assert.Contains("no chip", Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        var e = await Assert.ThrowsAsync<FactoryException>(() => Flasher("read -r never < /dev/zero", limit: TimeSpan.FromMilliseconds(50)).FlashAsync("/dev/ttyUSB0", CancellationToken.None));
        Assert.Contains("took longer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        var e = await Assert.ThrowsAsync<FactoryException>(() => new PortFlasher("/no/such/program {port}", null, TimeSpan.FromMinutes(5), Path.Combine(_folder, "out")).FlashAsync("/dev/ttyUSB0", CancellationToken.None));
        Assert.Contains("--flash", e.Message, StringComparison.Ordinal);
    }

    private PortFlasher Flasher(string script, string? image = null, TimeSpan? limit = null)
    {
        string path = Path.Combine(_folder, "flash.sh");
        File.WriteAllText(path, script.Replace("{port}", "$1", StringComparison.Ordinal).Replace("{image}", "$2", StringComparison.Ordinal) + "\n");
        return new PortFlasher($"sh {path} {{port}} {{image}}", image, limit ?? TimeSpan.FromMinutes(5), Path.Combine(_folder, "out"));
    }
}
