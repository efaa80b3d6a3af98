using System.Text;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

/// <summary>RFC 4226, appendix D: HMAC values, truncated values and codes of counters 0 to 9.</summary>
public sealed class Rfc4226Tests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(0, "CC93CF18508D94934C64B65D8BA7667FB7CDE4B0")]
    [InlineData(1, "75A48A19D4CBE100644E8AC1397EEA747A2D33AB")]
    [InlineData(2, "0BACB7FA082FEF30782211938BC1C5E70416FF44")]
    [InlineData(3, "66C28227D03A2D5529262FF016A1E6EF76557ECE")]
    [InlineData(4, "A904C900A64B35909874B33E61C5938A8E15ED1C")]
    [InlineData(5, "A37E783D7B7233C083D4F62926C7A25F238D0316")]
    [InlineData(6, "BC9CD28561042C83F219324D3C607256C03272AE")]
    [InlineData(7, "A4FB960C0BC06E1EABB804E5B397CDC4B45596FA")]
    [InlineData(8, "1B3C89F65E6C9E883012052823443F048B4332DB")]
    [InlineData(9, "1637409809A679DC698207310C8C7FC07290D9E5")]
    public void The_hmac_of_each_counter(byte counter, string expected)
    {
        byte[] hash = new HmacSha1(Secret).ComputeHash([0, 0, 0, 0, 0, 0, 0, counter]);
        Assert.Equal(expected, Convert.ToHexString(hash));
    }

    [Theory]
    [InlineData(0, 1284755224, "755224")]
    [InlineData(1, 1094287082, "287082")]
    [InlineData(2, 137359152, "359152")]
    [InlineData(3, 1726969429, "969429")]
    [InlineData(4, 1640338314, "338314")]
    [InlineData(5, 868254676, "254676")]
    [InlineData(6, 1918287922, "287922")]
    [InlineData(7, 82162583, "162583")]
    [InlineData(8, 673399871, "399871")]
    [InlineData(9, 645520489, "520489")]
    public void The_truncated_value_and_the_code_of_each_counter(ulong counter, uint truncated, string code)
    {
        Assert.Equal(truncated, new HmacSha1(Secret).Truncate(counter));
        Assert.Equal(code, OtpCode.Format(new OtpGenerator(OtpAlgorithm.Sha1, 6, Secret).Compute(counter), 6));
    }
}
