using System.Runtime.CompilerServices;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Token;
using HwToken.NFUnitTest.Fakes;
using HwToken.Simulator.Screens;
using Xunit;

namespace HwToken.Firmware.Tests.Screens;

/// <summary>
/// Every screen against an approved picture in text art (Approved/). HWTOKEN_APPROVE=1 writes the pictures anew: look at the
/// difference before it is committed.
/// </summary>
public class ScreenTests
{
    private static readonly ClockReading Clock = ClockReading.At(FakeBoard.Start + 45296);

    [Theory]
    [InlineData("code-hotp-6", 755224u, 6, 0, 0)]
    [InlineData("code-leading-zeros", 1284u, 6, 0, 0)]
    [InlineData("code-totp-6-full-step", 287082u, 6, 30, 30)]
    [InlineData("code-totp-6-11-s-left", 69037u, 6, 11, 30)]
    [InlineData("code-7", 1234567u, 7, 5, 30)]
    [InlineData("code-8", 94287082u, 8, 1, 60)]
    public void Codes(string name, uint code, int digits, int left, int period)
    {
        FakeDisplay display = Paint(Screen.Code(code, digits, left, period));
        Approve(name, display);
        Assert.Equal(code.ToString(new string('0', digits), null), ScreenDecoder.Read(Picture(display)).Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    public void Errors(int error)
    {
        FakeDisplay display = Paint(Screen.Error((TokenError)error));
        Approve("error-e" + error, display);
        Assert.Equal(error, ScreenDecoder.Read(Picture(display)).Error);
    }

    [Theory]
    [InlineData("code-charge", 755224u, 0, 0)]
    [InlineData("code-totp-charge", 287082u, 11, 30)]
    public void A_code_with_a_low_battery(string name, uint code, int left, int period)
    {
        var display = new FakeDisplay();
        new ScreenPainter(display).Paint(Screen.Code(code, 6, left, period), Samples.Id, Clock, SupplyReading.Measured(3350, 3400, 3300, false));
        Approve(name, display);
        ScreenReading reading = ScreenDecoder.Read(Picture(display));
        Assert.Equal(code.ToString("D6", null), reading.Code);
        Assert.Equal(["CHARGE"], reading.Lines);
    }

    [Fact]
    public void A_token_with_cells_asks_for_new_ones_and_never_for_a_charge()
    {
        SupplyReading low = SupplyReading.Measured(3450, 3500, 3300, true);
        FakeDisplay code = Paint(Screen.Code(755224, 6, 0, 0), low);
        Approve("code-new-cells", code);
        Assert.Equal(["NEW CELLS"], ScreenDecoder.Read(Picture(code)).Lines);
        FakeDisplay empty = Paint(Screen.Error(TokenError.BatteryEmpty), SupplyReading.Measured(3250, 3500, 3300, true));
        ApproveText("error-e10-cells", empty, "NEW CELLS", "PUT IN NEW CELLS.", "E10");
        Assert.Equal(10, ScreenDecoder.Read(Picture(empty)).Error);
        ApproveText("information-new-cells", Paint(Screen.Plain(ScreenKind.Information), low), "NEW CELLS  3.45 V");
    }

    [Fact]
    public void A_file_that_is_not_ascii() => ApproveText("file-refused-encoding", Paint(Screen.FileRefused(0, 12)), "FILE REFUSED", "UTF-16 OR BOM:", "SAVE IT AS ASCII.");

    [Fact]
    public void Information_with_a_battery()
    {
        var display = new FakeDisplay();
        new ScreenPainter(display).Paint(Screen.Plain(ScreenKind.Information), Samples.Id, Clock, SupplyReading.Measured(3948, 3400, 3300, false));
        ApproveText("information-battery", display, "BATTERY  3.94 V");
    }

    [Fact]
    public void Self_test_with_the_radio_on()
    {
        var display = new FakeDisplay();
        new ScreenPainter(display).PaintSelfTest(new SelfTestResult(true, true, true, true, true) { IsRadioOn = true });
        ApproveText("self-test-radio-on", display, "SELF-TEST", "RADIO   ON");
    }

    [Fact]
    public void Wait() => ApproveText("wait", Paint(Screen.Wait(259)), "259 S");

    [Fact]
    public void Information() => ApproveText("information", Paint(Screen.Plain(ScreenKind.Information)), "DPHT 0000 0001", "2026-01-01", "12:34:56 UTC");

    [Fact]
    public void Information_without_a_clock()
    {
        var display = new FakeDisplay();
        new ScreenPainter(display).Paint(Screen.Plain(ScreenKind.Information), Samples.Id, ClockReading.Failed(ClockFault.Missing));
        ApproveText("information-no-clock", display, "NO CLOCK");
    }

    [Fact]
    public void No_key() => ApproveText("no-key", Paint(Screen.Plain(ScreenKind.NoKey)), "NO KEY");

    [Fact]
    public void Service() => ApproveText("service", Paint(Screen.Plain(ScreenKind.Service)), "SERVICE", "DPHT 0000 0001");

    [Theory]
    [InlineData("self-test-passed", true, true, "SELF-TEST")]
    [InlineData("self-test-no-clock", false, false, "SELF-TEST")]
    [InlineData("self-test-failed", false, true, "E6 FAILED")]
    public void Self_test(string name, bool isClockRight, bool isClockNeeded, string title)
    {
        var display = new FakeDisplay();
        new ScreenPainter(display).PaintSelfTest(new SelfTestResult(true, true, isClockRight, isClockNeeded, true));
        ApproveText(name, display, title);
    }

    [Fact]
    public void Every_code_of_six_digits_is_read_back_from_its_pixels_in_a_sample()
    {
        for (uint code = 0; code < 1_000_000; code += 997)
        {
            Assert.Equal(code.ToString("D6", null), ScreenDecoder.Read(Picture(Paint(Screen.Code(code, 6, 15, 30)))).Code);
        }
    }

    [Fact]
    public void A_code_with_one_wrong_pixel_is_unreadable_not_guessed()
    {
        PanelPicture code = Picture(Paint(Screen.Code(755224, 6, 0, 0)));
        for (int i = 0; i < PanelPicture.Columns * 48; i += 7)
        {
            var (wrongX, wrongY) = (i % PanelPicture.Columns, i / PanelPicture.Columns);
            var spoilt = new PanelPicture((x, y) => code.IsLit(x, y) ^ (x == wrongX && y == wrongY));
            Assert.NotEqual(ScreenContent.Code, ScreenDecoder.Read(spoilt).Content);
        }
    }

    [Fact]
    public void Digits_are_at_least_40_pixels_high()
    {
        PanelPicture picture = Picture(Paint(Screen.Code(888888, 6, 0, 0)));
        int[] litRows = [.. Enumerable.Range(0, PanelPicture.Rows).Where(y => Enumerable.Range(0, PanelPicture.Columns).Any(x => picture.IsLit(x, y)))];
        Assert.InRange(litRows.Max() - litRows.Min() + 1, 40, PanelPicture.Rows);
    }

    private static FakeDisplay Paint(Screen screen, SupplyReading supply = null)
    {
        var display = new FakeDisplay();
        new ScreenPainter(display).Paint(screen, Samples.Id, Clock, supply);
        return display;
    }

    private static PanelPicture Picture(FakeDisplay display) => new(display.IsLit);

    private static void ApproveText(string name, FakeDisplay display, params string[] expectedLines)
    {
        Approve(name, display);
        ScreenReading reading = ScreenDecoder.Read(Picture(display));
        Assert.Equal(ScreenContent.Text, reading.Content);
        Assert.Subset(reading.Lines.ToHashSet(), expectedLines.ToHashSet());
    }

    private static void Approve(string name, FakeDisplay display, [CallerFilePath] string here = "")
    {
        string art = TextArt.Of(Picture(display));
        if (Environment.GetEnvironmentVariable("HWTOKEN_APPROVE") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "Approved", name + ".txt"), art);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Screens", "Approved", name + ".txt")), art);
    }
}
