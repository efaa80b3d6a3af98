using System.Text.Json;

namespace HwToken.HostSim.Tests.Commands;

public class PressCommandTests
{
    private const string Hotp = "otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0";
    private const string Totp = "otpauth://totp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8";

    [Fact]
    public async Task Presses_31_s_apart_print_the_codes_of_RFC_4226()
    {
        var (status, output, errors) = await HostSimProcess.RunAsync("press", "--otpauth", Hotp, "--presses", "3", "--every", "31s");
        Assert.Equal((0, "755224\n287082\n359152\n", ""), (status, output.ReplaceLineEndings("\n"), errors));
    }

    [Fact]
    public async Task Presses_10_s_apart_print_the_same_code_for_30_s()
    {
        var (status, output, _) = await HostSimProcess.RunAsync("press", "--otpauth", Hotp, "--every", "10s", "--presses", "4");
        Assert.Equal((0, "755224\n755224\n755224\n287082\n"), (status, output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task The_codes_of_RFC_6238_come_at_their_times()
    {
        var (_, output, _) = await HostSimProcess.RunAsync("press", "--otpauth", Totp, "--at", "2009-02-13T23:31:30Z");
        Assert.Equal("89005924", output.Trim());
    }

    [Fact]
    public async Task Json_tells_time_code_and_moving_factor_of_each_press()
    {
        var (status, output, _) = await HostSimProcess.RunAsync("press", "--otpauth", Hotp, "--presses", "2", "--at", "2026-01-01T00:00:00Z", "--json");
        JsonElement presses = JsonDocument.Parse(output).RootElement.GetProperty("presses");
        Assert.Equal(0, status);
        Assert.Equal(["2026-01-01T00:00:00Z", "2026-01-01T00:00:31Z"], presses.EnumerateArray().Select(press => press.GetProperty("at").GetString()));
        Assert.Equal(["755224", "287082"], presses.EnumerateArray().Select(press => press.GetProperty("code").GetString()));
        Assert.Equal([0, 1], presses.EnumerateArray().Select(press => press.GetProperty("movingFactor").GetInt32()));
        Assert.All(presses.EnumerateArray(), press => Assert.NotEmpty(press.GetProperty("screen").GetString()!));
    }

    [Fact]
    public async Task An_error_on_the_panel_is_printed_and_is_exit_status_1()
    {
        // The last counter but one is the last that can be shown.
        var (status, output, errors) = await HostSimProcess.RunAsync("press", "--otpauth", Hotp.Replace("counter=0", "counter=18446744073709551614", StringComparison.Ordinal), "--presses", "2");
        Assert.Equal(1, status);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains("E7 / COUNTER ENDED", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("press")]
    [InlineData("press", "--otpauth", "https://example.org")]
    [InlineData("press", "--otpauth", "otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=18446744073709551615")]
    [InlineData("press", "--otpauth", "otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&amp;counter=0")]
    [InlineData("press", "--otpauth", Hotp, "--presses", "0")]
    [InlineData("press", "--otpauth", Hotp, "--presses", "x")]
    [InlineData("press", "--otpauth", Hotp, "--every", "2h24m")]
    [InlineData("press", "--otpauth", Hotp, "--every", "0.9s")]
    [InlineData("press", "--otpauth", Hotp, "--at", "yesterday")]
    [InlineData("press", "--otpauth", Hotp, "--at", "1999-12-31T23:59:59Z")]
    [InlineData("press", "--otpauth", Hotp, "--nonsense")]
    [InlineData("nonsense")]
    [InlineData("serial")]
    [InlineData("serial", "--pty", "--listen", "127.0.0.1:7000")]
    [InlineData("serial", "--listen", "0.0.0.0:7000")]
    [InlineData("serial", "--listen", "127.0.0.1:65535", "--count", "2")]
    public async Task What_is_off_on_the_command_line_is_exit_status_2_with_a_message(params string[] arguments)
    {
        var (status, output, errors) = await HostSimProcess.RunAsync(arguments);
        Assert.Equal((2, ""), (status, output));
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("GEZDGNBV", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_with_spare_bits_gives_the_code_that_every_reader_computes()
    {
        var (status, output, _) = await HostSimProcess.RunAsync("press", "--otpauth", "otpauth://totp/t?secret=KJ6D6EKD2A3G77B3C4EC", "--at", "2026-01-01T00:00:00Z");
        Assert.Equal((0, "109429"), (status, output.Trim()));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_written_is_one_sentence_before_the_first_press()
    {
        var (status, output, errors) = await HostSimProcess.RunAsync("press", "--otpauth", Hotp, "--svg", Path.Combine(Path.GetTempPath(), "no-such-folder-of-hwtoken", "code.svg"));
        Assert.Equal((1, ""), (status, output));
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_picture_in_the_readme_is_what_press_draws()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        try
        {
            await HostSimProcess.RunAsync("press", "--otpauth", Hotp, "--at", "2026-01-01T00:00:00Z", "--svg", path);
            Assert.Equal(await File.ReadAllTextAsync(ReadmePicture()), await File.ReadAllTextAsync(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string ReadmePicture([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "oled-code.svg");
}
