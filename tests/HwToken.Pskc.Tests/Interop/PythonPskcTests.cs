using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Interop;

/// <summary>python-pskc 1.2, which pskctool is no substitute for: it decrypts, checks MACs, and writes encrypted files of its own.</summary>
public class PythonPskcTests
{
    private const string Passphrase = "correct horse";
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private const string Reader = """
        import sys, pskc
        file = pskc.PSKC(sys.argv[1])
        if sys.argv[2] == 'key': file.encryption.key = bytes.fromhex(sys.argv[3])
        else: file.encryption.derive_key(sys.argv[3])
        for key in file.keys: print(key.id, key.serial, key.algorithm.split(':')[-1], key.secret.decode(), key.counter, key.time_interval, key.check())
        """;

    private const string Writer = """
        import sys, pskc
        file = pskc.PSKC()
        for id, kind in ('HWTA00000001', dict(algorithm='totp', time_interval=30, time_offset=0)), ('HWHA00000002', dict(algorithm='hotp', counter=7)):
            file.add_key(id=id, serial=id, secret=b'12345678901234567890', response_length=6, response_encoding='DECIMAL', **kind)
        exec(sys.argv[2])
        file.write(sys.argv[1])
        """;

    [Theory]
    [InlineData(PskcProfile.Portable, null)]
    [InlineData(PskcProfile.Portable, Passphrase)]
    [InlineData(PskcProfile.Strong, null)]
    [InlineData(PskcProfile.Strong, Passphrase)]
    public void It_opens_our_encrypted_files(PskcProfile profile, string? passphrase) => TestFolder.With(file =>
    {
        string lot = file("lot.xml", Lots.Write(Lots.Options(profile, passphrase: passphrase), Lots.Lot, Lots.Totp("HWTA00000001"), Lots.Hotp("HWHA00000002", 7)));
        string key = passphrase ?? (profile == PskcProfile.Strong ? Key : Key[..32]);
        Assert.Equal(
            "HWTA00000001 HWTA00000001 totp 12345678901234567890 None 30 True\nHWHA00000002 HWHA00000002 hotp 12345678901234567890 7 None True\n",
            Python(file("read.py", Reader), lot, passphrase is null ? "key" : "passphrase", key));
    });

    [Theory]
    [InlineData("pass", 0)]
    [InlineData("file.encryption.setup_preshared_key(key=bytes(range(16)), algorithm='aes128-cbc')", 16)]
    [InlineData("file.encryption.setup_preshared_key(key=bytes(range(24)), algorithm='aes192-cbc', key_name='Bench key')", 24)]
    [InlineData("file.encryption.setup_preshared_key(key=bytes(range(32)), algorithm='aes256-cbc'); file.mac.setup(algorithm='hmac-sha256')", 32)]
    [InlineData("file.encryption.setup_preshared_key(key=bytes(range(16)), algorithm='aes128-cbc'); file.mac.setup(algorithm='hmac-sha512')", 16)]
    [InlineData("file.encryption.setup_pbkdf2('correct horse', iterations=1000)", -1)]
    [InlineData("file.encryption.setup_pbkdf2('correct horse', iterations=1000, algorithm='aes256-cbc', key_length=32, prf='hmac-sha256')", -1)]
    [InlineData("file.encryption.setup_pbkdf2('correct horse', iterations=1000, prf='hmac-sha512')", -1)]
    public void Its_files_are_read_here(string protection, int keyBytes) => TestFolder.With(file =>
    {
        string lot = file("lot.xml", "");
        Python(file("write.py", Writer), lot, protection);
        using PskcKeySource source = keyBytes < 0 ? PskcKeySource.Passphrase(Passphrase) : PskcKeySource.PreSharedKey(Convert.FromHexString(Key[..(2 * Math.Max(keyBytes, 16))]));
        using SeedDocument document = PskcReader.Open(lot, new PskcReadOptions { KeySource = source, RequireEncryption = keyBytes != 0 });
        Assert.Equal(
            [("HWTA00000001", PskcAlgorithm.Totp, Files.RfcSecret, null), ("HWHA00000002", PskcAlgorithm.Hotp, Files.RfcSecret, 7L)],
            document.ReadAll().Select(key => (key.Id, key.Algorithm, Try.Secret(key), key.Counter)));
    });

    /// <summary>The system's Python: its Debian package of python-pskc is not seen by others that may come first on the path.</summary>
    private static string Python(params string[] arguments)
    {
        const string python = "/usr/bin/python3";
        if (!File.Exists(python) || Peer.Run(python, "-c", "import pskc").Exit != 0)
        {
            Peer.Missing("python3-pskc is not installed; .ci/run names it.");
        }

        PeerAnswer answer = Peer.Run(python, arguments);
        Assert.True(answer.Exit == 0, answer.Errors);
        return answer.Output;
    }
}
