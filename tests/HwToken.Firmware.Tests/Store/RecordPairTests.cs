using HwToken.Core.Records;
using HwToken.Firmware.Store;
using HwToken.Firmware.Tests.Fakes;

namespace HwToken.Firmware.Tests.Store;

public class RecordPairTests
{
    private readonly MemoryStore _store = new();

    [Fact]
    public void Nothing_stored_is_absent_and_not_damaged()
    {
        RecordPair pair = Open();
        Assert.Null(pair.Load());
        Assert.False(pair.IsDamaged);
    }

    [Fact]
    public void The_newest_record_is_read_back_after_any_number_of_writes()
    {
        for (byte i = 1; i < 20; i++)
        {
            Save(i);
            Assert.Equal(i, Open().Load()[RecordFrame.HeaderBytes]);
        }

        Assert.Equal(2, _store.Files.Count);
    }

    [Fact]
    public void A_write_never_touches_the_newest_record()
    {
        Save(1);
        Save(2);
        byte[] newest = _store.Files["x-a"];
        Save(3);
        Assert.Equal(newest, _store.Files["x-a"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(12)]
    public void A_damaged_newest_record_leaves_the_older_one_and_is_noticed(int keptBytes)
    {
        Save(1);
        Save(2);
        Save(3);
        _store.Files["x-b"] = _store.Files["x-b"][..keptBytes];
        RecordPair pair = Open();
        Assert.Equal(2, pair.Load()[RecordFrame.HeaderBytes]);
        Assert.True(pair.IsDamaged);
    }

    [Fact]
    public void A_pair_is_whole_again_after_both_files_were_written()
    {
        Save(1);
        Save(2);
        _store.Files.Remove("x-a");
        RecordPair pair = Open();
        pair.Load();
        Assert.True(pair.IsDamaged);
        Assert.True(pair.TrySaveBoth([9]));
        Assert.False(pair.IsDamaged);
        Assert.Equal(9, Open().Load()[RecordFrame.HeaderBytes]);
    }

    [Fact]
    public void A_refused_write_is_reported_and_leaves_the_record()
    {
        Save(1);
        RecordPair pair = Open();
        pair.Load();
        _store.RefusesWrites = true;
        Assert.False(pair.TrySave([2]));
        Assert.Equal(1, Open().Load()[RecordFrame.HeaderBytes]);
    }

    [Fact]
    public void A_write_that_flash_forgets_is_found_by_reading_back()
    {
        Save(1);
        RecordPair pair = Open();
        pair.Load();
        _store.LosesWrites = true;
        Assert.False(pair.TrySave([2]));
    }

    [Fact]
    public void Both_files_damaged_is_absent()
    {
        Save(1);
        Save(2);
        _store.Files["x-a"][9] ^= 1;
        _store.Files["x-b"][9] ^= 1;
        Assert.Null(Open().Load());
    }

    private RecordPair Open() => new(_store, "x-a", "x-b", 'X', 1);

    private void Save(byte value)
    {
        RecordPair pair = Open();
        pair.Load();
        Assert.True(pair.TrySave([value]));
    }
}
