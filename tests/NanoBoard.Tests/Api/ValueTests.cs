using System.Collections;
using System.Device.Gpio;
using System.Device.Spi;

namespace NanoBoard.Tests.Api;

/// <summary>Plain values of the API: dates, tables, settings.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData(2024, 2, 29, 23, 59, 58, 60)]
    [InlineData(2026, 12, 31, 0, 0, 0, 365)]
    [InlineData(2000, 1, 1, 12, 30, 15, 1)]
    public void A_date_tells_its_parts(int year, int month, int day, int hour, int minute, int second, int dayOfYear)
    {
        var date = new DateTime(year, month, day, hour, minute, second);
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
        Assert.Equal((hour, minute, second, 0), (date.Hour, date.Minute, date.Second, date.Millisecond));
        Assert.Equal((dayOfYear, new System.DateTime(year, month, day).DayOfWeek), (date.DayOfYear, date.DayOfWeek));
        Assert.Equal(new TimeSpan(hour, minute, second), date.TimeOfDay);
        Assert.Equal(new DateTime(year, month, day), date.Date);
        Assert.Equal(date.GetHashCode(), (date.Date + date.TimeOfDay).GetHashCode());
    }

    [Fact]
    public void A_table_says_that_it_can_grow_and_gives_keys_and_values()
    {
        Nano.System.Collections.IDictionary table = new Nano.System.Collections.Hashtable { { "a", 1 } };
        table["b"] = 2;
        table["a"] = 3;
        Assert.False(table.IsFixedSize || table.IsReadOnly || table.IsSynchronized);
        Assert.Same(table, table.SyncRoot);
        Assert.Equal([2, 3], table.Values.Cast<int>().Order());
        Assert.Equal(["a", "b"], table.Keys.Cast<string>().Order());
        Assert.Equal((3, null), ((int)table["a"]!, table["c"]));
    }

    [Fact]
    public void Spi_settings_keep_what_they_are_told()
    {
        var settings = new SpiConnectionSettings(1, 5);
        Assert.Equal((1, 5, SpiMode.Mode0, DataFlow.MsbFirst, SpiBusConfiguration.FullDuplex), (settings.BusId, settings.ChipSelectLine, settings.Mode, settings.DataFlow, settings.Configuration));
        Assert.Equal((8, 500_000, PinValue.Low), (settings.DataBitLength, settings.ClockFrequency, settings.ChipSelectLineActiveState));
        settings.Mode = SpiMode.Mode2;
        settings.DataFlow = DataFlow.LsbFirst;
        settings.Configuration = SpiBusConfiguration.HalfDuplex;
        settings.ChipSelectLineActiveState = PinValue.High;
        settings.DataBitLength = 16;
        settings.ChipSelectLine = -1;
        Assert.Equal((SpiMode.Mode2, DataFlow.LsbFirst, SpiBusConfiguration.HalfDuplex, PinValue.High), (settings.Mode, settings.DataFlow, settings.Configuration, settings.ChipSelectLineActiveState));
        Assert.Equal((16, -1), (settings.DataBitLength, settings.ChipSelectLine));
    }

    [Fact]
    public void Pin_values_are_equal_by_their_level() => Assert.Equal(
        (PinValue.High.GetHashCode(), PinValue.Low.GetHashCode(), true, false),
        (((PinValue)1).GetHashCode(), ((PinValue)false).GetHashCode(), PinValue.High == (PinValue)true, PinValue.High == PinValue.Low));

    [Fact]
    public void A_span_reads_and_writes_where_it_points()
    {
        byte[] bytes = [1, 2, 3];
        SpanByte span = new SpanByte(bytes).Slice(1);
        span[0] = 9;
        Assert.Equal((9, 3, 2), (bytes[1], span[1], span.Length));
    }
}
