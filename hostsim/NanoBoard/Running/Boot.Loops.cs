using System.Runtime.CompilerServices;

namespace NanoBoard.Running;

/// <content>Computing without board calls, in a program that says so: what it costs, and where it ends.</content>
internal sealed partial class Boot
{
    /// <summary>Passes are counted one by one and paid for in lots.</summary>
    private const int PassesAtOnce = 64;

    private int _passes;
    private long _fruitless;
    private bool _hasHandlers;

    /// <summary>A backward jump of the program: computing takes time too, and ends with the run.</summary>
    /// <param name="place">Tells where the program is, should it have to be told.</param>
    public void PassLoop(Func<string> place)
    {
        if (++_passes % PassesAtOnce != 0)
        {
            return;
        }

        ThrowIfDead();
        Spend(PassesAtOnce * Board.Options.LoopTime.Ticks);
        EndSlice();
        _fruitless += PassesAtOnce;
        if (_fruitless > Board.Options.MostLoops)
        {
            StandStill(place);
        }
    }

    /// <summary>A method of the program begins: costs what a pass of a loop costs, and a place on the stack.</summary>
    /// <param name="place">Tells where the program is, should it have to be told.</param>
    public void EnterMethod(Func<string> place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            GiveUp("nests its calls without end: the device runs out of memory", "Let the recursion end sooner, or use a loop.", place);
        }

        PassLoop(place);
    }

    /// <summary>The program did something that another part of it may be waiting for.</summary>
    public void SomethingDone() => _fruitless = 0;

    /// <summary>A loop that does nothing any more: only another thread, or a handler, can end it.</summary>
    private void StandStill(Func<string> place)
    {
        if (!_hasHandlers && _threads is not { HasBusyOthers: true })
        {
            GiveUp(
                $"has passed {Board.Options.MostLoops} loops and calls without a board call, and nothing is left that could end it: the device would never come back",
                "Let it wait (Thread.Sleep) or return; if it computes that long, raise BoardOptions.MostLoops.",
                place);
        }

        ProgramThread me = Threads.Current;
        me.IsStuck = true;
        try
        {
            SpendUntil(long.MaxValue, () => _fruitless == 0);
        }
        finally
        {
            me.IsStuck = false;
        }
    }

    /// <summary>Ends a program that would not end: the chip hangs, whatever the program catches.</summary>
    private void GiveUp(string what, string advice, Func<string> place)
    {
        ThrowIfDead();
        var misuse = (BoardMisuseException)Misuse($"The program {what}. It is at {place()}. {advice}");
        Board.HangIfAlive(this, "The program came to no end.", misuse);
        ThrowIfDead();
    }
}
