namespace HwToken.TokenPage.Qr;

/// <summary>A picture of grey values.</summary>
/// <param name="Width">Points a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Grey">A byte a point, row by row; 255 is white.</param>
internal sealed record GreyPicture(int? Width, int? Height, byte[]? Grey);

/// <summary>What a QR code says, or is to say.</summary>
/// <param name="Text">Its text.</param>
internal sealed record QrText(string? Text);

/// <summary>A QR code to be drawn.</summary>
/// <param name="Rows">Rows of modules, <c>1</c> dark, without a quiet zone.</param>
internal sealed record QrRows(IReadOnlyList<string> Rows);
