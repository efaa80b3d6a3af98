namespace HwToken.Browser.Portal;

/// <summary>The hand on the virtual tokens' buttons and the eye on their displays: every code is read off the pixels.</summary>
internal sealed class TokenHand(DemoSite site)
{
    /// <summary>Waits out the hold-off on all clocks, presses the button and reads the display.</summary>
    public string NewCode(string credentialId) => site.NewCode(credentialId);

    /// <summary>Makes codes until one begins with a zero.</summary>
    public string NewCodeWithLeadingZero(string credentialId)
    {
        // One in ten does; that none of 300 does has odds of 2e-14.
        for (int press = 0; press < 300; press++)
        {
            if (NewCode(credentialId) is ['0', ..] code)
            {
                return code;
            }
        }

        throw new InvalidOperationException("no code of 300 began with 0");
    }

    /// <summary>A code that is none of the token's: the last digit of this one moved on.</summary>
    public static string Spoiled(string code) => code[..5] + (char)('0' + ((code[5] - '0' + 1) % 10));

    /// <summary>Lets time pass for everybody.</summary>
    public void Pass(TimeSpan span) => site.Pass(span);

    /// <summary>The services' clock runs away from the tokens'.</summary>
    public void Drift(TimeSpan span) => site.Clock.Jump(span);

    /// <summary>Codes made and not used: the token moves ahead of the service.</summary>
    public void PressIdly(string credentialId, int times)
    {
        for (int press = 0; press < times; press++)
        {
            NewCode(credentialId);
        }
    }
}
