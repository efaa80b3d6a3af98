using HwToken.Core.Line;
using HwToken.Provisioning;
using HwToken.Scenarios.Reading;
using HwToken.Simulator;

namespace HwToken.Scenarios.Playing;

/// <content>The provisioning line: of a virtual token, or of the one on the port.</content>
public sealed partial class ScenarioRun
{
    /// <summary>A virtual token's, by its own time.</summary>
    private static readonly TimeSpan VirtualAnswer = TimeSpan.FromSeconds(5);

    /// <summary>That of one on a port, by true time: computers are busy.</summary>
    internal static readonly TimeSpan PortAnswer = TimeSpan.FromSeconds(20);

    private TimeSpan? AnswerTime => _settings.Port is null ? null : PortAnswer;

    internal async Task ProvisionAsync(ScenarioNode step, CancellationToken cancel)
    {
        StoryToken? token = _settings.Port is null ? TokenOf(step) : null;
        NewCredential credential = StoryTokens.CredentialOf(step, token is null ? 0 : _tokens.IndexOf(token));
        if (token is null)
        {
            await ProvisionPortAsync(credential, cancel).ConfigureAwait(false);
            return;
        }

        token.IsForeign |= step["secret"] is not null;
        await new ProvisioningClient(token.Virtual.Wire).ProvisionAsync(credential, token.Now, cancel).ConfigureAwait(false);
        token.Virtual.Advance(VirtualToken.Settling);
    }

    internal async Task EraseAsync(ScenarioNode step, CancellationToken cancel)
    {
        await new ProvisioningClient(LineOf(step), AnswerTime).EraseAsync(StoryTokens.AdminKey, cancel).ConfigureAwait(false);
        if (_settings.Port is null)
        {
            TokenOf(step).Virtual.Advance(VirtualToken.Settling);
        }
    }

    /// <summary>Sends a line and looks at what comes back. Neither stands in a message: a line may carry a key.</summary>
    internal async Task SendLineAsync(ScenarioNode step, CancellationToken cancel)
    {
        ILineTransport line = LineOf(step);
        await line.WriteAsync(LineCodec.Encode(step["send"]!.Text), cancel).ConfigureAwait(false);
        string? answer = await AnswerAsync(line, AnswerTime ?? VirtualAnswer, cancel).ConfigureAwait(false);
        if (step["expect"] is { } wanted && (answer is null || !Fits(answer, wanted.Text)))
        {
            throw wanted.Wrong($"wanted the answer '{wanted.Text}', seen: {(answer is null ? "no answer; is the token awake and its line open?" : $"'{answer}'")}");
        }
    }

    private async Task ProvisionPortAsync(NewCredential credential, CancellationToken cancel)
    {
        var client = new ProvisioningClient(_settings.Port!, AnswerTime);
        await client.WriteAsync(credential, _settings.Time, cancel).ConfigureAwait(false);
        await client.CommitAsync(credential.Id, cancel).ConfigureAwait(false);
    }

    private ILineTransport LineOf(ScenarioNode step) => _settings.Port ?? TokenOf(step).Virtual.Wire;

    private static bool Fits(string answer, string wanted) => wanted.EndsWith('*') ? answer.StartsWith(wanted[..^1], StringComparison.Ordinal) : answer == wanted;

    /// <returns>The next line that is no comment; null: none came.</returns>
    private static async Task<string?> AnswerAsync(ILineTransport line, TimeSpan within, CancellationToken cancel)
    {
        var assembler = new LineAssembler();
        byte[] received = new byte[1];
        while (await line.ReadAsync(received, within, cancel).ConfigureAwait(false) > 0)
        {
            if (assembler.Add(received[0], out LineStatus status, out string text) && (status != LineStatus.Ok || !text.StartsWith('#')))
            {
                return status == LineStatus.Ok ? text : "(a damaged line)";
            }
        }

        return null;
    }
}
