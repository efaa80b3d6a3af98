using System.Security.Cryptography;
using System.Text;
using HwToken.Demo;
using HwToken.HostSim.Serving;
using HwToken.Validation;

namespace HwToken.TestKit.Sites;

/// <summary>
/// Demonstrations by the hundred, each like the other. Making a receipt key and stretching the initial passwords took most of a start; here all share one
/// key, nobody waits until an answer has taken its time, and only the program's own demonstration (<c>Commands</c>) and passwords set in a story cost what they cost people.
/// The calendar stands and the tokens' secrets are the same each time, so a guessed code is wrong in every run or in none.
/// </summary>
internal static class QuickDemo
{
    /// <summary>The shortest that the service takes.</summary>
    private const int KeyBits = 2048;

    /// <summary>Of the tokens' IDs and secrets. Public: they are worth nothing outside these tests.</summary>
    private const int Seed = 6030;

    /// <summary>The beginning of a time step.</summary>
    private static readonly DateTimeOffset Begins = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Dictionary<string, byte[]>> Files = new(() => new() { ["receipt-key.pem"] = ReceiptKey() });

    /// <summary>A demonstration on a free port.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="waits">The clock that public answers wait by.</param>
    public static ServeSettings In(string data, TimeProvider waits)
    {
        var random = new Random(Seed);
        var shortcuts = new DemoShortcuts(Files.Value, PasswordRounds: 1000, waits, Draw);
        return new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = data, Time = new StandingTime(Begins) }, IsDemo: true, shortcuts);

        byte[] Draw(int count)
        {
            byte[] drawn = new byte[count];
            random.NextBytes(drawn);
            return drawn;
        }
    }

    private static byte[] ReceiptKey()
    {
        using var key = RSA.Create(KeyBits);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }
}
