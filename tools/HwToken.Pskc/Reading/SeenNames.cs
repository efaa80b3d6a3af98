using System.Security.Cryptography;
using System.Text;

namespace HwToken.Pskc.Reading;

/// <summary>Finds IDs and serial numbers that name two credentials. Compares as <see cref="AnyCredentialId"/> does and keeps 16 bytes for each name, however long.</summary>
internal sealed class SeenNames
{
    private readonly HashSet<UInt128> ids = [];
    private readonly Dictionary<UInt128, bool> serials = [];

    /// <summary>Takes an ID; false when it is taken already.</summary>
    public bool AddId(string id) => ids.Add(Fingerprint(id));

    /// <summary>Takes a serial number. One device may hold several keys (RFC 6030, figure 10), but not where the serial number is a key's
    /// name too, as in HwToken's files: false then.</summary>
    public bool AddSerial(string serial, string id)
    {
        bool isName = AnyCredentialId.Fold(serial) == AnyCredentialId.Fold(id);
        if (serials.TryGetValue(Fingerprint(serial), out bool wasName))
        {
            return !isName && !wasName;
        }

        serials.Add(Fingerprint(serial), isName);
        return true;
    }

    private static UInt128 Fingerprint(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(AnyCredentialId.Fold(name)), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
