using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace HwToken.Demo.Bank.Codes;

/// <summary>
/// The codes that were accepted here lately, so that a customer who types one again learns just that. As keyed hashes, in memory:
/// the validation service alone decides what is accepted, and tells relying parties no more than that a code was refused.
/// </summary>
internal sealed class AcceptedCodes
{
    /// <summary>Codes remembered of each token.</summary>
    private const int Most = 8;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, string[]> marks = new(StringComparer.Ordinal);

    /// <summary>Remembers a code that was accepted.</summary>
    public void Add(string id, string typed)
    {
        if (Mark(id, typed) is { } mark)
        {
            marks.AddOrUpdate(id, _ => [mark], (_, known) => [.. known.TakeLast(Most - 1), mark]);
        }
    }

    /// <summary>True when this code of this token was accepted here.</summary>
    public bool Has(string id, string typed) => Mark(id, typed) is { } mark && marks.TryGetValue(id, out string[]? known) && known.Contains(mark);

    private string? Mark(string id, string typed) => Typed.Code(typed) is { } code
        ? Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id} {code}")))
        : null;
}
