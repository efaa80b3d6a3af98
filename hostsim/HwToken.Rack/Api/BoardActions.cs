using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Simulator.Screens;

namespace HwToken.Rack.Api;

/// <summary>What hands can do to a token: button, plug, reset, faults.</summary>
internal static class BoardActions
{
    private const double LongestHoldSeconds = 60;

    /// <summary>Presses the button and reads the display.</summary>
    public static ScreenState Press(TokenSlot slot) => Told(slot.Press());

    /// <summary>Holds the button and reads the display.</summary>
    public static ScreenState Hold(TokenSlot slot, Requests.Hold body) => body.Seconds is { } seconds && seconds is >= 0.1 and <= LongestHoldSeconds
        ? Told(slot.Hold(TimeSpan.FromSeconds(seconds)))
        : throw RefusalException.BadRequest("Give \"seconds\", 0.1 to 60: 2 shows the information screen, 10 opens the line.");

    /// <summary>Puts a finger on the button or lifts it.</summary>
    public static void Button(TokenSlot slot, Requests.Button body) => slot.Button(body.Down ?? throw RefusalException.BadRequest("Give \"down\": true or false."));

    /// <summary>Connects power or cuts it.</summary>
    public static void Power(TokenSlot slot, Requests.Power body) => slot.Power(body.On ?? throw RefusalException.BadRequest("Give \"on\": true or false."));

    /// <summary>Switches a fault on or off.</summary>
    public static void Fault(TokenSlot slot, Requests.Fault body)
    {
        if (body is not { Name: { } name, On: { } on } || !slot.SetFault(name, on))
        {
            throw RefusalException.BadRequest("Give \"name\", one of panelMissing, buttonStuck, rtcStopped, batteryLost, writesFail, and \"on\": true or false.");
        }
    }

    private static ScreenState Told(ScreenReading screen) => new(screen.Content, screen.Code, screen.Lines, screen.Error, Steady: true);
}
