namespace System;

/// <summary>nanoFramework's view of a part of a byte array (mscorlib 1.17).</summary>
public readonly ref struct SpanByte
{
    private readonly byte[]? _array;
    private readonly int _start;

    /// <summary>The whole array; null gives an empty span.</summary>
    public SpanByte(byte[]? array)
    {
        _array = array;
        Length = array?.Length ?? 0;
    }

    /// <summary>A part of an array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie in the array.</exception>
    public SpanByte(byte[]? array, int start, int length)
    {
        int size = array?.Length ?? 0;
        if (start < 0 || length < 0 || start > size - length)
        {
            throw new ArgumentOutOfRangeException(nameof(start));
        }

        _array = array;
        _start = start;
        Length = length;
    }

    /// <summary>A span of no bytes.</summary>
    public static SpanByte Empty => default;

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>A byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside.</exception>
    public byte this[int index]
    {
        get => AsSpan()[Checked(index)];
        set => AsSpan()[Checked(index)] = value;
    }

    /// <summary>The whole of an array.</summary>
    public static implicit operator SpanByte(byte[]? array) => new(array);

    /// <summary>Copies all bytes to the start of another span.</summary>
    /// <exception cref="ArgumentException">The other is shorter.</exception>
    public void CopyTo(SpanByte destination) => AsSpan().CopyTo(destination.AsSpan());

    /// <summary>The part from a start to the end.</summary>
    public SpanByte Slice(int start) => Slice(start, Length - start);

    /// <summary>A part.</summary>
    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start > Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(start));
        }

        return new SpanByte(_array, _start + start, length);
    }

    /// <summary>A copy of the bytes.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    internal Span<byte> AsSpan() => _array is null ? default : _array.AsSpan(_start, Length);

    private int Checked(int index) => (uint)index < (uint)Length ? index : throw new ArgumentOutOfRangeException(nameof(index));
}
