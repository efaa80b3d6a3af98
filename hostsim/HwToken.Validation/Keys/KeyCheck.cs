using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Keys;

/// <summary>Key check values: what a key makes of the service's name. They tell a wrong key file before it is used, and nothing of the key.</summary>
internal static class KeyCheck
{
    /// <summary>Stands for the audit key; master keys count from 1.</summary>
    public const int Audit = 0;

    /// <summary>A check value for each key of a ring.</summary>
    public static IEnumerable<KeyCheckRow> Of(KeyRing ring, string service) =>
        [new KeyCheckRow { Key = Audit, Value = Value(ring.Audit, Audit, service) }, .. ring.Masters.Select(master => Of(master.Key, master.Value, service))];

    /// <summary>The check value of one master key.</summary>
    public static KeyCheckRow Of(int number, byte[] key, string service) => new() { Key = number, Value = Value(key, number, service) };

    /// <summary>Whether a ring has every key that the database is used with.</summary>
    public static bool Fits(KeyRing ring, string service, IEnumerable<KeyCheckRow> checks) => checks.All(check =>
        (check.Key == Audit ? ring.Audit : ring.Masters.GetValueOrDefault(check.Key)) is { } key
        && CryptographicOperations.FixedTimeEquals(Value(key, check.Key, service), check.Value));

    private static byte[] Value(byte[] key, int number, string service) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HwToken key check {number} {service}")));
}
