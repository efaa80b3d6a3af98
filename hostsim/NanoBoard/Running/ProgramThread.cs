namespace NanoBoard.Running;

/// <summary>A thread of a program, Main included. Exactly one of them has the turn; the others wait for theirs.</summary>
internal sealed class ProgramThread(int id)
{
    /// <summary>Released when this thread gets the turn.</summary>
    public SemaphoreSlim Turn { get; } = new(0);

    /// <summary>As <c>Thread.ManagedThreadId</c> tells it; Main is 1.</summary>
    public int Id { get; } = id;

    /// <summary>When its wait is over, in ticks.</summary>
    public long Until { get; set; }

    /// <summary>What ends its wait sooner.</summary>
    public Func<bool>? Condition { get; set; }

    public bool HasEnded { get; set; }

    public bool IsSuspended { get; set; }

    /// <summary>It is in a loop that only another one can end, and stands still until one has done something.</summary>
    public bool IsStuck { get; set; }

    /// <summary>It belongs to the platform (events, timers) and keeps no program alive.</summary>
    public bool IsPlatforms { get; init; }

    /// <summary>What the thread meets at its next board call, once.</summary>
    public Exception? Abortion { get; set; }

    /// <summary>The program's own object for it; made when somebody asks.</summary>
    public object? Face { get; set; }

    /// <summary>Its wait is over.</summary>
    public bool IsReady(long now) => !HasEnded && !IsSuspended && (now >= Until || Abortion is not null || Condition?.Invoke() == true);
}
