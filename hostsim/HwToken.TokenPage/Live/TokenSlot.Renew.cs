using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Provisioning;
using HwToken.Simulator;

namespace HwToken.TokenPage.Live;

/// <content>A token that has shown codes of a later time, and what helps it.</content>
public sealed partial class TokenSlot
{
    /// <summary>
    /// When a token with a clock gives its next code at the earliest: it never shows a step twice, and none before its provisioning, so at an earlier
    /// time it shows E5 (TIME). Null for a token with a counter and for a blank one.
    /// </summary>
    public DateTimeOffset? NoCodeBefore
    {
        get
        {
            lock (_gate)
            {
                return NoCodeBeforeOf(_bench.Token);
            }
        }
    }

    /// <summary>
    /// Makes a token with a clock anew with the same credential, at true time and speed 1: it forgets the steps that it has shown. For a virtual token
    /// that came back from the future; a server that has accepted its codes there remembers them.
    /// </summary>
    /// <exception cref="PageException">The token is blank or has a counter.</exception>
    public void Renew()
    {
        lock (_gate)
        {
            if (NoCodeBeforeOf(_bench.Token) is null)
            {
                throw PageException.Conflict("noClock", "Only a token with a clock and a credential is made anew.");
            }

            Credential old = _bench.Token.StoredCredential!;
            VirtualToken token = FirstTokens.Make(new NewCredential(old.Id, old.Parameters, old.Secret, old.AdminKey), _time);
            CryptographicOperations.ZeroMemory(old.Secret);
            CryptographicOperations.ZeroMemory(old.AdminKey);
            _speed = 1;
            Replace(token);
            _log.Add(token.Now, "other", "renewed");
        }
    }

    private static DateTimeOffset? NoCodeBeforeOf(VirtualToken token)
    {
        if (token.StoredCredential is not { } credential)
        {
            return null;
        }

        try
        {
            ulong next = token.StoredState?.NextFactor ?? 0;
            return credential.Parameters.Type != OtpType.Totp ? null : Max(DateTimeOffset.FromUnixTimeSeconds((long)next * credential.Parameters.PeriodSeconds), DateTimeOffset.FromUnixTimeSeconds(credential.ProvisionedAt));
        }
        finally
        {
            credential.Clear();
        }
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
