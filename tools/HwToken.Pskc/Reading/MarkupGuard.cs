namespace HwToken.Pskc.Reading;

/// <summary>Follows the markup byte by byte and refuses what a parser would hold in memory whole: document types, and a tag, text, CDATA section or
/// processing instruction of more than 64 KiB. Comments are dropped by the parser and may be as long as they like.</summary>
internal sealed class MarkupGuard
{
    private const int MaxRun = 64 * 1024;

    private Place place = Place.Content;
    private int run;
    private byte before;
    private byte beforeThat;

    /// <summary>Where the next byte stands; the names are those of the bytes before it.</summary>
    private enum Place
    {
        Content,
        Less,
        LessBang,
        LessBangDash,
        Comment,
        CData,
        Instruction,
    }

    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (place == Place.Content)
            {
                int less = bytes.IndexOf((byte)'<');
                Count(less < 0 ? bytes.Length : less);
                if (less < 0)
                {
                    return;
                }

                (place, run) = (Place.Less, 0);
                bytes = bytes[(less + 1)..];
            }
            else
            {
                Count(place == Place.Comment ? 0 : 1);
                Enter(Next(bytes[0]), bytes[0]);
                bytes = bytes[1..];
            }
        }
    }

    private Place Next(byte b) => place switch
    {
        Place.Less => b switch
        {
            (byte)'!' => Place.LessBang,
            (byte)'?' => Place.Instruction,
            _ => Place.Content,
        },
        Place.LessBang => b switch
        {
            (byte)'-' => Place.LessBangDash,
            (byte)'[' => Place.CData,
            _ => throw new PskcException(PskcError.ForbiddenMarkup, "The file holds a DOCTYPE, which PSKC never needs: refused. Ask the sender for a plain file."),
        },
        Place.LessBangDash => Place.Comment,
        Place.Comment => b == '>' && before == '-' && beforeThat == '-' ? Place.Content : place,
        Place.CData => b == '>' && before == ']' && beforeThat == ']' ? Place.Content : place,
        _ => b == '>' && before == '?' ? Place.Content : place,
    };

    private void Enter(Place next, byte b)
    {
        bool stays = next == place;
        (beforeThat, before) = stays ? (before, b) : ((byte)0, (byte)0);
        (place, run) = (next, stays || next == Place.Content ? run : 0);
    }

    private void Count(int bytes)
    {
        run += bytes;
        if (run > MaxRun)
        {
            throw new PskcException(PskcError.TooLarge, "The file holds a tag or text of more than 64 KiB: that is no PSKC. Nothing was read.");
        }
    }
}
