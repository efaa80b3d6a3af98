namespace HwToken.Firmware.Board
{
    /// <summary>The one button.</summary>
    public interface IButton
    {
        /// <summary>True while it is pressed.</summary>
        bool IsDown { get; }
    }
}
