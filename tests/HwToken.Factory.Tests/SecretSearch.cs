using System.Text;
using HwToken.Core.Text;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Tests;

/// <summary>Looks for a lot's shared secrets and admin keys, byte for byte: raw, hex in either case, Base32, Base64.</summary>
internal sealed class SecretSearch
{
    /// <summary>Windows of this length are indexed; every form of a secret is longer.</summary>
    private const int Window = 12;

    private readonly HashSet<(ulong, uint)> _windows = [];

    public SecretSearch(Lot lot)
    {
        foreach (string id in lot.Ledger.Units().Select(unit => unit.Id))
        {
            AddForms(lot.Secret(id));
            AddForms(lot.Keys.AdminKey(id));
        }
    }

    /// <returns>Where a secret begins, or null.</returns>
    public int? FindIn(ReadOnlySpan<byte> content)
    {
        for (int i = 0; i + Window <= content.Length; i++)
        {
            if (_windows.Contains(Key(content.Slice(i, Window))))
            {
                return i;
            }
        }

        return null;
    }

    private static (ulong, uint) Key(ReadOnlySpan<byte> window) => (BitConverter.ToUInt64(window), BitConverter.ToUInt32(window[8..]));

    private void AddForms(byte[] secret)
    {
        Add(secret);
        Add(Encoding.ASCII.GetBytes(Convert.ToHexString(secret)));
        Add(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret)));
        Add(Encoding.ASCII.GetBytes(Base32.Encode(secret)));
        Add(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret)));
    }

    private void Add(ReadOnlySpan<byte> form) => _windows.Add(Key(form[..Window]));
}
