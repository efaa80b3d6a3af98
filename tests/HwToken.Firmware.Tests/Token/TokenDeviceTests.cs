using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;
using HwToken.Firmware.Tests.Fakes;
using HwToken.Firmware.Token;
using HwToken.Simulator.Screens;

namespace HwToken.Firmware.Tests.Token;

public class TokenDeviceTests(ITestOutputHelper output)
{
    [Fact]
    public void A_state_that_cannot_be_stored_shows_an_error_and_no_code()
    {
        FakeBoard board = Tokens.Locked(Tokens.Hotp()).Board;
        board.Files.RefusesWrites = true;
        Assert.Equal(2, Press(board).Error);
    }

    [Fact]
    public void A_state_that_flash_forgets_shows_an_error_and_no_code()
    {
        FakeBoard board = Tokens.Locked(Tokens.Hotp()).Board;
        board.Files.LosesWrites = true;
        Assert.Equal(2, Press(board).Error);
    }

    [Fact]
    public void A_lost_state_shows_an_error_and_no_code()
    {
        FakeBoard board = Tokens.Locked(Tokens.Hotp()).Board;
        board.Files.Files.Remove("state-a");
        board.Files.Files.Remove("state-b");
        Assert.Equal(3, Press(board).Error);
    }

    [Theory]
    [InlineData("state-a")]
    [InlineData("state-b")]
    public void When_either_state_file_is_lost_no_code_comes_twice(string lost)
    {
        FakeBoard board = Tokens.Locked(Tokens.Hotp()).Board;
        var shown = new HashSet<string?>();
        for (int press = 0; press < 6; press++)
        {
            Assert.True(shown.Add(Press(board).Code));
            board.Time.Reading = ClockReading.At(board.Time.Reading.UnixSeconds + 31);
            if (press == 2)
            {
                board.Files.Files.Remove(lost);
            }
        }
    }

    [Theory]
    [InlineData(-10, 5)]
    [InlineData(60L * 365 * 86400, 4)]
    public void A_lost_state_and_a_wrong_clock_are_told_as_a_wrong_clock(long off, int error)
    {
        FakeBoard board = Tokens.Locked(Tokens.Totp()).Board;
        board.Files.Files.Remove("state-a");
        board.Time.Reading = ClockReading.At(Tokens.ProvisionedAt + off);
        Assert.Equal(error, Press(board).Error);
    }

    [Fact]
    public void After_a_code_the_chip_sleeps_for_the_rest_of_the_hold_off()
    {
        FakeBoard board = Tokens.Locked(Tokens.Hotp()).Board;
        Press(board);
        Assert.Equal(29_900, board.SleptFor);
        board.Time.Reading = ClockReading.At(board.Time.Reading.UnixSeconds + 20);
        Press(board);
        Assert.Equal(9_900, board.SleptFor);
    }

    [Fact]
    public void The_keys_are_wiped_before_sleep()
    {
        (FakeBoard board, TokenRecords records) = Tokens.Locked(Tokens.Hotp());
        Credential held = records.Credential;
        held.Clear();
        Assert.All(held.Secret, b => Assert.Equal(0, b));
        Assert.All(held.AdminKey, b => Assert.Equal(0, b));
        Assert.NotNull(Press(board).Code);
    }

    [Fact]
    public void An_internal_fault_has_a_screen_of_its_own()
    {
        var board = new FakeBoard();
        new TokenDevice(board).ShowInternalFault();
        Assert.Equal(8, ScreenDecoder.Read(board.Panel.Picture).Error);
        Assert.Equal(9_900, board.SleptFor);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_press_allocates_little(bool isHotp)
    {
        FakeBoard board = Tokens.Locked(isHotp ? Tokens.Hotp() : Tokens.Totp()).Board;
        board.Cause = WakeCause.Button;
        new TokenDevice(board).Run();
        board.Time.Reading = ClockReading.At(board.Time.Reading.UnixSeconds + 61);
        board.Panel.IsQuiet = true;
        long before = GC.GetAllocatedBytesForCurrentThread();
        new TokenDevice(board).Run();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{allocated} bytes");
        
        // On 64 bits, where an array costs 24 bytes more than its content. A quarter of it are the bitmaps of the six digits, made for this press alone.
        Assert.InRange(allocated, 1, 4096);
    }

    private static ScreenReading Press(FakeBoard board)
    {
        board.Cause = WakeCause.Button;
        new TokenDevice(board).Run();
        return ScreenDecoder.Read(board.Panel.Picture);
    }
}
