using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Keeping;
using HwToken.Validation.Keys;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Keys;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeyRingFileTests : IDisposable
{
    private static readonly OtpParameters Parameters = new(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0);
    private readonly TempFolder folder = new();

    private string At => Path.Combine(folder.Path, "master.keys");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Only_the_owner_may_read_the_key_file()
    {
        KeyRingFile.Replace(At, KeyRing.New());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At));
        KeyRingFile.Replace(At, KeyRingFile.Read(At).WithNext());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At));
        Assert.Equal([At], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_key_file_open_to_others_is_refused()
    {
        KeyRingFile.Replace(At, KeyRing.New());
        File.SetUnixFileMode(At, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Throws<KeyHolderException>(() => KeyRingFile.Read(At));
    }

    [Theory]
    [InlineData("")]
    [InlineData("master 1 AAAA\naudit AAAA\n")]
    [InlineData("master x AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("audit AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("rubbish\n")]
    public void A_damaged_key_file_is_refused_without_telling_what_is_in_it(string text)
    {
        PrivateFile.Replace(At, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(text)));
        KeyHolderException refused = Assert.Throws<KeyHolderException>(() => KeyRingFile.Read(At));
        Assert.DoesNotContain("AAAA", refused.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Also what a server meets when another one has given the file its name between its look and its reading.</summary>
    [Fact]
    public void A_prepared_file_that_is_not_there_is_no_fault()
    {
        KeyRingFile.Adopt(At, _ => true);
        Assert.False(File.Exists(At));
    }

    [Fact]
    public async Task A_prepared_file_gets_its_name_once_and_only_when_it_fits()
    {
        KeyRingFile.Prepare(At, KeyRing.New());
        KeyRingFile.Adopt(At, _ => false);
        Assert.False(File.Exists(At));
        for (int round = 0; round < 100; round++)
        {
            File.Delete(At);
            KeyRingFile.Prepare(At, KeyRing.New());
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => KeyRingFile.Adopt(At, _ => true))));
        }

        byte[] first = KeyRingFile.Read(At).Audit;
        KeyRingFile.Prepare(At, KeyRing.New());
        KeyRingFile.Adopt(At, _ => true);
        Assert.Equal(first, KeyRingFile.Read(At).Audit);
    }

    [Fact]
    public void A_sealed_secret_opens_for_its_own_credential_only()
    {
        KeyRingFile.Replace(At, KeyRing.New());
        var holder = new FileKeyHolder(At);
        SealedSecret secret = holder.Seal("DPHT00000001", "12345678901234567890"u8);
        using (ICodeSource codes = holder.Open("DPHT00000001", secret, Parameters))
        {
            Assert.Equal(755224u, codes.Compute(0));
        }

        Assert.Throws<KeyHolderException>(() => holder.Open("DPHT00000002", secret, Parameters));
    }

    [Fact]
    public void Any_flipped_bit_of_a_sealed_secret_is_noticed()
    {
        byte[] key = RandomNumberGenerator.GetBytes(SecretSealer.KeyBytes);
        byte[] box = SecretSealer.Seal(key, "DPHT00000001", "12345678901234567890"u8);
        for (int bit = 0; bit < 8 * box.Length; bit++)
        {
            byte[] bent = [.. box];
            bent[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<KeyHolderException>(() => SecretSealer.Open(key, "DPHT00000001", bent));
        }

        Assert.Throws<KeyHolderException>(() => SecretSealer.Open(key, "DPHT00000001", box.AsSpan(0, 28)));
    }

    [Fact]
    public void The_same_secret_is_never_sealed_to_the_same_bytes()
    {
        byte[] key = RandomNumberGenerator.GetBytes(SecretSealer.KeyBytes);
        Assert.NotEqual(SecretSealer.Seal(key, "DPHT00000001", "12345678901234567890"u8), SecretSealer.Seal(key, "DPHT00000001", "12345678901234567890"u8));
    }

    [Fact]
    public void The_public_surface_has_no_way_to_a_secret()
    {
        Type[] answers = [.. typeof(IKeyHolder).GetMethods().Select(method => method.ReturnType).Concat(typeof(ICodeSource).GetMethods().Select(method => method.ReturnType)).Distinct()];
        Assert.All(answers, type => Assert.Contains(type, new[] { typeof(ICodeSource), typeof(SealedSecret), typeof(uint), typeof(void) }));
    }
}
