using HwToken.Rack.Contract;
using HwToken.Rack.Live;
using HwToken.Simulator;

namespace HwToken.Rack.Api;

/// <summary>The virtual time of one token, and its clock chip.</summary>
internal static class TimeActions
{
    private const int LongestChipJumpSeconds = 10 * 366 * 86400;

    /// <summary>Sets how fast the token's time goes.</summary>
    public static void Speed(TokenSlot slot, Requests.Pace body) => slot.SetSpeed(body.Speed is { } speed && speed >= 0 && speed <= LiveToken.MaxSpeed
        ? speed
        : throw RefusalException.BadRequest("Give \"speed\": 0 (frozen) to 3600 virtual seconds a second."));

    /// <summary>Lets the token's time pass at once.</summary>
    public static void Jump(TokenSlot slot, Requests.Jump body)
    {
        switch (body)
        {
            case { Seconds: { } seconds and > 0, To: null }:
                slot.JumpBy(TimeSpan.FromSeconds(seconds));
                break;
            case { Seconds: null, To: { } moment }:
                slot.JumpTo(moment.ToUniversalTime());
                break;
            default:
                throw RefusalException.BadRequest("Give either \"seconds\", more than 0, or \"to\", such as 2027-01-01T00:00:00Z.");
        }
    }

    /// <summary>Puts the clock chip off.</summary>
    public static void ChipJump(TokenSlot slot, Requests.RtcJump body)
    {
        if (body.Seconds is not { } seconds || Math.Abs((long)seconds) > LongestChipJumpSeconds)
        {
            throw RefusalException.BadRequest("Give \"seconds\", at most ten years either way.");
        }

        slot.JumpRtc(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Makes the clock chip run fast or slow.</summary>
    public static void ChipPpm(TokenSlot slot, Requests.RtcPpm body)
    {
        if (body.Ppm is not { } ppm || !(Math.Abs(ppm) <= TokenSlot.MostPpm))
        {
            throw RefusalException.BadRequest("Give \"ppm\", at most 100000 either way.");
        }

        slot.SetRtcPpm(ppm);
    }
}
