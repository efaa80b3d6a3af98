using System.Security.Cryptography;
using System.Text;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Exports;

/// <summary>Writes a lot's passed units into a list with secrets in clear, readable by its owner alone.</summary>
public static class LotExporter
{
    /// <summary>Characters that would break a line of some list, or make a spreadsheet compute.</summary>
    private static readonly System.Buffers.SearchValues<char> Unsafe = System.Buffers.SearchValues.Create(",;\"\r\n\t=+@");

    /// <summary>Writes the list.</summary>
    /// <param name="lot">The lot, with its keys.</param>
    /// <param name="format">Which list.</param>
    /// <param name="path">A new file.</param>
    /// <param name="users">Whom the tokens are for; null: nobody in particular.</param>
    /// <param name="who">By whom, for the audit trail.</param>
    /// <returns>How many credentials stand in it.</returns>
    /// <exception cref="FactoryException">The lot does not fit the format, or nothing has passed.</exception>
    public static int Write(Lot lot, ExportFormat format, string path, IReadOnlyDictionary<string, ExportUser>? users, string who)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(format);
        if (format.Refusal(lot.Definition) is { } refusal)
        {
            throw new FactoryException($"Lot {lot.Definition.LotId} cannot be written as {format.Name}: {refusal}.");
        }

        CheckField(lot.Definition.Manufacturer);
        CheckField(lot.Definition.Model);

        // Noted first: a list of secrets that nobody knows of is worse than a note about one that was not finished.
        lot.Ledger.Note(who, $"exporting secrets in clear as {format.Name}");
        int count = 0;
        PrivateFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            if (format.Header is not null)
            {
                writer.WriteLine(format.Header);
            }

            foreach (Unit unit in lot.Ledger.Units(UnitState.Verified, UnitState.Labelled, UnitState.Sealed))
            {
                ExportUser user = users?.GetValueOrDefault(unit.Id) ?? ExportUser.None;
                CheckUser(user);
                byte[] secret = lot.Secret(unit.Id);
                writer.WriteLine(format.Line(new ExportUnit(unit.Id, unit.Number, secret, unit.NextCounter, unit.VerifiedAt ?? lot.Definition.CreatedAt, user, lot.Definition)));
                CryptographicOperations.ZeroMemory(secret);
                count++;
            }

            if (count == 0)
            {
                throw new FactoryException($"No unit of lot {lot.Definition.LotId} has passed yet.");
            }
        });
        return count;
    }

    private static void CheckUser(ExportUser user)
    {
        foreach (string field in new[] { user.Name.Replace("@", "", StringComparison.Ordinal), user.Resolver, user.Realm })
        {
            CheckField(field);
        }
    }

    private static void CheckField(string field)
    {
        if (field.AsSpan().ContainsAny(Unsafe))
        {
            throw new FactoryException($"'{field}' holds a character that would break the list. Use letters, digits, spaces, '.', '-' and '_'.");
        }
    }
}
