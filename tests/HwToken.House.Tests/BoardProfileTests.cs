using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HwToken.House.Tests;

/// <summary>
/// The firmware's pins against hardware/boards/*.json. HWTOKEN_APPROVE=1 writes BoardProfiles.cs anew. The rules of the
/// profiles themselves (wake pins, clashes, targets, no C3) stand in hardware/boards/check_boards.py and below.
/// </summary>
public class BoardProfileTests
{
    private static readonly string Source = Path.Combine(House.Root, "firmware", "HwToken.Firmware", "Board", "Esp32", "BoardProfiles.cs");

    private static readonly Dictionary<string, int[]> WakePins = new()
    {
        ["ESP32"] = [0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39],
        ["ESP32-S3"] = [.. Enumerable.Range(0, 22)],
    };

    // ADC1: ADC2 does not work beside the radio (ESP32 data sheet, ADC), and the channels of the API begin with ADC1.
    private static readonly Dictionary<string, int[]> AnaloguePins = new()
    {
        ["ESP32"] = [.. Enumerable.Range(32, 8)],
        ["ESP32-S3"] = [.. Enumerable.Range(1, 10)],
    };

    private const int None = -1;

    private static readonly HashSet<string> Targets = ["ESP32_REV0", "ESP32_REV3", "ESP32_PICO", "ESP32_S3_QUAD", "ESP32_S3_OCTAL"];

