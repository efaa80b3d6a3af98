namespace NanoBoard.Running;

/// <summary>
/// Runs a firmware on the caller's stack, where there is no second thread (a browser). At the horizon the program is taken off the stack;
/// when time goes on it begins again at its boot, is given the answers that it had before (<see cref="Recollection"/>), and so stands where
/// it was, at the same call, with nothing done twice.
/// </summary>
internal sealed class CallersStack(Boot boot, Action firmwareMain) : IFirmwareRun
{
    private bool _isGivenUp;

    /// <inheritdoc/>
    public bool Run(Func<long> progress)
    {
        if (boot.IsKilled)
        {
            return true;
        }

        boot.BeginAgain();
        boot.Execute(firmwareMain);
        return !_isGivenUp ? !boot.IsParked : throw GivenUp();
    }

    /// <inheritdoc/>
    public void Park() => boot.LeaveStack();

    /// <inheritdoc/>
    public void Abandon()
    {
        _isGivenUp = true;
        throw GivenUp();
    }

    private static InvalidOperationException GivenUp() => new(
        "The firmware catches the end of its run again and again. Run it on a thread of its own to leave it behind.");
}
