using HwToken.Core.Records;
using HwToken.Simulator;
using NanoBoard;

namespace HwToken.TestKit.Bench;

/// <summary>
/// A simulated token, the whole firmware on its virtual board, as somebody at a bench handles it: power, and a line that is open. The board's time
/// passes only while it has something to answer, so that a bench of two hundred costs nothing while it waits; the clock chip goes by the bench's time.
/// </summary>
public sealed class BenchToken : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(2);

    /// <summary>No answer takes longer on the board.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(1);

    /// <summary>Longer than the ten seconds that open the line of a token with a credential.</summary>
    private static readonly TimeSpan LongHold = TimeSpan.FromSeconds(10.5);

    private readonly VirtualToken _token;
    private readonly byte[] _buffer = new byte[512];

    /// <summary>A blank token without power.</summary>
    /// <param name="seed">Everything random on its board follows from it.</param>
    /// <param name="hasClock">A clock chip is fitted.</param>
    /// <param name="time">What its clock chip goes by; null: the computer's clock.</param>
    public BenchToken(int seed = 1, bool hasClock = true, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        _token = new VirtualToken(new BoardOptions { Seed = seed, HasRtc = hasClock, StartsAt = time.GetUtcNow() });
        Clock = new BenchClock(_token.Board, time);
    }

    /// <summary>The board: every fault of the real one can be had there.</summary>
    public VirtualBoard Board => _token.Board;

    /// <summary>The clock chip and its faults.</summary>
    public BenchClock Clock { get; }

    /// <summary>Nobody answers where the panel should.</summary>
    public bool IsPanelBroken
    {
        get => !Board.Panel.IsConnected;
        set => Board.Panel.IsConnected = !value;
    }

    /// <summary>It has power. A planned power cut takes it.</summary>
    public bool IsPowered => Board.State != BoardState.Off;

    /// <summary>What it holds, read from its flash; null: it is blank.</summary>
    public Credential? Credential => _token.StoredCredential;

    /// <summary>Gives it power; the button of a token with a credential is held until its line is open.</summary>
    /// <returns>The number of the error on its display (E9: a provisioning file was refused); null: none.</returns>
    public int? PowerOn()
    {
        _token.PowerOn();
        int? error = _token.Read().Error;
        if (Credential is not null && IsPowered)
        {
            _token.FallAsleep();
            _token.Hold(LongHold);
        }

        return error;
    }

    /// <summary>Takes its power: whatever it was doing ends here.</summary>
    public void PowerOff() => Board.CutPower();

    /// <summary>Plans a power cut.</summary>
    /// <param name="step">1: at the next durable step of the flash.</param>
    /// <param name="isTorn">The file that is being written is left as a mix.</param>
    public void CutPowerAtFlashStep(int step, bool isTorn) =>
        Board.Faults.CutPowerAtFlashOperation(Board.Flash.Operations + step, isTorn ? CutMode.Torn : CutMode.Before);

    /// <summary>Sends it a line and lets it answer.</summary>
    /// <param name="line">Bytes, LF included.</param>
    /// <returns>The answer with its LF; empty when it has none.</returns>
    public byte[] Ask(byte[] line)
    {
        if (!IsPowered)
        {
            return [];
        }

        Clock.KeepTime();
        Board.Uart.HostWrite(line);
        var answer = new List<byte>();
        DateTimeOffset end = Board.Now + LongestAnswer;
        while (IsPowered && Board.Now < end && (answer.Count == 0 || answer[^1] != '\n'))
        {
            Board.Advance(Slice);
            answer.AddRange(_buffer.AsSpan(0, Board.Uart.HostRead(_buffer)));
        }

        Clock.WasAsked(line);
        return [.. answer];
    }

    /// <inheritdoc/>
    public void Dispose() => Board.Dispose();
}
