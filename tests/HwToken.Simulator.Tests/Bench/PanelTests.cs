using HwToken.Simulator.Screens;
using NanoBoard;
using NanoBoard.Events;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>A panel on a bench: bright by default, loose, disturbed, and lit by a program that fell over.</summary>
public class PanelTests
{
    [Fact]
    public void The_contrast_is_a_quarter_of_full()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        Assert.Equal(0x40, token.Board.Panel.Contrast);
    }

    [Fact]
    public void A_panel_that_does_not_answer_uses_up_no_counter()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Panel.IsConnected = false;
        for (int press = 0; press < 12; press++)
        {
            token.Press();
            token.Advance(TimeSpan.FromSeconds(31));
        }

        Assert.Equal(0UL, token.StoredState!.NextFactor);
        token.Board.Panel.IsConnected = true;
        Assert.Equal("755224", token.Press().Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_transfer_that_is_not_acknowledged_is_sent_once_more(int which)
    {
        VirtualToken token = TestTokens.Hotp();
        long revision = token.Board.Panel.Revision;
        token.Board.Button.Press(VirtualToken.PressLength);
        while (token.Board.Panel.Revision < revision + which)
        {
            token.Advance(TimeSpan.FromMilliseconds(0.2));
        }

        token.Board.Panel.Refusals = 1;
        token.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("755224", token.Read().Code);
        Assert.Equal(0, token.Board.Panel.Refusals);
    }

    [Fact]
    public void The_panel_goes_dark_at_the_end_of_the_hold_off_although_a_transfer_is_refused()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.Advance(TimeSpan.FromSeconds(20));
        token.Board.Panel.Refusals = 1;
        token.Advance(TimeSpan.FromSeconds(12));
        Assert.False(token.Board.Panel.On);
        Assert.DoesNotContain(token.Board.Panel.ReadRam(), b => b != 0);
    }

    [Fact]
    public void The_panel_lights_up_only_with_a_whole_frame_in_its_ram()
    {
        VirtualToken token = TestTokens.Hotp();
        var lit = new List<ScreenContent>();
        token.Board.Happened += e =>
        {
            if (e is PanelSwitched { On: true })
            {
                lit.Add(token.Read().Content);
            }
        };
        token.Press();
        token.Board.CutPower();
        token.PowerOn();
        Assert.Equal([ScreenContent.Code, ScreenContent.Text], lit);
    }

    [Fact]
    public void The_sleep_of_last_resort_leaves_no_code_on_the_panel()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Press();
        token.FirmwareMain = Firmware.Program.SleepAsLastResort;
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(BoardState.Asleep, token.Board.State);
        Assert.False(token.Board.Panel.On);
    }

    [Fact]
    public void The_sleep_of_last_resort_comes_even_when_nothing_else_works()
    {
        VirtualToken token = TestTokens.Hotp();
        token.FirmwareMain = () =>
        {
            _ = new System.Device.Gpio.GpioController().OpenPin(18);
            Firmware.Program.SleepAsLastResort();
        };
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(BoardState.Asleep, token.Board.State);
    }
}
