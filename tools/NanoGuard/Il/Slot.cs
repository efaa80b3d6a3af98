using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>
/// A value on the evaluation stack: the tags it may carry, how large it may be and, where known, its type (arrays and by-references need it).
/// </summary>
/// <param name="Bits">The unsigned tags that it may carry.</param>
/// <param name="Type">Its type, or null.</param>
/// <param name="Max">Its bits read as an unsigned number are never more than this, whatever tag it carries.</param>
/// <param name="TaggedMax">The same for those ways into the place on which it carries an unsigned tag.</param>
/// <param name="Constant">Its value, where it is a literal.</param>
internal sealed record Slot(UnsignedBits Bits, TypeReference? Type = null, ulong Max = Bounds.None, ulong TaggedMax = Bounds.None, ulong? Constant = null)
{
    /// <summary>No integer, or one of which nothing is known.</summary>
    public static Slot Unknown { get; } = new(UnsignedBits.None);

    /// <summary>A value read from storage: it takes the tag of the place it was stored in, small types become signed.</summary>
    public static Slot Of(TypeReference type)
    {
        var bits = BitsOf(type);
        var max = Bounds.Of(Stored(type).MetadataType);
        return new(bits, type, max, bits == UnsignedBits.None ? 0 : max);
    }

    /// <summary>A value without an unsigned tag.</summary>
    public static Slot Signed(ulong max = Bounds.None, TypeReference? type = null) => new(UnsignedBits.None, type, max, 0);

    /// <summary>A literal.</summary>
    public static Slot Literal(ulong value) => new(UnsignedBits.None, null, value, 0, value);

    /// <summary>What may be in a place that two ways lead to.</summary>
    public Slot Join(Slot other) => new(
        Bits | other.Bits,
        Type?.FullName == other.Type?.FullName ? Type : null,
        Math.Max(Max, other.Max),
        Math.Max(Bits == UnsignedBits.None ? 0 : TaggedMax, other.Bits == UnsignedBits.None ? 0 : other.TaggedMax),
        Constant == other.Constant ? Constant : null);

    /// <summary>The same with bounds that grow in few steps: a loop that counts must come to an end here.</summary>
    public Slot Widened() => this with { Max = Bounds.Rounded(Max), TaggedMax = Bounds.Rounded(TaggedMax) };

    /// <summary>The same tags over any value that the place can hold.</summary>
    public Slot Unbounded() => this with { Max = Type is null ? Bounds.None : Of(Type).Max, TaggedMax = Bounds.None, Constant = null };

    /// <summary>The same, with no more than this value.</summary>
    public Slot AtMost(ulong max) => this with { Max = Math.Min(Max, max), TaggedMax = Math.Min(TaggedMax, max) };

    /// <summary>What is read through a by-reference or out of an array of this slot's type.</summary>
    public Slot Element(UnsignedBits otherwise) => Type switch
    {
        ByReferenceType byRef => Of(byRef.ElementType),
        ArrayType array => Of(array.ElementType),
        _ => new Slot(otherwise),
    };

    /// <summary>The highest bit may be set while the value carries an unsigned tag: signed and unsigned operations then differ.</summary>
    public bool MayDiffer => Bits != UnsignedBits.None && TaggedMax > (Bits.HasFlag(UnsignedBits.U8) ? (ulong)long.MaxValue : int.MaxValue);

    private static UnsignedBits BitsOf(TypeReference type) => Stored(type).MetadataType switch
    {
        MetadataType.UInt32 or MetadataType.UIntPtr => UnsignedBits.U4,
        MetadataType.UInt64 => UnsignedBits.U8,
        _ => UnsignedBits.None,
    };

    /// <summary>The type without modifiers; of an enum the one behind it.</summary>
    private static TypeReference Stored(TypeReference type)
    {
        var element = type is IModifierType modified ? modified.ElementType : type;
        return element.MetadataType == MetadataType.ValueType && CheckedCode.Resolve(element) is { IsEnum: true } known
            ? known.Fields.First(f => !f.IsStatic).FieldType
            : element;
    }
}
