using System.Security.Cryptography;
using HwToken.Core;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Keeping;
using HwToken.Pskc;
using HwToken.Pskc.Lists;

namespace HwToken.Factory.Exports;

/// <summary>Writes a lot's passed units into a list with secrets in clear, readable by its owner alone.</summary>
public static class LotExporter
{
    private static readonly UnitState[] Passed = [UnitState.Verified, UnitState.Labelled, UnitState.Sealed];

    /// <summary>Writes the list.</summary>
    /// <param name="lot">The lot, with its keys.</param>
    /// <param name="format">Which list.</param>
    /// <param name="path">A new file.</param>
    /// <param name="users">Whom the tokens are for; null: nobody in particular.</param>
    /// <param name="who">By whom, for the audit trail.</param>
    /// <returns>How many credentials stand in it.</returns>
    /// <exception cref="FactoryException">The lot does not fit the format, or nothing has passed.</exception>
    public static int Write(Lot lot, SeedList format, string path, IReadOnlyDictionary<string, SeedUser>? users, string who)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(format);
        CheckLot(lot.Definition, format);

        CheckField(lot.Definition.Manufacturer);
        CheckField(lot.Definition.Model);
        Dictionary<string, SeedUser> quoted = Quoted(lot, format, users ?? new Dictionary<string, SeedUser>());

        // Noted first: a list of secrets that nobody knows of is worse than a note about one that was not finished.
        lot.Ledger.Note(who, new AuditEvent(AuditKind.Exporting) { Text = format.Name });
        int count = 0;
        PrivateFile.Create(path, stream =>
        {
            using var writer = new SeedListWriter(stream, format);
            foreach (Unit unit in lot.Ledger.Units(Passed))
            {
                SeedUser user = quoted.GetValueOrDefault(unit.Id) ?? SeedUser.None;
                byte[] secret = lot.Secret(unit.Id);
                using PskcKey key = UnitKey.Of(lot.Definition, unit.Id, unit.NextCounter, secret) with { StartDate = unit.VerifiedAt ?? lot.Definition.CreatedAt };
                CryptographicOperations.ZeroMemory(secret);
                writer.Write(key, user);
                count++;
            }

            writer.Complete();

            if (count == 0)
            {
                throw new FactoryException($"No unit of lot {lot.Definition.LotId} has passed yet.");
            }
        });
        return count;
    }

    /// <summary>Refuses a lot whose keys the list cannot carry, before anything is noted or written.</summary>
    private static void CheckLot(LotDefinition lot, SeedList format)
    {
        using PskcKey first = UnitKey.Of(lot, lot.Prefix + new string('0', CredentialId.Length - lot.Prefix.Length), lot.InitialCounter, new byte[lot.SecretBytes]);
        if (format.Refusal(first) is { } refusal)
        {
            throw new FactoryException($"Lot {lot.LotId} cannot be written as {format.Name}: {refusal}.");
        }
    }

    /// <summary>Names as the list writes them. A name for a unit that is not in the list is a slip of the pen: somebody would get no token.</summary>
    private static Dictionary<string, SeedUser> Quoted(Lot lot, SeedList format, IReadOnlyDictionary<string, SeedUser> users)
    {
        var quoted = new Dictionary<string, SeedUser>();
        foreach ((string id, SeedUser user) in users)
        {
            quoted[id] = new SeedUser(Quote(format, user.Name), Quote(format, user.Resolver), Quote(format, user.Realm));
            if (lot.Ledger.Find(id) is not { } unit || !Passed.Contains(unit.State))
            {
                throw new FactoryException($"{id} has a user but is no unit of this lot that has passed. Correct the users file; no list was written.");
            }
        }

        return quoted;
    }

    private static string Quote(SeedList format, string field)
    {
        if (field.Any(char.IsControl) || (field.Length > 0 && ListFields.IsLeading(field[0])))
        {
            throw new FactoryException($"'{ListFields.Printable(field)}' would break the list or make a spreadsheet compute. A name begins with none of = + - @ # and holds no control character.");
        }

        return format.Quote(field) ?? throw new FactoryException($"'{field}': the {format.Name} list has no way to write this name, which holds its separator. Use another name, or another format.");
    }

    private static void CheckField(string field)
    {
        if (!ListFields.IsSafe(field))
        {
            throw new FactoryException($"'{ListFields.Printable(field)}' would break the list or make a spreadsheet compute. {ListFields.Advice}.");
        }
    }
}
