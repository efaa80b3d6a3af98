using System.Collections.Concurrent;
using System.Reflection;

namespace HwToken.WakeCost.Counting;

/// <summary>
/// What the instrumented firmware has executed and made. The calls to it stand in the firmware's rewritten code. One firmware runs at a
/// time: a virtual board lets either its caller or its firmware run, never both.
/// </summary>
public static class Tally
{
    private const int HeapBlock = 12; // nanoFramework's heap is made of blocks of 12 bytes (32-bit chips)
    private const int ArrayHeader = 20;

    private static readonly ConcurrentDictionary<Type, int> ObjectBytes = new();

    /// <summary>IL instructions executed.</summary>
    public static long Instructions { get; private set; }

    /// <summary>Bytes of the objects made, as the interpreter's heap counts them.</summary>
    public static long Bytes { get; private set; }

    private static readonly List<string> Names = [];
    private static long[] s_ofMethod = new long[64];

    /// <summary>A basic block begins.</summary>
    /// <param name="instructions">Its length.</param>
    /// <param name="method">The method that it belongs to.</param>
    public static void Block(int instructions, int method)
    {
        Instructions += instructions;
        s_ofMethod[method] += instructions;
    }

    /// <summary>Makes room for a method.</summary>
    /// <returns>Its number.</returns>
    internal static int Register(string method)
    {
        Names.Add(method);
        if (Names.Count > s_ofMethod.Length)
        {
            Array.Resize(ref s_ofMethod, 2 * s_ofMethod.Length);
        }

        return Names.Count - 1;
    }

    /// <summary>Instructions that each method has executed itself, so far.</summary>
    internal static Dictionary<string, long> OfMethods() =>
        Names.Select((name, number) => (name, Count: s_ofMethod[number])).GroupBy(row => row.name).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Count));

    /// <summary>An object was made, or came out of a call that the interpreter answers natively.</summary>
    public static void Made(object? made)
    {
        Bytes += made switch
        {
            null => 0,
            string text => Whole(HeapBlock + text.Length + 1),
            Array array => Whole(ArrayHeader + (array.Length * ElementBytes(array.GetType().GetElementType()!))),
            _ => ObjectBytes.GetOrAdd(made.GetType(), BytesOf),
        };
    }

    private static int Whole(int bytes) => (bytes + HeapBlock - 1) / HeapBlock * HeapBlock;

    private static int ElementBytes(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
        _ => HeapBlock,
    };

    /// <summary>A header and a block a field, inherited ones included. An object of the platform counts with its header alone.</summary>
    private static int BytesOf(Type type)
    {
        int fields = 0;
        for (Type? declaring = type; declaring?.Assembly.GetName().Name == CountedFirmware.AssemblyName; declaring = declaring.BaseType)
        {
            fields += declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Length;
        }

        return HeapBlock * (1 + fields);
    }
}
