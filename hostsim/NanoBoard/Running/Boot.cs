using System.Diagnostics.CodeAnalysis;
using NanoBoard.Chips;
using NanoBoard.Time;

namespace NanoBoard.Running;

/// <summary>
/// One run of the firmware, from boot to deep sleep. Holds all that a cold boot forgets: pins, bus, ports, open files, armed
/// wake sources. The nanoFramework types find it through <see cref="Current"/> on the firmware's thread.
/// </summary>
internal sealed partial class Boot
{
    /// <summary>A program that swallows this many unwindings in a row would loop for ever.</summary>
    private const int MostSwallowed = 1000;

    [ThreadStatic]
    private static Boot? s_current;

    private readonly FirmwareUnwoundException _unwound = new();
    private readonly Recollection? _recollection;
    private ProgramThreads? _threads;
    private HandlerThread? _handlers;
    private HandlerThread? _timers;
    private int _swallowed;

    public Boot(VirtualBoard board, long startedTicks)
    {
        Board = board;
        StartedTicks = startedTicks;
        _recollection = board.Options.OnCallersStack ? new Recollection() : null;
        Forget();
    }

    /// <summary>The run on this thread.</summary>
    /// <exception cref="InvalidOperationException">This thread runs no firmware.</exception>
    public static Boot Current => s_current ?? throw new InvalidOperationException(
        "A nanoFramework type was used off a virtual board. Run the code as the firmware of a VirtualBoard.");

    public static Boot? CurrentOrNull => s_current;

    public VirtualBoard Board { get; }

    /// <summary>When the chip began to boot: zero of its uptime and phase of its 10 ms ticks.</summary>
    public long StartedTicks { get; }

    public GpioPins Gpio { get; private set; }

    public PinFunctions Functions { get; private set; }

    public I2cBuses I2c { get; private set; }

    public OneWireBus OneWire { get; private set; }

    public OpenFiles Files { get; private set; }

    public SerialPorts Ports { get; private set; }

    public WakeSources WakeSources { get; private set; }

    /// <summary>True when the chip no longer runs this program.</summary>
    public bool IsKilled { get; private set; }

    /// <summary>True while the program is off the caller's stack, to begin again when time goes on.</summary>
    public bool IsParked { get; private set; }

    /// <summary>True when nothing that this program still does has an effect.</summary>
    public bool IsDead => IsKilled || IsParked;

    /// <summary>The program may begin again, so what the board answers is kept.</summary>
    [MemberNotNullWhen(true, nameof(_recollection))]
    public bool IsRecollected => _recollection is not null;

    /// <summary>The program has begun again and does what it has done before.</summary>
    public bool IsRecalling => _recollection is { IsRecalling: true };

    /// <summary>True time now, as an answer to the program.</summary>
    public long NowTicks => Ask(Timeline, static timeline => timeline.NowTicks);

    /// <summary>The threads of the program beside Main; made when it starts the first one, or when its first handler is due.</summary>
    public ProgramThreads Threads => _threads ??= new ProgramThreads(this);

    /// <summary>How far the network of this run is.</summary>
    public nanoFramework.Networking.NetworkHelperStatus Network { get; set; }

    /// <summary>The radio was switched on in this run; leaving a network leaves it on.</summary>
    public bool IsRadioOn { get; set; }

    /// <summary>The program's handlers of a restart that it asks for.</summary>
    public nanoFramework.Runtime.Native.RebootEventHandler? Rebooting { get; set; }

    /// <summary>Who holds which object, for <c>lock</c>.</summary>
    public Locks Locks { get; } = new();

    private Timeline Timeline => Board.Timeline;

    /// <summary>Begins a call of the static API: finds the run, charges the interpreter's time.</summary>
    public static Boot Call()
    {
        Boot boot = Current;
        boot.Charge();
        return boot;
    }

    /// <summary>Begins a call on an object of this run.</summary>
    public void CallObject()
    {
        CheckOwner();
        Charge();
    }

    /// <summary>Runs the firmware's Main on this thread.</summary>
    public void Execute(Action firmwareMain)
    {
        s_current = this;
        try
        {
            Exception? thrown = RunMain(firmwareMain);
            Board.HangIfAlive(this, thrown is null ? "Main returned." : "Main threw " + thrown.GetType().Name + ": " + thrown.Message, thrown);
        }
        finally
        {
            _threads?.EndAll();
            s_current = null;
        }
    }

    /// <summary>Ends the run: from now on every board call throws.</summary>
    public void Kill() => IsKilled = true;

    /// <summary>Takes the program off the caller's stack. Sticky, like the end of a run.</summary>
    public void LeaveStack()
    {
        IsParked = true;
        throw _unwound;
    }

    /// <summary>The program begins again at its first line, with the answers that it had.</summary>
    public void BeginAgain()
    {
        IsParked = false;
        _swallowed = 0;
        _recollection!.BeginAgain();
        Forget();
    }

    /// <summary>Reads or changes something outside the program. All such acts go through here, waits apart: none is done twice.</summary>
    /// <param name="state">What the act needs.</param>
    /// <param name="board">The act; it does not wait.</param>
    public T Ask<TState, T>(TState state, Func<TState, T> board) => _recollection is null ? board(state) : _recollection.Ask(state, board);

