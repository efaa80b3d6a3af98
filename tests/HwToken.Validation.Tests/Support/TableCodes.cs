using HwToken.Validation.Keys;

namespace HwToken.Validation.Tests.Support;

/// <summary>Codes from a function, for cases that no secret makes on demand.</summary>
public sealed class TableCodes(Func<long, uint> code) : ICodeSource
{
    public int Asked { get; private set; }

    public uint Compute(long movingFactor)
    {
        Asked++;
        return code(movingFactor);
    }

    public void Dispose()
    {
    }
}
