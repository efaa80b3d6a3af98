using HwToken.Pskc;

namespace HwToken.Service.Tests.Api.Support;

/// <summary>A seed file with one token.</summary>
internal static class PskcFile
{
    /// <param name="token">The token.</param>
    /// <param name="transport">The pre-shared key that it is sealed under.</param>
    public static byte[] Of(TestToken token, out byte[] transport)
    {
        transport = new byte[32];
        transport[0] = 0xA5;
        using var protection = PskcKeySource.PreSharedKey(transport);
        using var file = new MemoryStream();
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            using var key = new PskcKey { Id = token.Id, Algorithm = PskcAlgorithm.Hotp, Counter = 0, Secret = new PskcSecret(token.Secret) };
            writer.Write(key);
            writer.Complete();
        }

        return file.ToArray();
    }
}
