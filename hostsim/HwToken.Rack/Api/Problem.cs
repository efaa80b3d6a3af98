namespace HwToken.Rack.Api;

/// <summary>A refusal as it is told where no HTTP is spoken: the members of a problem document (RFC 9457) that say something.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">Why, and what to do next.</param>
/// <param name="Code">A word that stays stable.</param>
internal sealed record Problem(int Status, string Detail, string Code);
