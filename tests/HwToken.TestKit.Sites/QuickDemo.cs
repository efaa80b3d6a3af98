using System.Security.Cryptography;
using System.Text;
using HwToken.Demo;
using HwToken.HostSim.Serving;
using HwToken.Validation;

namespace HwToken.TestKit.Sites;

/// <summary>
/// Demonstrations by the hundred. Making a receipt key and stretching the initial passwords took most of a start; here all share one
/// key, nobody waits until an answer has taken its time, and only the program's own demonstration (<c>Commands</c>) and passwords set in a story cost what they cost people.
/// </summary>
internal static class QuickDemo
{
    /// <summary>The shortest that the service takes.</summary>
    private const int KeyBits = 2048;

    private static readonly Lazy<DemoShortcuts> Shared = new(() => new DemoShortcuts(new Dictionary<string, byte[]> { ["receipt-key.pem"] = ReceiptKey() }, PasswordRounds: 1000, Waits: new LeapingTime(DateTimeOffset.UnixEpoch)));

    /// <summary>A demonstration on a free port.</summary>
    /// <param name="data">Its data folder.</param>
    public static ServeSettings In(string data) => new(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = data }, IsDemo: true, Shortcuts: Shared.Value);

    private static byte[] ReceiptKey()
    {
        using var key = RSA.Create(KeyBits);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }
}
