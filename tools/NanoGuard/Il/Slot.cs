using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>A value on the evaluation stack: the tags it may carry and, where known, its type (arrays and by-references need it).</summary>
internal readonly record struct Slot(UnsignedBits Bits, TypeReference? Type = null)
{
    /// <summary>A value read from storage: it takes the tag of the place it was stored in, small types become signed.</summary>
    public static Slot Of(TypeReference type) => new(BitsOf(type), type);

    public Slot Join(Slot other) => new(Bits | other.Bits, Type?.FullName == other.Type?.FullName ? Type : null);

    /// <summary>What is read through a by-reference or out of an array of this slot's type.</summary>
    public Slot Element(UnsignedBits otherwise) => Type switch
    {
        ByReferenceType byRef => Of(byRef.ElementType),
        ArrayType array => Of(array.ElementType),
        _ => new Slot(otherwise),
    };

    private static UnsignedBits BitsOf(TypeReference type)
    {
        var element = type is IModifierType modified ? modified.ElementType : type;
        return element.MetadataType switch
        {
            MetadataType.UInt32 or MetadataType.UIntPtr => UnsignedBits.U4,
            MetadataType.UInt64 => UnsignedBits.U8,
            MetadataType.ValueType when CheckedCode.Resolve(element) is { IsEnum: true } enumType =>
                BitsOf(enumType.Fields.First(f => !f.IsStatic).FieldType),
            _ => UnsignedBits.None,
        };
    }
}
