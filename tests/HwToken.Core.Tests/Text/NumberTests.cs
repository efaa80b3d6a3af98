using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public sealed class NumberTests
{
    [Fact]
    public void Any_number_reads_back()
    {
        Seeded.Check(Any.UInt64, expected =>
        {
            Assert.True(Number.TryParse(expected.ToString(), out ulong value));
            Assert.Equal(expected, value);
        });
    }
}
