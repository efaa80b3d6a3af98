namespace HwToken.Provisioning;

/// <summary>The host's end of the provisioning line: one method a command, and the whole procedure.</summary>
public sealed partial class ProvisioningClient
{
    private const string Protocol = "HWTOKEN";
    private const string ProtocolVersion = "1";

    private readonly LineExchange _exchange;

    /// <summary>Talks over a transport.</summary>
    /// <param name="transport">The bytes.</param>
    /// <param name="timeout">How long a reply may take; null: 2 s.</param>
    public ProvisioningClient(ILineTransport transport, TimeSpan? timeout = null) => _exchange = new LineExchange(transport, timeout);

    /// <summary>Asks who is there.</summary>
    public Task<TokenGreeting> HelloAsync(CancellationToken cancel = default) => HelloAsync(LineExchange.Attempts, cancel);

    /// <summary>Asks once whether anybody is there: for waiting until a token comes or goes.</summary>
    /// <returns>Null when nothing, or nothing legible, answers.</returns>
    public async Task<TokenGreeting?> TryHelloAsync(CancellationToken cancel = default)
    {
        try
        {
            return await HelloAsync(1, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e) when (e.Fault is ProvisioningFault.NoAnswer or ProvisioningFault.DamagedLines)
        {
            return null;
        }
    }

    private async Task<TokenGreeting> HelloAsync(int attempts, CancellationToken cancel)
    {
        string[] words = await _exchange.SendAsync("HELLO", "HELLO", attempts, cancel).ConfigureAwait(false);
        return words switch
        {
            [Protocol, ProtocolVersion, "BLANK", var version] => new TokenGreeting(false, null, version),
            [Protocol, ProtocolVersion, "LOCKED", var id, var version] => new TokenGreeting(true, id, version),
            _ => throw new ProvisioningException(ProvisioningFault.WrongProtocol, "What answers is no HwToken, or speaks another version of the line. Check the port and update this tool."),
        };
    }

    private static ProvisioningException UnexpectedReply(string command) =>
        new(ProvisioningFault.WrongProtocol, $"The reply to {command} has another form than expected. Update this tool or the token's firmware.");
}
