namespace HwToken.Validation.Keys;

/// <summary>Computes the codes of one credential. There is no way to ask it for the secret. Dispose it to wipe what it holds; one thread at a time.</summary>
public interface ICodeSource : IDisposable
{
    /// <summary>The code of a counter or time step as a number.</summary>
    /// <param name="movingFactor">0 or more.</param>
    uint Compute(long movingFactor);
}
