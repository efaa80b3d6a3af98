using System.Globalization;
using HwToken.Core;

namespace HwToken.Factory.Registry;

/// <summary>Consecutive credential IDs under one prefix.</summary>
public sealed record CredentialIdRange
{
    /// <summary>Describes a range.</summary>
    /// <param name="prefix">2 to 4 capital letters and digits, a letter first; digits fill up to 12.</param>
    /// <param name="first">First number, 0 or more.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <exception cref="FactoryException">The prefix is off, or the numbers do not fit.</exception>
    public CredentialIdRange(string prefix, long first, int count)
    {
        CheckPrefix(prefix);
        long limit = Limit(prefix);
        if (first < 0 || count < 1 || first > limit - count)
        {
            throw new FactoryException($"{count} IDs from number {first} do not fit behind {prefix}: numbers go from 0 to {limit - 1}.");
        }

        Prefix = prefix;
        First = first;
        Count = count;
    }

    /// <summary>Letters and digits before the number.</summary>
    public string Prefix { get; }

    /// <summary>First number.</summary>
    public long First { get; }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>First ID.</summary>
    public string FirstId => Id(First);

    /// <summary>Last ID.</summary>
    public string LastId => Id(First + Count - 1);

    /// <summary>Refuses a prefix that cannot begin a credential ID.</summary>
    public static void CheckPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length is < 2 or > 4 || !prefix.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9')) || char.IsAsciiDigit(prefix[0]))
        {
            throw new FactoryException($"'{prefix}' is no prefix. Use 2 to 4 capital letters and digits, a letter first, such as DPHT.");
        }
    }

    /// <summary>The ID of a number: 12 characters.</summary>
    public string Id(long number) => Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(CredentialId.Length - Prefix.Length, '0');

    /// <summary>The number of an ID.</summary>
    internal static long NumberOf(string prefix, string id) => long.Parse(id.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>All of them, in order.</summary>
    public IEnumerable<(long Number, string Id)> All()
    {
        for (long number = First; number < First + Count; number++)
        {
            yield return (number, Id(number));
        }
    }

    internal static long Limit(string prefix) => (long)Math.Pow(10, CredentialId.Length - prefix.Length);
}
