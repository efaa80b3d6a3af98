using System.Globalization;
using HwToken.Core.Line;

namespace HwToken.Provisioning;

/// <summary>Sends a command and waits for its one final reply; sends again what was lost or damaged on the way.</summary>
public sealed class LineExchange
{
    /// <summary>How often a command is sent at most.</summary>
    public const int Attempts = 4;

    /// <summary>How long a reply may take: flash writes and a self-test included.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(2);

    private readonly ILineTransport _transport;
    private readonly TimeSpan _timeout;
    private readonly byte[] _received = new byte[256];
    private readonly LineAssembler _assembler = new();
    private int _next;
    private int _count;

    /// <summary>Talks over a transport.</summary>
    /// <param name="transport">The bytes.</param>
    /// <param name="timeout">How long a reply may take; null: <see cref="DefaultTimeout"/>.</param>
    public LineExchange(ILineTransport transport, TimeSpan? timeout = null)
    {
        _transport = transport;
        _timeout = timeout ?? DefaultTimeout;
    }

    /// <summary>Sends a command until a reply to it arrives.</summary>
    /// <param name="command">The command with its arguments.</param>
    /// <param name="echo">The words that a good reply begins with after OK; replies to something older are passed over.</param>
    /// <param name="attempts">How often to send at most; 1 for what must not be repeated blindly.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The good reply's words after the echo.</returns>
    /// <exception cref="ProvisioningException">No answer, damaged lines, or a refusal.</exception>
    public Task<string[]> SendAsync(string command, string echo, int attempts = Attempts, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return SendAsync(LineCodec.Encode(command), command.Split(' ')[0], echo, attempts, cancel);
    }

    /// <summary>Sends a line that was closed already: for key material, which must not stand in a string.</summary>
    /// <param name="line">The line with its LF; cleared before this returns.</param>
    /// <param name="verb">Its command, for error texts.</param>
    /// <param name="echo">As above.</param>
    /// <param name="attempts">As above.</param>
    /// <param name="cancel">Ends the wait.</param>
    internal async Task<string[]> SendAsync(byte[] line, string verb, string echo, int attempts, CancellationToken cancel)
    {
        bool wasDamaged = false;
        try
        {
            for (int attempt = 0; attempt < attempts; attempt++)
            {
                await DrainAsync(cancel).ConfigureAwait(false);
                await _transport.WriteAsync(line, cancel).ConfigureAwait(false);
                Reply? reply = await ReadReplyAsync(echo, cancel).ConfigureAwait(false);
                if (reply is { Words: { } words })
                {
                    return words;
                }

                if (reply is { Error: { } error } && error != LineError.DamagedLine && error != LineError.TooLong)
                {
                    throw Refusal(verb, error, reply.Text);
                }

                wasDamaged |= reply is not null;
            }
        }
        finally
        {
            Array.Clear(line);
            _assembler.Clear();
        }

        throw wasDamaged
            ? new ProvisioningException(ProvisioningFault.DamagedLines, "Lines keep arriving damaged. Check cable, contacts and ground, then try again.")
            : new ProvisioningException(ProvisioningFault.NoAnswer, "The token does not answer. Check cable and power, press its button so that it is awake, then try again.");
    }

    private static ProvisioningException Refusal(string verb, LineError error, string text) => error == LineError.Locked
        ? new ProvisioningException(ProvisioningFault.AlreadyLocked, "The token is locked already: it holds a credential. Take a blank one, or erase this one with its admin key.", error)
        : new ProvisioningException(ProvisioningFault.Refused, $"The token refused {verb}: {text}. Start again; set the token aside if it refuses twice.", error);

    /// <summary>What is still on its way from an earlier attempt must not be taken for this one's reply.</summary>
    private async Task DrainAsync(CancellationToken cancel)
    {
        _next = _count = 0;
        _assembler.Clear();
        while (await _transport.ReadAsync(_received, TimeSpan.Zero, cancel).ConfigureAwait(false) > 0)
        {
        }
    }

    /// <returns>Null when the time is up; a reply without words and error when a damaged line arrived.</returns>
    private async Task<Reply?> ReadReplyAsync(string echo, CancellationToken cancel)
    {
        while (true)
        {
            while (_next < _count)
            {
                if (!_assembler.Add(_received[_next++], out LineStatus status, out string text))
                {
                    continue;
                }

                if (status != LineStatus.Ok)
                {
                    // Asked again at once: the token has answered, its answer is lost.
                    return new Reply(null, null, "damaged");
                }

                if (Parse(text, echo) is { } reply)
                {
                    return reply;
                }
            }

            _count = await _transport.ReadAsync(_received, _timeout, cancel).ConfigureAwait(false);
            _next = 0;
            if (_count == 0)
            {
                return null;
            }
        }
    }

    /// <returns>Null for comments, echoes of older commands and foreign lines.</returns>
    private static Reply? Parse(string text, string echo)
    {
        string[] words = text.Split(' ');
        if (words[0] == LineReply.ErrorWord && words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return new Reply(null, (LineError)number, string.Join(' ', words.Skip(2)));
        }

        string expected = LineReply.OkWord + " " + echo;
        bool isEcho = text == expected || text.StartsWith(expected + " ", StringComparison.Ordinal);
        return isEcho ? new Reply(text.Length == expected.Length ? [] : text[(expected.Length + 1)..].Split(' '), null, text) : null;
    }

    private sealed record Reply(string[]? Words, LineError? Error, string Text);
}
