using NanoBoard;
using HwToken.Provisioning;

namespace HwToken.Simulator.Scenarios;

/// <content>What hands do.</content>
public sealed partial class ScenarioRun
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    private void Hold(VirtualToken token, TimeSpan length)
    {
        token.Hold(length > LongestHold ? LongestHold : length);
        _now = token.Now;
    }

    private void Wait(ScenarioNode details)
    {
        TimeSpan span = details.Span();
        if (span < TimeSpan.Zero || span > PressRun.Latest - _now)
        {
            throw details.Wrong("time goes forward, up to 2199");
        }

        _now += span;
    }

    private void Provision(ScenarioNode details)
    {
        VirtualToken token = TokenOf(details, "type", "id", "secret", "algorithm", "digits", "period", "counter");
        try
        {
            new ProvisioningClient(token.Wire).ProvisionAsync(ScenarioTokens.CredentialOf(details), token.Now).GetAwaiter().GetResult();
        }
        catch (ProvisioningException e)
        {
            throw details.Wrong("the token took no credential: " + e.Message.TrimEnd('.'));
        }
    }

    private static void Power(VirtualToken token, bool on)
    {
        if (on)
        {
            token.PowerOn();
        }
        else
        {
            token.Board.CutPower();
        }
    }

    private static void Fault(VirtualToken token, ScenarioNode details)
    {
        bool on = details.Need("on").Flag();
        ScenarioNode name = details.Need("name");
        Action act = (name.Text, on) switch
        {
            ("panelMissing", _) => () => token.Board.Panel.IsConnected = !on,
            ("buttonStuck", _) => () => token.Board.Button.Held = on,
            ("writesFail", _) => () => token.Board.Flash.FailWrites = on,
            ("rtcStopped", true) => token.Board.Rtc.Stop,
            ("rtcStopped", false) => token.Board.Rtc.Resume,
            ("batteryLost", true) => token.Board.Rtc.LoseBattery,
            ("batteryLost", false) => token.Board.Rtc.ReplaceBattery,
            _ => throw name.Wrong("a fault is panelMissing, buttonStuck, rtcStopped, batteryLost or writesFail"),
        };
        act();
    }

    /// <summary>The power goes at the n-th flash operation from now on.</summary>
    private static void Cut(VirtualToken token, ScenarioNode details)
    {
        ScenarioNode at = details.Need("at");
        CutMode mode = CutMode.Before;
        if (details["mode"] is { } named && !Enum.TryParse(named.Text, ignoreCase: true, out mode))
        {
            throw named.Wrong("a cut is before, after or torn");
        }

        token.Board.Faults.CutPowerAtFlashOperation(token.Board.Flash.Operations + (long)at.Number(1, 1000), mode);
    }

    private static void Drift(VirtualToken token, ScenarioNode details)
    {
        if (details["by"] is { } by)
        {
            token.Board.Rtc.Jump(by.Span());
        }

        if (details["ppm"] is { } ppm)
        {
            token.Board.Rtc.Ppm = ppm.Number(-100_000, 100_000);
        }
    }
}
