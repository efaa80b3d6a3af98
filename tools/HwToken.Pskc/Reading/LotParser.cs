using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Reading;

/// <summary>Reads the lot element that <see cref="PskcWriter"/> puts into the container's Extensions; skips extensions of others.</summary>
internal static class LotParser
{
    private const int MaxScrapped = 100_000;

    public static PskcLot? Extensions(XmlCursor cursor, PskcLot? lot)
    {
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor is not { Namespace: Uris.Lot, Name: "Lot" })
            {
                cursor.Skip();
                continue;
            }

            lot = lot is null ? Lot(cursor) : throw cursor.Fail(PskcError.RepeatedElement, "the file describes two lots");
        }

        return lot;
    }

    private static PskcLot Lot(XmlCursor cursor)
    {
        string id = Values.Text(cursor, "the lot's Id", cursor.Attribute("Id"));
        int count = (int)Values.Integer(cursor, "the lot's Count", cursor.Attribute("Count"), 0, int.MaxValue);
        string? first = Optional(cursor, "FirstId");
        string? last = Optional(cursor, "LastId");
        string? audit = Optional(cursor, "AuditHead");
        var scrapped = new List<PskcScrap>();
        for (int depth = cursor.Reader.Depth; cursor.NextChild(depth);)
        {
            if (cursor is not { Namespace: Uris.Lot, Name: "Scrapped" } || scrapped.Count >= MaxScrapped)
            {
                throw cursor.Unexpected();
            }

            scrapped.Add(new PskcScrap(
                Values.Text(cursor, "a scrapped unit's Id", cursor.Attribute("Id")),
                Values.Text(cursor, "a scrapped unit's Reason", cursor.Attribute("Reason"))));
            cursor.Empty();
        }

        return new PskcLot { LotId = id, Count = count, FirstId = first, LastId = last, AuditHead = audit, Scrapped = scrapped };
    }

    private static string? Optional(XmlCursor cursor, string name) =>
        cursor.Attribute(name) is { } value ? Values.Text(cursor, "the lot's " + name, value) : null;
}
