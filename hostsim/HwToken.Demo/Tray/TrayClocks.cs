namespace HwToken.Demo.Tray;

/// <summary>The two clocks, the services' and the tokens', under the tray's buttons.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="services">The services' clock.</param>
internal sealed class TrayClocks(ITrayTokens tokens, DemoClock services)
{
    /// <summary>Longest move of a clock, in seconds.</summary>
    public const int Most = 400 * 86_400;

    /// <summary>How far the guide sets the clocks apart: more than a sign-in forgives (one time step), less than a public reset corrects (ten).</summary>
    public const int ApartSeconds = 180;

    /// <summary>Moves clocks on or back.</summary>
    public void Move(TimeSpan span, bool isServices, bool isTokens)
    {
        if (isTokens)
        {
            foreach (ITrayToken token in tokens.All)
            {
                Move(token, span);
            }
        }

        if (isServices)
        {
            services.Jump(span);
        }
    }

    /// <summary>Sets the services' clock ahead of a token's, wherever both were: done twice it is no farther.</summary>
    public void SetApart(string credentialId, TimeSpan ahead)
    {
        if (tokens.All.FirstOrDefault(token => token.CredentialId == credentialId)?.Look().Clock is { } own)
        {
            services.Jump(own + ahead - services.GetUtcNow());
        }
    }

    /// <summary>True time and speed for everybody.</summary>
    /// <param name="isStuck">Tokens that are made anew, because they would show no code there for a while.</param>
    public void SetRight(Func<ITrayToken, bool> isStuck)
    {
        foreach (ITrayToken token in tokens.All)
        {
            if (isStuck(token))
            {
                token.Renew();
            }

            token.SetRight();
        }

        services.Follow();
    }

    /// <summary>Time passes for a token; it never goes back, so backwards only its clock is set.</summary>
    private static void Move(ITrayToken token, TimeSpan span)
    {
        if (span >= TimeSpan.Zero)
        {
            token.Skip(span);
        }
        else
        {
            token.SetClockOff(span);
        }
    }
}
