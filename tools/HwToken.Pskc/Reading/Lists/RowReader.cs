using System.Security.Cryptography;

namespace HwToken.Pskc.Reading.Lists;

/// <summary>Makes keys of the lines of one dialect.</summary>
/// <param name="limits">Upper and lower bounds.</param>
/// <param name="remark">Takes what whoever reads the file should know.</param>
internal abstract class RowReader(PskcLimits limits, Action<string> remark)
{
    protected const int MinDigits = 6;
    protected const int MaxDigits = 8;
    protected const long MaxPeriod = 86_400;

    /// <summary>Longest ID that an error shows: what is longer in its column may be a secret, from a list with its columns exchanged or a line broken in two.</summary>
    private const int MostShown = 24;

    protected static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Reads a line.</summary>
    /// <returns>Null for one that bears no key: a header, a log entry.</returns>
    /// <exception cref="PskcException">The line is refused.</exception>
    public abstract PskcKey? Read(Row row);

    protected void Remark(string text) => remark(text);

    /// <summary>Takes a field as the key's ID.</summary>
    protected static string Id(Row row, ReadOnlySpan<char> field, string what)
    {
        foreach (char c in field)
        {
            if (char.IsControl(c))
            {
                throw row.Fail(PskcError.BadText, $"{what} holds a control character");
            }
        }

        string id = field.Length is > 0 and <= 128 ? field.ToString() : throw row.Fail(PskcError.BadText, $"{what} is empty or longer than 128 characters");
        row.Key = id.Length <= MostShown ? id : null;
        return id;
    }

    protected static string? Text(Row row, ReadOnlySpan<char> field, string what) =>
        field.IsEmpty ? null : field.Length <= 128 ? field.ToString() : throw row.Fail(PskcError.BadText, $"{what} is longer than 128 characters");

    protected byte[] Hex(Row row, ReadOnlySpan<char> field)
    {
        field = field.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? field[2..] : field;
        if (field.Length % 2 != 0 || field.ContainsAnyExcept(HexDigits))
        {
            throw row.Fail(PskcError.BadSecret, "the key is not written in pairs of hexadecimal digits");
        }

        return Sized(row, Convert.FromHexString(field));
    }

    protected byte[] Sized(Row row, byte[] secret)
    {
        if (secret.Length >= limits.MinSecretBytes && secret.Length <= limits.MaxSecretBytes)
        {
            return secret;
        }

        int length = secret.Length;
        CryptographicOperations.ZeroMemory(secret);
        throw row.Fail(PskcError.OutOfRange, $"a secret has {length} bytes, allowed are {limits.MinSecretBytes} to {limits.MaxSecretBytes}");
    }
}
