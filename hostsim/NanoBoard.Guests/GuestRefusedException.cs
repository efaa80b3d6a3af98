namespace NanoBoard.Guests;

/// <summary>A program that the board cannot run, because it uses what the board has not. Nothing of it has run.</summary>
public sealed class GuestRefusedException : Exception
{
    /// <summary>An exception without words.</summary>
    public GuestRefusedException()
    {
    }

    /// <summary>Says why the program is refused.</summary>
    public GuestRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Says why the program is refused, and what caused it.</summary>
    public GuestRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal GuestRefusedException(string program, IReadOnlyList<GuestFault> faults)
        : base($"{program} uses what the virtual board has not (what it has: hostsim/NanoBoard/nanoframework-api.txt):\n" + string.Join('\n', faults))
    {
        Faults = faults;
    }

    /// <summary>Every member that is missing, in the order of their names. Empty where the assembly as a whole is refused.</summary>
    public IReadOnlyList<GuestFault> Faults { get; } = [];
}
