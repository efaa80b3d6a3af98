using HwToken.Core.Otp;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>Compares a token's first codes with the factory's own.</summary>
public static class FirstCodes
{
    private const int Compared = 3;

    /// <summary>How many codes ahead a typed HOTP code may be: the operator may have pressed more than once.</summary>
    private const int LookAhead = 10;

    /// <summary>Asks a written, uncommitted token for its first codes.</summary>
    /// <param name="client">The line.</param>
    /// <param name="parameters">The lot's parameters.</param>
    /// <param name="secret">The unit's secret.</param>
    /// <param name="provisionedAt">The time that the token was given, in Unix seconds.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ProvisioningException">A code differs.</exception>
    internal static async Task CompareAsync(ProvisioningClient client, OtpParameters parameters, byte[] secret, long provisionedAt, CancellationToken cancel)
    {
        var generator = new OtpGenerator(parameters.Algorithm, parameters.Digits, secret);
        ulong first = parameters.Type == OtpType.Hotp ? parameters.InitialCounter : TimeStep.At(provisionedAt, parameters.PeriodSeconds);
        try
        {
            for (int n = 0; n < Compared; n++)
            {
                var expected = new FirstCode(first + (ulong)n, OtpCode.Format(generator.Compute(first + (ulong)n), parameters.Digits));

                // A late reply to the question before may come first; asked again, the answer is this one's.
                bool isRight = await client.CodeAsync(n, cancel).ConfigureAwait(false) == expected || await client.CodeAsync(n, cancel).ConfigureAwait(false) == expected;
                if (!isRight)
                {
                    throw new ProvisioningException(ProvisioningFault.ProofMismatch, "The token's first codes are not the factory's. Set it aside.");
                }
            }
        }
        finally
        {
            generator.Clear();
        }
    }

    /// <summary>What was typed as a code: without spaces, full-width digits (of an input method that was left on) as plain ones.</summary>
    /// <returns>Null when that is no code of so many digits.</returns>
    public static string? Normalize(string typed, int digits)
    {
        string code = new([.. typed.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uff10' and <= '\uff19' ? (char)(c - '\uff10' + '0') : c)]);
        return code.Length == digits && code.All(char.IsAsciiDigit) ? code : null;
    }

    /// <summary>Finds the moving factor of a code that the operator typed.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="parameters">The lot's parameters.</param>
    /// <param name="secret">The unit's secret.</param>
    /// <param name="tokenTime">The time by the token's clock.</param>
    /// <returns>Null when no code near the expected one fits.</returns>
    public static ulong? Find(string typed, OtpParameters parameters, byte[] secret, DateTimeOffset tokenTime)
    {
        string? code = Normalize(typed, parameters.Digits);
        ulong step = TimeStep.At(tokenTime.ToUnixTimeSeconds(), parameters.PeriodSeconds);
        (ulong from, ulong to) = parameters.Type == OtpType.Hotp
            ? (parameters.InitialCounter, parameters.InitialCounter + LookAhead)
            : (step - 2, step + 1);
        var generator = new OtpGenerator(parameters.Algorithm, parameters.Digits, secret);
        try
        {
            for (ulong factor = from; factor <= to; factor++)
            {
                if (OtpCode.Format(generator.Compute(factor), parameters.Digits) == code)
                {
                    return factor;
                }
            }

            return null;
        }
        finally
        {
            generator.Clear();
        }
    }
}
