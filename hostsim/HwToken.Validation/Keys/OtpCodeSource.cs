using HwToken.Core.Otp;

namespace HwToken.Validation.Keys;

/// <summary>The core's generator behind <see cref="ICodeSource"/>.</summary>
internal sealed class OtpCodeSource(OtpGenerator generator) : ICodeSource
{
    public uint Compute(long movingFactor) => generator.Compute((ulong)movingFactor);

    public void Dispose() => generator.Clear();
}
