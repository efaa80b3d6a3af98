using System.Runtime.Intrinsics;
using HwToken.Core.Otp;
using HwToken.Validation.Keys.Lanes;

namespace HwToken.Validation.Keys;

/// <summary>The core's generator behind <see cref="ICodeSource"/>; runs of SHA-1 codes in as many lanes as the machine has.</summary>
internal sealed class OtpCodeSource : ICodeSource
{
    private readonly OtpGenerator _generator;
    private readonly HotpLanes? _lanes;
    private readonly uint _modulus;

    /// <param name="parameters">Algorithm and digits.</param>
    /// <param name="secret">Shared secret; the caller clears its own.</param>
    public OtpCodeSource(OtpParameters parameters, byte[] secret)
    {
        _generator = new OtpGenerator(parameters.Algorithm, parameters.Digits, secret);
        _lanes = parameters.Algorithm == OtpAlgorithm.Sha1 ? new HotpLanes(secret) : null;
        _modulus = (uint)Math.Pow(10, parameters.Digits);
    }

    public uint Compute(long movingFactor) => _generator.Compute((ulong)movingFactor);

    public void Compute(long first, Span<uint> codes)
    {
        if (_lanes is null)
        {
            for (int i = 0; i < codes.Length; i++)
            {
                codes[i] = Compute(first + i);
            }

            return;
        }

        Truncate(_lanes, (ulong)first, codes);
        foreach (ref uint code in codes)
        {
            code %= _modulus;
        }
    }

    public void Dispose()
    {
        _generator.Clear();
        _lanes?.Clear();
    }

    private static void Truncate(HotpLanes lanes, ulong first, Span<uint> numbers)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            lanes.Truncate<Lanes512>(first, numbers);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            lanes.Truncate<Lanes256>(first, numbers);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            lanes.Truncate<Lanes128>(first, numbers);
        }
        else
        {
            lanes.Truncate<Lanes32>(first, numbers);
        }
    }
}
