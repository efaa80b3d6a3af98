using HwToken.Core.Rules;

namespace HwToken.Service.Portal;

/// <summary>What pages say about tokens.</summary>
public static class TokenFacts
{
    /// <summary>For so many seconds after a code the button brings no new one.</summary>
    public const int HoldOffSeconds = HoldOff.Seconds;

    /// <summary>After so many seconds a press brings a new code for certain.</summary>
    public const int SecondsToNextCode = HoldOff.Seconds + 1;
}
