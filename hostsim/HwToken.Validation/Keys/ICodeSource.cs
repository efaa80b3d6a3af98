namespace HwToken.Validation.Keys;

/// <summary>Computes the codes of one credential. There is no way to ask it for the secret. Dispose it to wipe what it holds; one thread at a time.</summary>
public interface ICodeSource : IDisposable
{
    /// <summary>The code of a counter or time step as a number.</summary>
    /// <param name="movingFactor">0 or more.</param>
    uint Compute(long movingFactor);

    /// <summary>The codes of consecutive counters or time steps: what a search over a window asks for, many times faster than one by one.</summary>
    /// <param name="first">First counter or step, 0 or more.</param>
    /// <param name="codes">Filled with those of the first and the following.</param>
    void Compute(long first, Span<uint> codes)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = Compute(first + i);
        }
    }
}
