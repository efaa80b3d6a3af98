namespace HwToken.Testing;

/// <summary>How long things are waited for. Every span is one of true time.</summary>
public sealed record OtpSimulatorOptions
{
    /// <summary>How long to wait for a token when all of a pool are leased: zero to five minutes.</summary>
    public TimeSpan LeaseWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait for a TOTP code on true time: zero to ten minutes. Longer than two steps by default.</summary>
    public TimeSpan CodeWait { get; init; } = TimeSpan.FromSeconds(65);

    /// <summary>TOTP: no code in so much of the end of a time step, lest it is old when it is typed: zero to 29 s. With a step shorter than twice that: half the step.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// On a virtual clock: how long a code counts as being on its way to the system under test. So long no other token moves the clock more than one step past
    /// it; the token's next code, <see cref="OtpToken.ArrivedAsync"/> and its disposal say that it has arrived. Zero to five minutes.
    /// </summary>
    public TimeSpan InHand { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True time. The tokens of a running simulator go by that one's; leases are renewed by this one.</summary>
    public TimeProvider TrueTime { get; init; } = TimeProvider.System;

    /// <summary>Refuses what no simulator takes.</summary>
    /// <exception cref="OtpException">A span is out of its limits.</exception>
    internal OtpSimulatorOptions Checked()
    {
        Check(LeaseWait, 300, nameof(LeaseWait));
        Check(CodeWait, 600, nameof(CodeWait));
        Check(Margin, 29, nameof(Margin));
        Check(InHand, 300, nameof(InHand));
        return this;
    }

    /// <summary>The margin for a token.</summary>
    /// <param name="period">Its time step; null for HOTP.</param>
    internal TimeSpan MarginOf(TimeSpan? period) => period is { } step && Margin > step / 2 ? TimeSpan.FromSeconds(Math.Floor((step / 2).TotalSeconds)) : Margin;

    private static void Check(TimeSpan value, int most, string name)
    {
        if (value < TimeSpan.Zero || value > TimeSpan.FromSeconds(most))
        {
            throw new OtpException(OtpFault.BadInput, $"{nameof(OtpSimulatorOptions)}.{name} is 0 to {most} seconds.");
        }
    }
}
