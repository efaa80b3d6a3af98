namespace HwToken.Keeping.Tests;

/// <summary>Who can read a secret file, and what is advised, by the facts of its medium.</summary>
public sealed class ExposureTests
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData(0b110_000_000, true, false, true, null)]
    [InlineData(0b110_100_000, true, false, true, "chmod 600")]
    [InlineData(0b110_000_100, true, true, true, "chmod 600")]
    [InlineData(0b100_100_000, true, false, false, null)]
    [InlineData(0b110_100_000, true, false, false, null)]
    [InlineData(0b110_110_000, true, false, false, "install -m 600")]
    [InlineData(0b100_100_100, true, false, false, "install -m 600")]
    [InlineData(0b111_101_101, false, false, true, "umask=077")]
    [InlineData(0b111_101_101, false, true, true, null)]
    [InlineData(0b111_000_000, false, false, true, null)]
    public void The_advice_is_one_that_works_there(int mode, bool keepsModes, bool isShut, bool canChange, string? advice)
    {
        string? reason = Exposure.Judge("/media/stick/july.key", (UnixFileMode)mode, () => keepsModes, () => isShut, () => canChange);
        if (advice is null)
        {
            Assert.Null(reason);
        }
        else
        {
            Assert.Contains(advice, reason, StringComparison.Ordinal);
            Assert.Contains("/media/stick/july.key", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_path_in_an_advice_can_be_pasted_into_a_shell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Quotes of a Unix shell.");
        Assert.Contains("chmod 600 '/media/my stick/it'\\''s.key'", Exposure.Judge("/media/my stick/it's.key", Own | UnixFileMode.OtherRead, () => true, () => false, () => true), StringComparison.Ordinal);
    }
}
