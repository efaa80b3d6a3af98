using NanoBoard;
using HwToken.Core.Line;
using HwToken.Core.Records;
using HwToken.Firmware;
using HwToken.Firmware.Board.Esp32;
using HwToken.Firmware.Token;
using HwToken.Provisioning;
using HwToken.Simulator.Power;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator;

/// <summary>
/// A token on a virtual board: the firmware's own code behind a button and a panel. Time stands still until it is advanced;
/// asleep it costs no thread.
/// </summary>
public sealed class VirtualToken
{
    /// <summary>How long a person's press is.</summary>
    public static readonly TimeSpan PressLength = TimeSpan.FromMilliseconds(120);

    /// <summary>Long enough from the release for the token to have decided, stored and drawn.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(1500);

    /// <summary>Longer than the line of a blank token stays open: after this a token sleeps for certain.</summary>
    public static readonly TimeSpan LongestAwake = TimeSpan.FromSeconds(LineWindow.BlankSeconds) + TimeSpan.FromMinutes(1);

    /// <summary>The platform's configuration of its radio, on the same volume as the records.</summary>
    private const string RadioFile = "con_WN1_0.sys";

    /// <summary>Builds a token without power, its radio switched off as the provisioning guide says.</summary>
    /// <param name="options">What its board is made of.</param>
    /// <param name="profile">The profile that its firmware is built for; null: the one of <see cref="BoardChoice"/>.</param>
    public VirtualToken(BoardOptions options, BoardProfile? profile = null)
    {
        FirmwareMain = profile is null ? Program.Main : () => OtherFirmware.Main(profile);
        Board = new VirtualBoard(options, () => FirmwareMain());
        Board.Flash.WriteFile(RadioFile, RadioOff());
        Wire = new TokenWire(Board);
    }

    /// <summary>The board: power, chips, faults, counters.</summary>
    public VirtualBoard Board { get; }

    /// <summary>The firmware. Tests plant faulty ones.</summary>
    internal Action FirmwareMain { get; set; }

    /// <summary>The host's end of its provisioning line.</summary>
    public TokenWire Wire { get; }

    /// <summary>True time at the token.</summary>
    public DateTimeOffset Now => Board.Now;

    /// <summary>The state in its flash, read from outside; null when there is none. Simulation only: no real token tells.</summary>
    public OtpState? StoredState => FlashReader.NewestState(Board.Flash);

    /// <summary>The credential in its flash, read from outside; null for a blank token. Simulation only.</summary>
    public Credential? StoredCredential => FlashReader.NewestCredential(Board.Flash);

    /// <summary>Builds a token, connects power and provisions it over its line. It is asleep afterwards.</summary>
    /// <param name="options">What its board is made of.</param>
    /// <param name="credential">What to write.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<VirtualToken> ProvisionedAsync(BoardOptions options, NewCredential credential, CancellationToken cancel = default)
    {
        var token = new VirtualToken(options);
        token.PowerOn();
        await new ProvisioningClient(token.Wire).ProvisionAsync(credential, token.Now, cancel).ConfigureAwait(false);
        token.FallAsleep();
        return token;
    }

    /// <summary>Puts a battery in; without one the token's voltage is that of a full one.</summary>
    /// <param name="battery">Name of the battery (<see cref="BatteryModel.Batteries"/>).</param>
    /// <param name="charge">What is left of it: 0 to 1.</param>
    public TokenBattery FitBattery(string battery = "LiPo 500 mAh", double charge = 1) => new(Board, battery: battery, charge: charge);

    /// <summary>The block that nanoFramework keeps for its first wireless station, with the option "disable".</summary>
    internal static byte[] RadioOff() => [.. "WN1\0"u8, .. new byte[103], 1];

    /// <summary>Connects power and lets the token boot.</summary>
    public void PowerOn()
    {
        Board.ConnectPower();
        Advance(Board.Options.BootTime + Settling);
    }

    /// <summary>Advances until the token sleeps and its panel is dark: an open line closes by itself.</summary>
    public void FallAsleep()
    {
        DateTimeOffset latest = Now + LongestAwake;
        while (Now < latest && (Board.State == BoardState.Awake || Read().Content != ScreenContent.Dark))
        {
            Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => Board.Advance(time);

    /// <summary>Lets time pass up to a moment.</summary>
    public void AdvanceTo(DateTimeOffset moment) => Board.AdvanceTo(moment);

    /// <summary>Presses and releases the button, then waits until the token has answered.</summary>
    public ScreenReading Press() => Hold(PressLength);

    /// <summary>Holds the button, then waits until the token has answered.</summary>
    public ScreenReading Hold(TimeSpan length)
    {
        Board.Button.Press(length);
        Advance(length + Board.Options.BootTime + Settling);
        return Read();
    }

    /// <summary>What stands on the panel now.</summary>
    public ScreenReading Read() => ScreenDecoder.Read(Picture());

    /// <summary>The panel's picture now.</summary>
    public PanelPicture Picture() => new(Board.Panel.Pixel);
}
