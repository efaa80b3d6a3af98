using NanoBoard.Chips;

namespace NanoBoard.Tests.Chips;

public sealed class Ds3231CalendarTests
{
    [Fact]
    public void Every_day_of_2000_to_2099_is_the_day_of_the_desktop_calendar()
    {
        var day = new DateOnly(2000, 1, 1);
        for (int n = 0; day.Year < 2100; n++, day = day.AddDays(1))
        {
            Assert.Equal((0, day.Year - 2000, day.Month, day.Day), Ds3231Calendar.FromDays(n));
            Assert.Equal(n, Ds3231Calendar.ToDays(0, day.Year - 2000, day.Month, day.Day));
        }
    }

    [Fact]
    public void The_second_century_counts_as_the_first_and_sets_the_century_bit()
    {
        for (int n = 0; n < 36525; n++)
        {
            (int _, int year, int month, int day) = Ds3231Calendar.FromDays(n);
            Assert.Equal((1, year, month, day), Ds3231Calendar.FromDays(n + 36525));
        }

        Assert.Equal((0, 0, 1, 1), Ds3231Calendar.FromDays(2 * 36525));
    }

    [Fact]
    public void The_year_2100_has_a_29th_of_february()
    {
        Assert.Equal((1, 0, 2, 29), Ds3231Calendar.FromDays(36525 + 59));
        Assert.Equal((1, 0, 3, 1), Ds3231Calendar.FromDays(36525 + 60));
        Assert.Equal(36525 + 59, Ds3231Calendar.ToDays(1, 0, 2, 29));
    }

    [Theory]
    [InlineData(4, 2, 29)]
    [InlineData(5, 2, 28)]
    [InlineData(0, 2, 29)]
    [InlineData(1, 4, 30)]
    [InlineData(1, 12, 31)]
    public void Months_have_their_lengths(int year, int month, int days) => Assert.Equal(days, Ds3231Calendar.DaysIn(year, month));
}
