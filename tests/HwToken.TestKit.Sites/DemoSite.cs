using HwToken.Core.Rules;
using HwToken.Demo;
using HwToken.HostSim.Serving;
using HwToken.Rack.Live;
using HwToken.Simulator.Screens;
using HwToken.Validation;

namespace HwToken.TestKit.Sites;

/// <summary>
/// A demonstration of one test alone, because time and tokens in it are in the test's hands: the calendar moves when the test moves it and never else.
/// Every code is read off the pixels.
/// </summary>
internal sealed class DemoSite : IAsyncDisposable
{
    /// <summary>Longer than the hold-off of a token.</summary>
    private static readonly TimeSpan PastHoldOff = TimeSpan.FromSeconds(HoldOff.Seconds + 1);

    private readonly TempFolder data = new();
    private readonly LeapingTime waits = new(DateTimeOffset.UnixEpoch);
    private ServeHost? host;

    private DemoSite()
    {
    }

    public Uri Url => host!.Url;

    public DemoWorld World => host!.Demo!;

    /// <summary>How long visitors would have waited so far for answers that take an even time.</summary>
    public TimeSpan Waited => waits.GetUtcNow() - DateTimeOffset.UnixEpoch;

    /// <summary>The services' clock.</summary>
    public DemoClock Clock => host!.Clock!;

    public TokenRack Rack => host!.Rack!;

    /// <summary>The validation service, past its pages.</summary>
    public ValidationSystem System => host!.Service.System;

    /// <summary>Where the demonstration keeps its data.</summary>
    public string DemoFolder => data[HostSim.Serving.DemoFolder.Name];

    /// <summary>Starts a demonstration, or the portal and the token page alone.</summary>
    public static async Task<DemoSite> StartAsync(bool isDemo = true)
    {
        var site = new DemoSite();
        try
        {
            site.host = await ServeHost.StartAsync(QuickDemo.In(site.data.Path, site.waits) with { IsDemo = isDemo }, TestContext.Current.CancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits out the hold-off on all clocks, presses the button and reads the display.</summary>
    public string NewCode(string credentialId)
    {
        Pass(PastHoldOff);
        ScreenReading screen = Rack.Slots.Single(slot => slot.CredentialId == credentialId).Press();
        return screen.Code ?? throw new InvalidOperationException("the display shows: " + screen.Describe());
    }

    /// <summary>Lets time pass for everybody.</summary>
    public void Pass(TimeSpan span)
    {
        Clock.Jump(span);
        foreach (TokenSlot slot in Rack.Slots)
        {
            slot.Skip(span);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        data.Dispose();
    }
}
