using System.Reflection;
using System.Text.RegularExpressions;
using HwToken.Firmware.Board;

namespace HwToken.House.Tests;

/// <summary>Habits of the firmware that no compiler checks.</summary>
public partial class FirmwareHabitTests
{
    [Fact]
    public void Only_Board_touches_clock_threads_pins_buses_and_files()
    {
        string board = Path.Combine(House.Root, "firmware", "HwToken.Firmware", "Board");
        foreach (string path in House.Sources("firmware", "HwToken.Core").Concat(House.Sources("firmware", "HwToken.Firmware")))
        {
            if (!path.StartsWith(board, StringComparison.Ordinal))
            {
                Assert.False(Hardware().IsMatch(File.ReadAllText(path)), $"{Path.GetRelativePath(House.Root, path)} touches hardware: that belongs into Board/.");
            }
        }
    }

    [Theory]
    [InlineData("var t = DateTime.UtcNow;")]
    [InlineData("Thread.Sleep(10);")]
    [InlineData("using System.Device.Gpio;")]
    [InlineData("using System.Device.I2c;")]
    [InlineData("File.ReadAllBytes(name);")]
    public void The_check_above_catches_what_it_is_for(string planted) => Assert.Matches(Hardware(), planted);

    [Fact]
    public void The_board_contract_has_at_most_six_members() => Assert.InRange(typeof(IBoard).GetProperties().Length + typeof(IBoard).GetMethods().Count(m => !m.IsSpecialName), 1, 6);

    [Fact]
    public void Nothing_outlives_a_wake_in_a_static_field()
    {
        foreach (Assembly assembly in new[] { typeof(Core.CredentialId).Assembly, typeof(IBoard).Assembly })
        {
            FieldInfo[] mutable = [.. assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => !field.IsInitOnly && !field.IsLiteral)];
            Assert.Empty(mutable);
        }
    }

    [GeneratedRegex(@"DateTime\.|Thread\.|System\.Device\.|Iot\.Device|System\.IO|\bFile\.|nanoFramework\.|Console\.|Debug\.")]
    private static partial Regex Hardware();
}
