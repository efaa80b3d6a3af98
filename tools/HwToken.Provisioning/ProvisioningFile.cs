using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Line;
using HwToken.Core.Otp;

namespace HwToken.Provisioning;

/// <summary>
/// The lines that provision a blank token, in a file that the token takes at its next power-on: for people with one USB cable. Holds both
/// keys in clear.
/// </summary>
public static class ProvisioningFile
{
    /// <summary>Where the file belongs on the token.</summary>
    public const string DevicePath = @"I:\provision.txt";

    private const int ChunkBytes = 32;

    /// <summary>Writes the file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="resetAt">TOTP: when the token will be reset; its clock starts with that second. Null: no TIME, for HOTP.</param>
    public static void Write(Stream output, NewCredential credential, DateTimeOffset? resetAt)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(credential);
        if (credential.Parameters.Type == OtpType.Totp && resetAt is null)
        {
            throw new ArgumentException("A TOTP token needs the time of its reset.", nameof(resetAt));
        }

        var lines = new List<byte[]> { LineCodec.Encode(credential.BeginCommand) };
        AddKey(lines, "SECRET", credential.Secret);
        AddKey(lines, "ADMIN", credential.AdminKey);
        if (resetAt is { } time)
        {
            lines.Add(LineCodec.Encode(string.Create(CultureInfo.InvariantCulture, $"TIME {time.ToUnixTimeSeconds()}")));
        }

        lines.Add(LineCodec.Encode("CHECK"));
        lines.Add(LineCodec.Encode("COMMIT"));
        output.Write(LineCodec.Encode(string.Create(CultureInfo.InvariantCulture, $"LINES {lines.Count}")));
        foreach (byte[] line in lines)
        {
            output.Write(line);
            CryptographicOperations.ZeroMemory(line);
        }
    }

    private static void AddKey(List<byte[]> lines, string name, byte[] key)
    {
        for (int offset = 0; offset < key.Length; offset += ChunkBytes)
        {
            lines.Add(KeyLine.Encode(string.Create(CultureInfo.InvariantCulture, $"KEY {name} {offset}"), key.AsSpan(offset, Math.Min(ChunkBytes, key.Length - offset))));
        }
    }
}
