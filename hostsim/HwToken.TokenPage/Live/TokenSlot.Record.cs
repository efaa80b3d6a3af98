using System.Security.Cryptography;
using HwToken.Core.Text;
using HwToken.Scenarios.Records;
using HwToken.Simulator;
using HwToken.TokenPage.Contract;

namespace HwToken.TokenPage.Live;

/// <content>What was done to it, as a scenario.</content>
public sealed partial class TokenSlot
{
    private readonly DeedLog _deeds = new();

    /// <summary>What was done since a moment as a scenario that holds when it is played.</summary>
    /// <param name="since">A moment of the shared clock; null: since the token is in its place.</param>
    /// <param name="withSecret">With the token's test secret, so that its codes are the same.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="PageException">Nothing was done since.</exception>
    internal Task<string> RecordAsync(DateTimeOffset? since, bool withSecret, CancellationToken cancel)
    {
        (RecordedStart Start, IReadOnlyList<RecordedDeed> Deeds) record;
        DateTimeOffset now;
        string? secret;
        string name;
        lock (_gate)
        {
            record = _deeds.Since(since) ?? throw PageException.Conflict("nothingDone", "Nothing was done to the token since. Press its button, then ask again.");
            now = _bench.Live.Ask(token => token.Now);
            secret = withSecret ? ReadSecret() : null;
            name = _name ?? $"What was done to token {record.Start.Id ?? Id}";
        }

        return RecordedStory.WriteAsync(name, record.Start, record.Deeds, now, secret, cancel);
    }

    private string? ReadSecret()
    {
        if (_bench.Token.StoredCredential is not { } credential)
        {
            return null;
        }

        string secret = Base32.Encode(credential.Secret).TrimEnd('=');
        CryptographicOperations.ZeroMemory(credential.Secret);
        CryptographicOperations.ZeroMemory(credential.AdminKey);
        return secret;
    }

    /// <summary>Takes note of a deed before it is done.</summary>
    private void Took(VirtualToken token, string step, TimeSpan takes = default, TimeSpan later = default) => _deeds.Add(token, FaultNames(CurrentFaults()), _time.GetUtcNow(), step, takes, later);

    private static string[] FaultNames(FaultState faults) =>
    [
        .. new[]
        {
            (faults.PanelMissing, "panelMissing"),
            (faults.ButtonStuck, "buttonStuck"),
            (faults.RtcStopped, "rtcStopped"),
            (faults.BatteryLost, "batteryLost"),
            (faults.WritesFail, "writesFail"),
        }.Where(fault => fault.Item1).Select(fault => fault.Item2),
    ];
}