    /// <summary>The program leaves something to be called. Such belongs to a program that stays on its stack.</summary>
    public void AdmitHandler()
    {
        _hasHandlers = true;
        if (IsRecollected)
        {
            throw new NotSupportedException("A firmware on the caller's stack has no event handlers: it reads levels and polls its port. Run it on a thread of its own (BoardOptions.OnCallersStack = false).");
        }
    }

    public void ThrowIfDead()
    {
        if (!IsDead)
        {
            return;
        }

        if (++_swallowed > MostSwallowed)
        {
            s_current = null;
            Board.AbandonFirmware();
        }

        throw _unwound;
    }

    /// <summary>Consumes virtual time: the processor is busy, no other thread of the program runs.</summary>
    public void Spend(long ticks) => SpendUntil(Timeline.NowTicks + ticks, null, isBusy: true);

    /// <summary>Waits for the moment or for a condition that events bring about. Other threads of the program run meanwhile.</summary>
    /// <returns>True when the condition holds.</returns>
    public bool SpendUntil(long target, Func<bool>? condition) => SpendUntil(target, condition, isBusy: false);

    /// <summary>Waits as the platform's waits do: until the first tick at or after the time is over.</summary>
    /// <param name="milliseconds">-1: for ever.</param>
    /// <param name="condition">What ends the wait sooner.</param>
    /// <returns>True when the condition holds.</returns>
    public bool WaitMilliseconds(long milliseconds, Func<bool>? condition) =>
        SpendUntil(milliseconds < 0 ? long.MaxValue : TickAtOrAfter(Timeline.NowTicks + (milliseconds * TimeSpan.TicksPerMillisecond)), condition);

    private bool SpendUntil(long target, Func<bool>? condition, bool isBusy)
    {
        if (_recollection is null)
        {
            return Wait(target, condition, isBusy);
        }

        if (_recollection.TryRecallWait(out bool held))
        {
            return held;
        }

        held = Wait(_recollection.BeginWait(target), condition, isBusy);
        _recollection.EndWait(held);
        return held;
    }

    private bool Wait(long target, Func<bool>? condition, bool isBusy)
    {
        while (true)
        {
            ThrowIfDead();
            if (condition is not null && condition())
            {
                return true;
            }

            long moment = target;
            if (!isBusy && _threads is { } threads)
            {
                // What is due at this moment comes before anybody's turn, and a turn before time goes on.
                if (Timeline.RunNext(Timeline.NowTicks))
                {
                    continue;
                }

                if (Timeline.NowTicks >= target)
                {
                    return false;
                }

                if (threads.TryHandOver(target, condition))
                {
                    continue;
                }

                moment = Math.Min(target, threads.NextMoment);
            }

            if (Timeline.RunNext(Math.Min(moment, Board.HorizonTicks)))
            {
                continue;
            }

            if (moment > Board.HorizonTicks)
            {
                Timeline.MoveTo(Board.HorizonTicks);
                Board.Park();
                continue;
            }

            Timeline.MoveTo(moment);
            if (moment == target)
            {
                return false;
            }
        }
    }

    /// <summary>The first 10 ms tick of the operating system at or after a moment.</summary>
    public long TickAtOrAfter(long ticks)
    {
        long since = ticks - StartedTicks;
        long tick = 10 * TimeSpan.TicksPerMillisecond;
        return StartedTicks + ((since + tick - 1) / tick * tick);
    }

    /// <summary>Text for the debugger's port: the host hears whole lines.</summary>
    public void Print(string? text) => Ask((this, text ?? string.Empty), static print =>
    {
        print.Item1.Board.Print(print.Item2);
        return true;
    });

    /// <summary>Records a misuse and throws it at the firmware.</summary>
    public Exception Misuse(string what)
    {
        return Ask((Board, what), static misuse =>
        {
            misuse.Board.RecordMisuse(misuse.what);
            return new BoardMisuseException(misuse.what);
        });
    }

    private void Charge()
    {
        ThrowIfDead();
        SomethingDone();
        if (_recollection is not { IsRecalling: true })
        {
            Board.Counters.ApiCalls++;
        }

        Spend(Board.Options.ApiCallTime.Ticks);
        if (_recollection is null && Board.Faults.TakeFailure(Board.Counters.ApiCalls))
        {
#pragma warning disable CA2201 // It stands for the platform's own.
            throw new OutOfMemoryException("The heap is full.");
#pragma warning restore CA2201
        }

        EndSlice();
    }

    /// <summary>Drops what a program keeps in the platform: each line of it is made again when the program begins again.</summary>
    [MemberNotNull(nameof(Gpio), nameof(Functions), nameof(I2c), nameof(OneWire), nameof(Files), nameof(Ports), nameof(WakeSources))]
    private void Forget()
    {
        Gpio = new GpioPins(this);
        Functions = new PinFunctions(this);
        I2c = new I2cBuses(this);
        OneWire = new OneWireBus(this);
        Files = new OpenFiles();
        Ports = new SerialPorts(this);
        WakeSources = new WakeSources();
        Rebooting = null;
        IsRadioOn = false;
    }

    private void CheckOwner()
    {
        if (ReferenceEquals(s_current, this))
        {
            return;
        }

        throw Current.Misuse("An object of an earlier boot was used: a static field of the firmware survived, which no field does on the device.");
    }
}
