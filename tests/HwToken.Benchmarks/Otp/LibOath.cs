using System.Runtime.InteropServices;
using System.Text;

namespace HwToken.Benchmarks.Otp;

/// <summary>liboath of the oath-toolkit (Debian: liboath0, which oathtool brings): one code a call, as its callers use it.</summary>
internal static partial class LibOath
{
    private const string Library = "liboath.so.0";

    /// <summary>True when the library is on this machine.</summary>
    public static bool IsThere => NativeLibrary.TryLoad(Library, out _);

    /// <summary>Six digits of a counter.</summary>
    /// <exception cref="InvalidOperationException">The library refuses.</exception>
    public static uint Compute(byte[] secret, ulong counter)
    {
        Span<byte> digits = stackalloc byte[7];
        int result = Generate(secret, (nuint)secret.Length, counter, 6, false, nuint.MaxValue, digits);
        return result == 0 ? uint.Parse(Encoding.ASCII.GetString(digits[..6]), System.Globalization.CultureInfo.InvariantCulture) : throw new InvalidOperationException($"liboath: {result}");
    }

    [LibraryImport(Library, EntryPoint = "oath_hotp_generate")]
    private static partial int Generate(
        byte[] secret, nuint length, ulong factor, uint digits, [MarshalAs(UnmanagedType.U1)] bool checksum, nuint truncation, Span<byte> output);
}
