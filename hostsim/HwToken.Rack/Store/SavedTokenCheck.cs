using HwToken.Rack.Live;

namespace HwToken.Rack.Store;

/// <summary>Looks at a saved token that came from outside, before a board is built of it.</summary>
internal static class SavedTokenCheck
{
    private const int MostFiles = 64;
    private const int MostBytes = 200 * 1024;
    private const long LongestAheadMs = 200L * 366 * 86_400_000;

    /// <summary>The token, when everything in it can be.</summary>
    /// <exception cref="RefusalException">Something cannot be.</exception>
    public static SavedToken Checked(SavedToken saved)
    {
        bool isGood = saved is { Version: SavedToken.Form, Files: { Count: <= MostFiles } files }
            && files.All(file => file.Value is not null && file.Key.Length is > 0 and <= 64 && !file.Key.Contains('\\'))
            && files.Sum(file => (long)file.Value.Length) <= MostBytes
            && Math.Abs((decimal)saved.AheadMs) <= LongestAheadMs
            && Math.Abs((decimal)(saved.RtcOffMs ?? 0)) <= LongestAheadMs
            && Math.Abs(saved.RtcPpm) <= TokenSlot.MostPpm
            && saved.SavedAtMs is > 0 and < 253_402_300_799_999
            && saved.Name is null or { Length: > 0 and <= 60 };
        return isGood ? saved : throw RefusalException.BadRequest("This is no snapshot of a token that this version can put back. Give back what /snapshot answered, unchanged.");
    }
}
