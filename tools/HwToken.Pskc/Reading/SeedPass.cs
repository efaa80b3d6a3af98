namespace HwToken.Pskc.Reading;

/// <summary>One pass over a seed file: hands out one key after the other, and checks what concerns them all.</summary>
/// <param name="format">Of the file.</param>
/// <param name="options">Demands and limits.</param>
internal abstract class SeedPass(SeedFormat format, PskcReadOptions options)
{
    private readonly SeenNames names = new();
    private readonly List<SeedRefusal> refused = [];
    private readonly List<string> remarks = [];

    public SeedFormat Format { get; } = format;

    public string? ContainerId { get; protected set; }

    public bool Encrypted { get; protected set; }

    public bool Signed { get; protected set; }

    public PskcLot? Lot { get; protected set; }

    /// <summary>Keys handed out.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<SeedRefusal> Refused => refused;

    public IReadOnlyList<string> Remarks => remarks;

    protected PskcReadOptions Options { get; } = options;

    /// <summary>Keys met, taken or not.</summary>
    protected int Met => Count + refused.Count;

    public abstract IEnumerable<PskcKey> Keys();

    /// <summary>Notes, once, something that whoever reads the file should know.</summary>
    protected void Remark(string text)
    {
        if (!remarks.Contains(text))
        {
            remarks.Add(text);
        }
    }

    /// <summary>Reads one key. When foreign keys may be skipped and the reason lies in this one, it is noted instead.</summary>
    /// <param name="read">Makes the key; leaves the reader anywhere inside of it when it throws.</param>
    /// <param name="leave">Moves on to the key's end.</param>
    /// <returns>Null for a skipped key, or when there was none.</returns>
    protected PskcKey? Take(Func<PskcKey?> read, Action leave)
    {
        PskcKey? key;
        try
        {
            key = read();
        }
        catch (PskcException e) when (Options.SkipForeign && e.ConcernsOneKey)
        {
            CheckCount(e.Line!.Value);
            refused.Add(new SeedRefusal(e.Line.Value, e.Key, e.Error, e.Reason));
            leave();
            return null;
        }

        return key;
    }

    /// <summary>Takes a key into the count; the caller hands it out.</summary>
    protected void Register(PskcKey key, int line)
    {
        try
        {
            CheckCount(line);
            if (!names.AddId(key.Id))
            {
                throw new PskcException(PskcError.DuplicateId, line, key.Id, "the ID stands twice; every credential needs its own");
            }

            if (key.SerialNo is not null && !names.AddSerial(key.SerialNo, key.Id))
            {
                throw new PskcException(PskcError.DuplicateId, line, key.Id, $"the serial number '{key.SerialNo}' stands twice; every credential needs its own");
            }
        }
        catch
        {
            key.Dispose();
            throw;
        }

        key.Line = line;
        Count++;
    }

    /// <summary>To be called at the end: a file without a single key is no seed file.</summary>
    protected void CheckEnd()
    {
        if (Count > 0)
        {
            return;
        }

        throw refused.Count == 0
            ? new PskcException(PskcError.MissingElement, "The file holds no key. Ask the sender for the whole file.")
            : new PskcException(refused[0].Error, $"None of the file's {refused.Count:N0} keys can be taken. The first: {refused[0]}. Ask the sender for a file with HOTP or TOTP keys.");
    }

    private void CheckCount(int line)
    {
        if (Met >= Options.Limits.MaxKeys)
        {
            throw new PskcException(PskcError.TooLarge, line, null, $"the file holds more than {Options.Limits.MaxKeys:N0} keys; split it");
        }
    }
}