    public static TheoryData<string> Ids() =>
        [.. Directory.EnumerateFiles(Path.Combine(House.Root, "hardware", "boards"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_firmwares_profiles_are_made_from_the_board_files()
    {
        string expected = Generate(Ids().Select(row => Load(row.Data)));
        if (Environment.GetEnvironmentVariable("HWTOKEN_APPROVE") == "1")
        {
            File.WriteAllText(Source, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Source));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_profile_is_one_that_a_token_can_be(string id) => Assert.Empty(Faults(Load(id)));

    [Theory]
    [InlineData("\"pin\": 27", "\"pin\": 5", "cannot wake")]
    [InlineData("\"chip\": \"ESP32\"", "\"chip\": \"ESP32-C3\"", "no pin wake")]
    [InlineData("\"sda\": 21", "\"sda\": 22", "used twice")]
    [InlineData("\"pin\": 34", "\"pin\": 26", "used twice")]
    [InlineData("\"pin\": 34", "\"pin\": 4", "first converter")]
    [InlineData("\"chargeMillivolts\": 3400", "\"chargeMillivolts\": 3200", "refuse before")]
    [InlineData("\"target\": \"ESP32_REV3\"", "\"target\": \"ESP32_REV9\"", "unknown target")]
    public void A_planted_fault_is_refused(string right, string wrong, string fault)
    {
        string json = File.ReadAllText(Path.Combine(House.Root, "hardware", "boards", "reference.json"));
        Assert.Contains(right, json, StringComparison.Ordinal);
        using var planted = JsonDocument.Parse(json.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(Faults(planted.RootElement), message => message.Contains(fault, StringComparison.Ordinal));
    }

    private static JsonElement Load(string id)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(House.Root, "hardware", "boards", id + ".json")));
        return file.RootElement.Clone();
    }

    private static IEnumerable<string> Faults(JsonElement board)
    {
        string chip = board.GetProperty("chip").GetString()!;
        int button = Int(board, "button", "pin");
        if (!WakePins.TryGetValue(chip, out int[]? wakePins))
        {
            yield return $"{chip} has no pin wake in the stock image: its button cannot wake it.";
        }
        else if (!wakePins.Contains(button))
        {
            yield return $"GPIO{button} cannot wake an {chip}.";
        }

        if (!Targets.Contains(board.GetProperty("target").GetString()!))
        {
            yield return $"{board.GetProperty("target")} is an unknown target.";
        }

        int battery = Battery(board, "pin", None);
        if (battery != None && !(AnaloguePins.TryGetValue(chip, out int[]? analogue) && analogue.Contains(battery)))
        {
            yield return $"GPIO{battery} does not reach the first converter of an {chip}.";
        }

        if (Battery(board, "refuseMillivolts", 0) > Battery(board, "chargeMillivolts", 0))
        {
            yield return "The token would refuse before it asks for a charge.";
        }

        int[] pins = [.. new[] { button, Int(board, "i2c", "sda"), Int(board, "i2c", "scl"), Int(board, "serial", "tx"), Int(board, "serial", "rx"), Int(board, "oled", "resetPin"), Int(board, "oled", "supplyPin"), Battery(board, "pin", None), Battery(board, "switchPin", None) }.Where(pin => pin >= 0)];
        foreach (IGrouping<int, int> clash in pins.GroupBy(pin => pin).Where(group => group.Count() > 1))
        {
            yield return $"GPIO{clash.Key} is used twice.";
        }
    }

    private static string Generate(IEnumerable<JsonElement> boards)
    {
        var source = new StringBuilder("""
            namespace HwToken.Firmware.Board.Esp32
            {
                /// <summary>Made from hardware/boards/*.json; a test compares. Do not edit: edit those files.</summary>
                public static class BoardProfiles
                {

            """);
        source.AppendJoin('\n', boards.Select(Property)).Append("    }\n}\n");
        return source.ToString();
    }

    private static string Property(JsonElement board)
    {
        string id = board.GetProperty("id").GetString()!;
        string name = string.Concat(id.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        JsonElement oled = board.GetProperty("oled");
        int address = int.Parse(oled.GetProperty("address").GetString()![2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return $$"""
                    /// <summary>{{board.GetProperty("name").GetString()}} (hardware/boards/{{id}}.json).</summary>
                    public static BoardProfile {{name}}
                    {
                        get
                        {
                            return new BoardProfile
                            {
                                Button = {{Int(board, "button", "pin")}},
                                I2cBus = {{Int(board, "i2c", "bus")}},
                                I2cData = {{Int(board, "i2c", "sda")}},
                                I2cClock = {{Int(board, "i2c", "scl")}},
                                DisplayAddress = 0x{{address:X2}},
                                DisplayReset = {{Int(board, "oled", "resetPin")}},
                                DisplayContrast = 0x{{Int(board, "oled", "contrast"):X2}},
                                DisplaySupply = {{Int(board, "oled", "supplyPin")}},
                                DisplaySupplyOnLevel = {{Int(board, "oled", "supplyOnLevel")}},
                                IsLitInDeepSleep = {{(oled.GetProperty("litInDeepSleep").GetBoolean() ? "true" : "false")}},
                                LineTransmit = {{Int(board, "serial", "tx")}},
                                LineReceive = {{Int(board, "serial", "rx")}},
                                Battery = {{Battery(board, "pin", None)}},
                                BatteryDivider = {{Battery(board, "divider", 1)}},
                                BatterySwitch = {{Battery(board, "switchPin", None)}},
                                BatterySwitchOnLevel = {{Battery(board, "switchOnLevel", 1)}},
                                BatterySettleMilliseconds = {{Battery(board, "settleMilliseconds", 0)}},
                                HasCells = {{(board.GetProperty("supply").GetString() == "3xAAA" ? "true" : "false")}},
                                BatteryChargeMillivolts = {{Battery(board, "chargeMillivolts", 0)}},
                                BatteryRefuseMillivolts = {{Battery(board, "refuseMillivolts", 0)}},
                            };
                        }
                    }

            """;
    }

    /// <summary>A field of the battery's divider, or what stands for it on a board without one.</summary>
    private static int Battery(JsonElement board, string name, int otherwise) =>
        board.GetProperty("battery").ValueKind == JsonValueKind.Null ? otherwise : Int(board, "battery", name);

    private static int Int(JsonElement board, string group, string name) => board.GetProperty(group).GetProperty(name).GetInt32();
}
