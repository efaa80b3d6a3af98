using System.Security.Cryptography;
using System.Text;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Keeping;

namespace HwToken.Factory.Exports;

/// <summary>Writes a lot's passed units into a list with secrets in clear, readable by its owner alone.</summary>
public static class LotExporter
{
    private const string Advice = "Use letters, digits, spaces, '.', '-' and '_'";

    /// <summary>Characters that separate or quote fields in one of the lists.</summary>
    private static readonly System.Buffers.SearchValues<char> Breaking = System.Buffers.SearchValues.Create(",;\"'|");

    /// <summary>Characters that, in the first place, make a spreadsheet compute or a list take the line for a comment.</summary>
    private static readonly System.Buffers.SearchValues<char> Leading = System.Buffers.SearchValues.Create("=+-@#");

    private static readonly UnitState[] Passed = [UnitState.Verified, UnitState.Labelled, UnitState.Sealed];

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
        Dictionary<string, ExportUser> quoted = Quoted(lot, format, users ?? new Dictionary<string, ExportUser>());

        // Noted first: a list of secrets that nobody knows of is worse than a note about one that was not finished.
        lot.Ledger.Note(who, new AuditEvent(AuditKind.Exporting) { Text = format.Name });
        int count = 0;
        PrivateFile.Create(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            if (format.Header is not null)
            {
                writer.WriteLine(format.Header);
            }

            foreach (Unit unit in lot.Ledger.Units(Passed))
            {
                ExportUser user = quoted.GetValueOrDefault(unit.Id) ?? ExportUser.None;
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

    /// <summary>Names as the list writes them. A name for a unit that is not in the list is a slip of the pen: somebody would get no token.</summary>
    private static Dictionary<string, ExportUser> Quoted(Lot lot, ExportFormat format, IReadOnlyDictionary<string, ExportUser> users)
    {
        var quoted = new Dictionary<string, ExportUser>();
        foreach ((string id, ExportUser user) in users)
        {
            quoted[id] = new ExportUser(Quote(format, user.Name), Quote(format, user.Resolver), Quote(format, user.Realm));
            if (lot.Ledger.Find(id) is not { } unit || !Passed.Contains(unit.State))
            {
                throw new FactoryException($"{id} has a user but is no unit of this lot that has passed. Correct the users file; no list was written.");
            }
        }

        return quoted;
    }

    private static string Quote(ExportFormat format, string field)
    {
        if (field.Any(char.IsControl) || field.AsSpan().IndexOfAny(Leading) == 0)
        {
            throw new FactoryException($"'{Printable(field)}' would break the list or make a spreadsheet compute. A name begins with none of = + - @ # and holds no control character.");
        }

        return format.Quote(field) ?? throw new FactoryException($"'{field}': the {format.Name} list has no way to write this name, which holds its separator. Use another name, or another format.");
    }

    private static void CheckField(string field)
    {
        if (field.AsSpan().ContainsAny(Breaking) || field.AsSpan().IndexOfAny(Leading) == 0 || field.Any(char.IsControl))
        {
            throw new FactoryException($"'{Printable(field)}' would break the list or make a spreadsheet compute. {Advice}.");
        }
    }

    private static string Printable(string field) => string.Concat(field.Select(c => char.IsControl(c) ? '?' : c));
}
