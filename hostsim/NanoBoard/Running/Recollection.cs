using System.Runtime.ExceptionServices;

namespace NanoBoard.Running;

/// <summary>
/// What the board answered one run of a firmware, in order. A firmware is a function of these answers, so a program that begins again
/// and gets them again stands where it stood. A wait that had not ended goes on to the moment that it had first.
/// </summary>
internal sealed class Recollection
{
    private static readonly object s_held = true;
    private static readonly object s_passed = false;

    private readonly List<object?> _answers = [];
    private int _next;
    private long? _waitsUntil;

    /// <summary>The program has done the next thing before, or was at it when it left the stack.</summary>
    public bool IsRecalling => _next < _answers.Count || _waitsUntil is not null;

    /// <summary>The program begins again.</summary>
    public void BeginAgain() => _next = 0;

    /// <summary>The answer of the run before; without one, the board is asked.</summary>
    public T Ask<TState, T>(TState state, Func<TState, T> board)
    {
        if (_next < _answers.Count)
        {
            object? answer = _answers[_next++];
            if (answer is ExceptionDispatchInfo refusal)
            {
                refusal.Throw();
            }

            return (T)answer!;
        }

        try
        {
            return Keep(board(state));
        }
        catch (Exception e) when (e is not FirmwareUnwoundException)
        {
            Keep(ExceptionDispatchInfo.Capture(e));
            throw;
        }
    }

    /// <summary>A wait that is over already.</summary>
    /// <param name="held">Whether what it waited for came.</param>
    /// <returns>False: it has to be waited for.</returns>
    public bool TryRecallWait(out bool held)
    {
        if (_next < _answers.Count)
        {
            held = ReferenceEquals(_answers[_next++], s_held);
            return true;
        }

        held = false;
        return false;
    }

    /// <summary>Begins a wait, or goes on with the one in which the program left the stack.</summary>
    /// <returns>Until when, in ticks.</returns>
    public long BeginWait(long until)
    {
        _waitsUntil ??= until;
        return _waitsUntil.Value;
    }

    /// <summary>The wait is over.</summary>
    public void EndWait(bool held)
    {
        _waitsUntil = null;
        Keep(held ? s_held : s_passed);
    }

    private T Keep<T>(T answer)
    {
        _answers.Add(answer);
        _next = _answers.Count;
        return answer;
    }
}
