using HwToken.Validation.Keys;

namespace HwToken.Validation.Rules;

/// <summary>The codes of a search window, computed by the block when first asked for: a search ends near its centre as a rule.</summary>
/// <param name="codes">Computes the credential's codes.</param>
internal sealed class CodeWindow(ICodeSource codes)
{
    /// <summary>Codes computed together: whole lanes, and little enough to be wasted.</summary>
    private const int BlockCodes = 128;

    private readonly Dictionary<long, uint[]> _blocks = [];

    /// <summary>The code of a counter or time step.</summary>
    /// <param name="factor">0 or more.</param>
    public uint this[long factor]
    {
        get
        {
            (long block, long place) = Math.DivRem(factor, BlockCodes);
            if (!_blocks.TryGetValue(block, out uint[]? found))
            {
                found = new uint[BlockCodes];
                codes.Compute(block * BlockCodes, found);
                _blocks.Add(block, found);
            }

            return found[place];
        }
    }
}
