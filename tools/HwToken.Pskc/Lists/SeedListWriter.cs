using System.Text;

namespace HwToken.Pskc.Lists;

/// <summary>Writes one list, key by key: UTF-8 without a mark, lines that end in LF. The secrets stand in it in clear.</summary>
public sealed class SeedListWriter : IDisposable
{
    private readonly SeedList list;
    private readonly StreamWriter writer;
    private bool any;

    /// <summary>Begins a list.</summary>
    /// <param name="output">Written forward only; stays open.</param>
    /// <param name="list">Which list.</param>
    public SeedListWriter(Stream output, SeedList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        this.list = list;
        writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (list.Header is not null)
        {
            writer.WriteLine(list.Header);
        }
    }

    /// <summary>Writes one key.</summary>
    /// <param name="key">Stays the caller's.</param>
    /// <param name="user">Whom the token is for.</param>
    /// <exception cref="PskcException">A text of the key would break the list.</exception>
    public void Write(PskcKey key, SeedUser user)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (string? field in new[] { key.Id, key.Manufacturer, key.Model })
        {
            if (field is not null && !ListFields.IsSafe(field))
            {
                throw new PskcException(PskcError.BadText, $"'{ListFields.Printable(field)}' would break the list or make a spreadsheet compute. {ListFields.Advice}.");
            }
        }

        writer.Write(any ? list.Between : "");
        writer.Write(list.Line(key, user));
        any = true;
    }

    /// <summary>Ends the list.</summary>
    public void Complete()
    {
        writer.Write(any ? "\n" : "");
        if (list.Footer is not null)
        {
            writer.WriteLine(list.Footer);
        }

        writer.Flush();
    }

    /// <summary>Does not complete the list.</summary>
    public void Dispose() => writer.Dispose();
}
