namespace HwToken.TokenPage.Contract;

/// <summary>What a QR code says.</summary>
/// <param name="Text">Its text.</param>
internal sealed record QrText(string Text);
