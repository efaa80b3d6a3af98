using System.Globalization;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using NanoBoard;

namespace HwToken.Simulator.Tests.Running;

/// <summary>A token's life by seed, told to the last tick: presses, holds, cuts, faults and lines, with pauses at any moment of a wake.</summary>
internal sealed class Life
{
    private readonly StringBuilder _told = new();
    private readonly Random _random;
    private readonly VirtualToken _token;

    private Life(int seed, bool onCallersStack)
    {
        _random = new Random(seed);
        var options = new BoardOptions { StartsAt = TestTokens.Start, Seed = seed, RtcPpm = 2, SystemClockPpm = 700, OnCallersStack = onCallersStack };
        OtpType type = _random.Next(2) == 0 ? OtpType.Hotp : OtpType.Totp;
        _token = new VirtualToken(options);
        _token.PowerOn();
        new ProvisioningClient(_token.Wire).ProvisionAsync(TestTokens.Credential(type), _token.Now, CancellationToken.None).GetAwaiter().GetResult();
        _token.Advance(VirtualToken.LongestAwake);
        Board.Happened += happened => Tell(happened.ToString());
    }

    private VirtualBoard Board => _token.Board;

    /// <summary>Lives it.</summary>
    /// <returns>What happened and what was seen, line by line.</returns>
    public static string Play(int seed, int presses, bool onCallersStack)
    {
        var life = new Life(seed, onCallersStack);
        for (int press = 0; press < presses; press++)
        {
            life.Plant();
            life.Board.Button.Press(TimeSpan.FromMilliseconds(life.PressLength()));
            life.PassInPieces();
            life.Repair();
            life.Look();
        }

        return life._told.ToString();
    }

    private int PressLength() => _random.Next(500) switch
    {
        0 => _random.Next(9_000, 12_000), // service mode
        < 50 => _random.Next(1_500, 3_000), // information screen
        _ => _random.Next(5, 400),
    };

    private void Plant()
    {
        Board.Faults.I2cBusStuck = _random.Next(25) == 0;
        Board.Panel.IsConnected = _random.Next(12) != 0;
        Board.Rtc.IsConnected = _random.Next(12) != 0;
        Board.Flash.FailWrites = _random.Next(12) == 0;
        if (_random.Next(8) == 0)
        {
            Board.Faults.CutPowerAtFlashOperation(Board.Flash.Operations + 1 + _random.Next(2), (CutMode)_random.Next(3));
        }
    }

    private void PassInPieces()
    {
        for (int piece = _random.Next(1, 6); piece > 0; piece--)
        {
            _token.Advance(TimeSpan.FromTicks(_random.NextInt64(TimeSpan.TicksPerMillisecond * 700)));
            switch (_random.Next(25))
            {
                case 0:
                    Board.CutPower();
                    break;
                case 1:
                    Board.Reset();
                    break;
                case 2:
                    Board.Panel.IsConnected = !Board.Panel.IsConnected;
                    break;
                case 3:
                    Board.Button.Held = !Board.Button.Held;
                    break;
                case 4:
                    Board.Uart.HostWrite("HELLO *5A2F1E7B\nwhat is that\n"u8);
                    break;
                default:
                    break;
            }
        }
    }

    private void Repair()
    {
        Board.Faults.I2cBusStuck = false;
        Board.Faults.CancelCut();
        Board.Panel.IsConnected = Board.Rtc.IsConnected = true;
        Board.Flash.FailWrites = Board.Button.Held = false;
        Board.ConnectPower();
        _token.Advance(TimeSpan.FromSeconds(_random.Next(50)));
        if (_random.Next(4) == 0)
        {
            _token.FallAsleep();
            Board.Rtc.SetTime(_token.Now);
        }
    }

    private void Look()
    {
        BoardCounters counters = Board.Counters;
        Tell(_token.Read().Describe());
        Tell(Convert.ToHexString(Board.Uart.HostReadAll()));
        Tell(string.Join(' ', Board.Flash.Names.Select(name => name + Convert.ToHexString(Board.Flash.ReadFile(name)!))));
        Tell(string.Create(CultureInfo.InvariantCulture, $"{counters.ApiCalls} {counters.I2cTransactions} {counters.I2cBytesWritten} {counters.I2cBytesRead} {counters.FlashReads} {counters.AwakeTime.Ticks} {counters.LitTime.Ticks} {counters.UartBytesLost}"));
        Tell(Board.HungBecause ?? Board.State.ToString());
    }

    private void Tell(string what) => _told.Append(Board.Now.Ticks.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(what).Append('\n');
}
