using HwToken.Rack.Contract;
using HwToken.Simulator;
using NanoBoard;

namespace HwToken.Rack.Live;

/// <content>Faults.</content>
public sealed partial class TokenSlot
{
    private FaultState _faults = new(false, false, false, false, false, null);
    private long _cutAt;

    /// <summary>Switches a fault on or off.</summary>
    /// <param name="name">Its name in <see cref="FaultState"/>, in camel case.</param>
    /// <param name="on">Whether it holds.</param>
    /// <returns>False when there is no such fault.</returns>
    internal bool SetFault(string name, bool on)
    {
        Action<VirtualToken>? action = name switch
        {
            "panelMissing" => token =>
            {
                token.Board.Panel.IsConnected = !on;
                _faults = _faults with { PanelMissing = on };
            },
            "buttonStuck" => token =>
            {
                token.Board.Button.Held = on;
                _faults = _faults with { ButtonStuck = on };
            },
            "rtcStopped" => token => StopRtc(token, on),
            "batteryLost" => token => LoseBattery(token, on),
            "writesFail" => token =>
            {
                token.Board.Flash.FailWrites = on;
                _faults = _faults with { WritesFail = on };
            },
            _ => null,
        };
        if (action is null)
        {
            return false;
        }

        Change(token =>
        {
            Took(token, $"fault: {{ name: {name}, on: {(on ? "true" : "false")} }}");
            _log.Add(token.Now, "other", on ? "faultOn" : "faultOff", ("fault", name));
            action(token);
        });
        return true;
    }

    /// <summary>Plans a power cut at the next flash operation, or takes the plan back.</summary>
    internal void SetCut(CutMode? mode) => Change(token =>
    {
        // A scenario takes a plan back by one that never comes.
        Took(token, mode is { } planned ? $"cut: {{ at: 1, mode: {planned.ToString().ToLowerInvariant()} }}" : "cut: { at: 1000 }");
        _faults = _faults with { Cut = mode };
        if (mode is not { } where)
        {
            token.Board.Faults.CancelCut();
            _log.Add(token.Now, "other", "cutDisarmed");
            return;
        }

        _cutAt = token.Board.Flash.Operations + 1;
        token.Board.Faults.CutPowerAtFlashOperation(_cutAt, where);
        _log.Add(token.Now, "other", "cutArmed", ("mode", where.ToString()));
    });

    /// <summary>A plan that has been carried out is over.</summary>
    private FaultState CurrentFaults()
    {
        if (_faults.Cut is not null && _bench.Token.Board.Flash.Operations >= _cutAt)
        {
            _faults = _faults with { Cut = null };
        }

        return _faults;
    }

    private void StopRtc(VirtualToken token, bool on)
    {
        if (on)
        {
            token.Board.Rtc.Stop();
        }
        else
        {
            token.Board.Rtc.Resume();
        }

        _faults = _faults with { RtcStopped = on };
    }

    private void LoseBattery(VirtualToken token, bool on)
    {
        if (on)
        {
            token.Board.Rtc.LoseBattery();
        }
        else
        {
            token.Board.Rtc.ReplaceBattery();
        }

        _faults = _faults with { BatteryLost = on };
    }
}
