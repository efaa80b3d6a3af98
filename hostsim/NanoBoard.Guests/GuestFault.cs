namespace NanoBoard.Guests;

/// <summary>Something that a program uses and the board has not.</summary>
/// <param name="Member">The member or type, as nanoFramework's documentation names it.</param>
/// <param name="Uses">Where it is used: method, with file and line where symbols stand beside the program.</param>
public sealed record GuestFault(string Member, IReadOnlyList<string> Uses)
{
    /// <summary>One line for the member, one for each use.</summary>
    public override string ToString() => Member + string.Concat(Uses.Select(use => "\n    used by " + use));
}
