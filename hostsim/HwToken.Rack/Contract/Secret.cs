namespace HwToken.Rack.Contract;

/// <summary>A test secret, to be put into a test server. Sent only on demand.</summary>
/// <param name="Otpauth">The whole credential as a URI; of HOTP with the next counter.</param>
/// <param name="Base32">The secret in Base32, without padding.</param>
/// <param name="Hex">The secret in hexadecimal.</param>
internal sealed record Secret(string Otpauth, string Base32, string Hex);
