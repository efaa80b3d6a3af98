namespace HwToken.TokenPage;

/// <summary>A request that cannot be done, and changes nothing. The page translates the code; the message is for everybody else.</summary>
internal sealed class PageException(int status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>A word that stays stable.</summary>
    public string Code { get; } = code;

    /// <summary>400: the request itself is off.</summary>
    public static PageException BadRequest(string message) => new(StatusCodes.Status400BadRequest, "badRequest", message);

    /// <summary>409: not in this state.</summary>
    public static PageException Conflict(string code, string message) => new(StatusCodes.Status409Conflict, code, message);
}
