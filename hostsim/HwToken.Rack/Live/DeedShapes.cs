using HwToken.Simulator;
using HwToken.Simulator.Records;
using NanoBoard;

namespace HwToken.Rack.Live;

/// <summary>Joins what belongs together: a finger that goes down and up is a hold, where the token had time to answer before the next deed.</summary>
internal static class DeedShapes
{
    public const string Down = "button: { down: true }";
    public const string Up = "button: { down: false }";

    private static readonly TimeSpan Answer = new BoardOptions().BootTime + VirtualToken.Settling;

    /// <summary>The deeds, joined.</summary>
    public static IReadOnlyList<RecordedDeed> Join(IReadOnlyList<RecordedDeed> deeds)
    {
        var joined = new List<RecordedDeed>();
        for (int i = 0; i < deeds.Count; i++)
        {
            RecordedDeed deed = deeds[i];
            if (deed.Step == Down && i + 1 < deeds.Count && deeds[i + 1].Step == Up)
            {
                TimeSpan length = deeds[i + 1].At - deed.At;
                DateTimeOffset next = i + 2 < deeds.Count ? deeds[i + 2].At : DateTimeOffset.MaxValue;
                if (deed.At + length + Answer <= next)
                {
                    joined.Add(deed with { Step = RecordWords.Hold(length), Takes = length + Answer });
                    i++;
                    continue;
                }
            }

            joined.Add(deed);
        }

        return joined;
    }

    /// <summary>How long a hold takes with its answer.</summary>
    public static TimeSpan Takes(TimeSpan hold) => hold + Answer;
}
