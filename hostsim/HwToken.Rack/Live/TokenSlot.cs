using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Records;
using HwToken.Provisioning;
using HwToken.Rack.Contract;
using HwToken.Rack.Store;
using HwToken.Simulator;
using NanoBoard;
using NanoBoard.Events;
using NanoBoard.Time;

namespace HwToken.Rack.Live;

/// <summary>A place in the rack: the token in it, its time, its faults and its log. Safe for several threads.</summary>
public sealed partial class TokenSlot
{
    private static readonly TimeSpan CoarseSlice = TimeSpan.FromMilliseconds(50);

    /// <summary>A finger that is never lifted (a page that crashed) lets go after this much virtual time.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(30);

    /// <summary>No finger is faster; the two requests of a click can be, and the firmware looks at the button every 10 ms.</summary>
    private static readonly TimeSpan ShortestHold = TimeSpan.FromMilliseconds(80);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TokenLog _log = new();
    private TokenOnBench _bench;
    private TimelineEvent? _letGo;
    private DateTimeOffset _downAt;
    private bool _isFingerOn;
    private double _speed = 1;
    private long _changes;
    private string? _name;

    /// <summary>Puts a token into a place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="token">The token.</param>
    /// <param name="time">True time.</param>
    internal TokenSlot(string id, VirtualToken token, TimeProvider time)
    {
        Id = id;
        _time = time;
        _bench = new TokenOnBench(token, time, _log);
    }

    /// <summary>The place.</summary>
    public string Id { get; }

    /// <summary>What somebody calls it; null: nothing.</summary>
    internal string? Name
    {
        get => _name;
        set
        {
            lock (_gate)
            {
                _changes++;
                _name = value;
            }
        }
    }

    /// <summary>Flash, clock and faults as they are now: what outlives a power cut.</summary>
    internal SavedToken Save()
    {
        lock (_gate)
        {
            return SavedToken.Of(_bench.Token, _time.GetUtcNow(), _bench.Token.Board.State != BoardState.Off) with { Name = _name };
        }
    }

    /// <summary>Changes when there is something to save.</summary>
    internal (long FlashOperations, long Changes) SaveMark()
    {
        lock (_gate)
        {
            return (_bench.Token.Board.Flash.Operations, _changes);
        }
    }

    /// <summary>Brings the token up to its time.</summary>
    public void CatchUp()
    {
        lock (_gate)
        {
            _bench.Live.CatchUpNow();
        }
    }

    /// <summary>Writes a line into the log at the token's present moment.</summary>
    internal void Note(string what, params (string Name, string Value)[] values)
    {
        lock (_gate)
        {
            _changes++;
            _log.Add(_bench.Token.Now, "other", what, values);
        }
    }

    /// <summary>Puts a finger on the button or lifts it.</summary>
    internal void Button(bool down) => Change(token =>
    {
        if (down == _isFingerOn)
        {
            return;
        }

        _isFingerOn = down;
        _letGo?.Cancel();
        TimeSpan early = down ? TimeSpan.Zero : _downAt + ShortestHold - token.Now;
        Took(token, down ? DeedShapes.Down : DeedShapes.Up, later: early > TimeSpan.Zero ? early : TimeSpan.Zero);
        if (down)
        {
            _downAt = token.Now;
            token.Board.Button.Down();
        }

        _letGo = token.Board.Timeline.Schedule(_downAt + (down ? LongestHold : ShortestHold), token.Board.Button.Up);
        Pace();
    });

    /// <summary>Puts the plug in or pulls it.</summary>
    internal void Power(bool on) => Change(token =>
    {
        if (on)
        {
            if (_isAside)
            {
                throw RefusalException.Conflict("notSaved", "The token cannot be saved and is set aside. Make room on the disk; it comes back by itself.");
            }

            Took(token, "power: { on: true, settle: false }");
            token.Board.ConnectPower();
        }
        else
        {
            Took(token, "power: { on: false }");
            token.Board.CutPower();
        }
    });

    /// <summary>Presses the EN button.</summary>
    internal void Reset() => Change(token =>
    {
        if (token.Board.State == BoardState.Off)
        {
            throw RefusalException.Conflict("noPower", "The token has no power. Connect power first.");
        }

        Took(token, "reset: token");
        token.Board.Reset();
    });

    /// <summary>Writes a credential over the token's own line, pressing its button first if it sleeps.</summary>
    internal void Provision(NewCredential credential) => Change(token =>
    {
        if (token.Board.State == BoardState.Off)
        {
            throw RefusalException.Conflict("noPower", "The token has no power. Connect power first.");
        }

        if (token.StoredCredential is not null)
        {
            throw RefusalException.Conflict("locked", "The token holds a credential already. Erase it first.");
        }

        if (token.Board.State == BoardState.Asleep)
        {
            token.Press();
        }

        try
        {
            // The wire is in memory and moves the token's own time: nothing here waits.
            new ProvisioningClient(token.Wire).ProvisionAsync(credential, token.Now).GetAwaiter().GetResult();
        }
        catch (ProvisioningException e)
        {
            throw RefusalException.Conflict("line", e.Message);
        }

        _deeds.Clear();
        _log.Add(token.Now, "other", "provisioned", ("id", credential.Id));
    });

    /// <summary>The credential and its state, read out of the flash. The caller clears it.</summary>
    internal (Credential Credential, OtpState? State)? ReadCredential()
    {
        lock (_gate)
        {
            return _bench.Token.StoredCredential is { } credential ? (credential, _bench.Token.StoredState) : null;
        }
    }

    /// <summary>Throws the token away and puts a blank one into its place, at the same time of the same speed.</summary>
    internal void Blank()
    {
        lock (_gate)
        {
            VirtualToken token = NewToken(NewBoard(_bench.Token.Now));
            Replace(token);
            _log.Add(token.Now, "other", "blank");
            _hadPower = true;
            if (!_isAside)
            {
                token.Board.ConnectPower();
            }
        }
    }

    /// <summary>What a new board is made of.</summary>
    internal static BoardOptions NewBoard(DateTimeOffset startsAt) =>
        new()
    {
        Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        StartsAt = startsAt.ToUniversalTime(),

        // A browser has no second thread.
        OnCallersStack = OperatingSystem.IsBrowser(),
    };

    /// <summary>A new token. On the caller's stack each look for an answer on its wire computes the wake again: fewer looks are quicker there.</summary>
    internal static VirtualToken NewToken(BoardOptions options)
    {
        var token = new VirtualToken(options);
        if (options.OnCallersStack)
        {
            token.Wire.Slice = CoarseSlice;
        }

        return token;
    }

    private void Replace(VirtualToken token)
    {
        _changes++;
        _letGo = null;
        _isFingerOn = false;
        _deeds.Clear();
        _bench.Token.Board.Dispose();
        _bench = new TokenOnBench(token, _time, _log);
        _faults = new FaultState(false, false, false, false, false, null);
        Pace();
    }

    private void Change(Action<VirtualToken> action)
    {
        lock (_gate)
        {
            _changes++;
            _bench.Live.Do(action);
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
