using NanoBoard.Events;

namespace NanoBoard.Guests.Tests;

/// <summary>A board with a guest on it, and what it printed. What the guest throws out of Main is thrown again by <see cref="Run"/>.</summary>
internal sealed class GuestRig : IDisposable
{
    public GuestRig(string source, BoardOptions? options = null, string library = "")
    {
        Board = VirtualBoard.FromAssembly(GuestCompiler.Program(source, library), options);
        Board.Happened += Log.Add;
    }

    public VirtualBoard Board { get; }

    public List<BoardEvent> Log { get; } = [];

    /// <summary>The lines that the guest printed.</summary>
    public string[] Printed => [.. Log.OfType<TextPrinted>().Select(line => line.Text)];

    /// <summary>Gives a fresh board power and runs it.</summary>
    public static GuestRig On(string source, double seconds, BoardOptions? options = null, string library = "")
    {
        var rig = new GuestRig(source, options, library);
        rig.Board.ConnectPower();
        rig.Run(seconds);
        return rig;
    }

    public void Run(double seconds)
    {
        Board.Advance(TimeSpan.FromSeconds(seconds));
        if (Board.FirmwareException is { } thrown)
        {
            throw thrown;
        }
    }

    public void Dispose() => Board.Dispose();
}
