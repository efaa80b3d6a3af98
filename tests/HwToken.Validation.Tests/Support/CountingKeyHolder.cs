using HwToken.Core.Otp;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Tests.Support;

/// <summary>Counts what a key holder has to do.</summary>
internal sealed class CountingKeyHolder(IKeyHolder keys) : IKeyHolder
{
    public int Opened { get; private set; }

    public int Codes { get; private set; }

    public ICodeSource Open(string credentialId, SealedSecret secret, OtpParameters parameters)
    {
        Opened++;
        return new Source(this, keys.Open(credentialId, secret, parameters));
    }

    public SealedSecret Seal(string credentialId, ReadOnlySpan<byte> secret) => keys.Seal(credentialId, secret);

    public SealedSecret Reseal(string credentialId, SealedSecret secret) => keys.Reseal(credentialId, secret);

    private sealed class Source(CountingKeyHolder owner, ICodeSource codes) : ICodeSource
    {
        public uint Compute(long movingFactor)
        {
            owner.Codes++;
            return codes.Compute(movingFactor);
        }

        public void Dispose() => codes.Dispose();
    }
}
