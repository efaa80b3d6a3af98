namespace HwToken.TokenPage.Contract;

/// <summary>Everything that the page shows of a token. Holds no secret. Times are virtual Unix times in milliseconds.</summary>
internal sealed record TokenState
{
    /// <summary>Place in the rack.</summary>
    public required string Id { get; init; }

    /// <summary>What somebody calls it; null: nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Credential ID; null for a blank token, as the four below.</summary>
    public string? CredentialId { get; init; }

    /// <summary><c>HOTP</c> or <c>TOTP</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>SHA1</c>, <c>SHA256</c> or <c>SHA512</c>.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Digits of a code.</summary>
    public int? Digits { get; init; }

    /// <summary>Time step in seconds.</summary>
    public int? Period { get; init; }

    /// <summary>What it is doing.</summary>
    public required Activity Activity { get; init; }

    /// <summary>When a lit panel goes dark; null when it is not planned.</summary>
    public long? Until { get; init; }

    /// <summary>When the chip fell asleep with its panel lit; null without <see cref="Until"/>.</summary>
    public long? Since { get; init; }

    /// <summary>Virtual time now.</summary>
    public required long Now { get; init; }

    /// <summary>How far virtual time is ahead of true time, in milliseconds.</summary>
    public required long Ahead { get; init; }

    /// <summary>The chosen speed: 0 to 3600 virtual seconds a second.</summary>
    public required double Speed { get; init; }

    /// <summary>The speed at this moment: slower while a finger is on the button or the wall clock is being waited for.</summary>
    public required double Pace { get; init; }

    /// <summary>A token with a clock: when it gives its next code at the earliest; before, it shows E5. Null for other tokens.</summary>
    public long? NoCodeBefore { get; init; }

    /// <summary>The board has power.</summary>
    public required bool Powered { get; init; }

    /// <summary>What the display reads.</summary>
    public required ScreenState Screen { get; init; }

    /// <summary>The panel: 1024 bytes, each 8 points of a column with the topmost in bit 0, index x + 128 × (y / 8).</summary>
    public required byte[] Pixels { get; init; }

    /// <summary>The clock chip.</summary>
    public required RtcState Rtc { get; init; }

    /// <summary>The faults that are on.</summary>
    public required FaultState Faults { get; init; }

    /// <summary>Wakes from deep sleep.</summary>
    public required long Wakes { get; init; }

    /// <summary>Durable steps in flash.</summary>
    public required long FlashOperations { get; init; }

    /// <summary>Time spent awake since the token was put into the rack, in milliseconds.</summary>
    public required long AwakeMs { get; init; }
}
