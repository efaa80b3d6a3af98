using NanoBoard;
using HwToken.Firmware.Board.Esp32;

namespace HwToken.Simulator.Power;

/// <summary>
/// A battery on a virtual token: what the token does takes charge out of it by the power budget's figures, and its voltage falls along its
/// discharge curve. The firmware measures it through the divider of its board profile.
/// </summary>
public sealed class TokenBattery
{
    private readonly VirtualBoard _board;
    private readonly BatteryModel _model;
    private readonly string _battery;
    private readonly double _capacity;
    private PowerSample _since;
    private double _goneAtSample;

    /// <summary>Puts a battery into a token.</summary>
    /// <param name="board">The token's board.</param>
    /// <param name="profile">Name of the board profile, such as <c>reference</c>.</param>
    /// <param name="battery">Name of the battery (<see cref="BatteryModel.Batteries"/>).</param>
    /// <param name="charge">What is left of it: 0 to 1.</param>
    public TokenBattery(VirtualBoard board, string profile = "reference", string battery = "LiPo 500 mAh", double charge = 1)
    {
        ArgumentNullException.ThrowIfNull(board);
        _board = board;
        _battery = battery;
        _model = new BatteryModel(profile, battery, BoardChoice.Profile.DisplayContrast);
        _capacity = _model.CapacityMilliampereHours;
        _since = PowerSample.Of(board);
        Charge = charge;
        BoardProfile wiring = BoardChoice.Profile;
        if (wiring.Battery != BoardProfile.None)
        {
            board.Analog.Drive(wiring.Battery, () => Millivolts / wiring.BatteryDivider, wiring.BatterySwitch, wiring.BatterySwitchOnLevel != 0);
        }
    }

    /// <summary>What is left of the label's charge, 0 to 1. Set it to charge or to drain the battery.</summary>
    public double Charge
    {
        get
        {
            double gone = _goneAtSample + _model.Use(_since, PowerSample.Of(_board)).UsedMilliampereHours;
            return Math.Clamp(1 - (gone / _capacity), 0, 1);
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            _since = PowerSample.Of(_board);
            _goneAtSample = (1 - value) * _capacity;
        }
    }

    /// <summary>Its voltage now, in millivolts.</summary>
    public int Millivolts => DischargeCurve.Millivolts(_battery, Charge);
}
