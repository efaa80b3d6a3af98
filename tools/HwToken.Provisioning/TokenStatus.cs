using HwToken.Core.Otp;

namespace HwToken.Provisioning;

/// <summary>What a locked token tells anybody.</summary>
/// <param name="CredentialId">Credential ID.</param>
/// <param name="Type">Counter or time step.</param>
/// <param name="Algorithm">Hash of the HMAC.</param>
/// <param name="Digits">Digits of a code.</param>
/// <param name="PeriodSeconds">Time step in seconds.</param>
/// <param name="Clock">State of the clock chip.</param>
/// <param name="BatteryMillivolts">The battery's voltage; null on a board that cannot measure it.</param>
public sealed record TokenStatus(string CredentialId, OtpType Type, OtpAlgorithm Algorithm, int Digits, int PeriodSeconds, TokenClock Clock, int? BatteryMillivolts);
