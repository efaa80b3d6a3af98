using System.Text;
using HwToken.Factory.Lots;

namespace HwToken.Factory.Tests;

/// <summary>The search itself must be able to find something.</summary>
public sealed class SecretSearchTests : IDisposable
{
    private readonly TestFactory _factory = new();

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void A_planted_secret_is_found_in_each_of_its_forms()
    {
        Lot lot = _factory.Create(count: 2);
        byte[] secret = lot.Secret("DPHT00000002");
        var search = new SecretSearch(lot);
        Assert.Null(search.FindIn("nothing to see here, nothing at all"u8));
        Assert.Equal(3, search.FindIn([1, 2, 3, .. secret]));
        Assert.Equal(4, search.FindIn(Encoding.ASCII.GetBytes("key=" + Convert.ToHexStringLower(secret))));
        Assert.Equal(4, search.FindIn(Encoding.ASCII.GetBytes("key=" + Convert.ToBase64String(secret))));
        Assert.Equal(4, search.FindIn(Encoding.ASCII.GetBytes("key=" + Convert.ToHexString(lot.Keys.AdminKey("DPHT00000001")))));
        Assert.Equal(4, search.FindIn(Encoding.ASCII.GetBytes("key=" + Core.Text.Base32.Encode(secret))));
    }
}
