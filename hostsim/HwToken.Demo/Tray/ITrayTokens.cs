namespace HwToken.Demo.Tray;

/// <summary>The tokens that the tray shows. Supplied by the program that has them; the tray knows no board and no firmware.</summary>
public interface ITrayTokens
{
    /// <summary>The tokens in their order.</summary>
    IReadOnlyList<ITrayToken> All { get; }
}
