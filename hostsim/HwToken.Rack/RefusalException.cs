namespace HwToken.Rack;

/// <summary>A request that cannot be done, and changes nothing. The page translates the code; the message is for everybody else.</summary>
internal sealed class RefusalException(int status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status, also where no HTTP is spoken.</summary>
    public int Status { get; } = status;

    /// <summary>A word that stays stable.</summary>
    public string Code { get; } = code;

    /// <summary>400: the request itself is off.</summary>
    public static RefusalException BadRequest(string message) => new(400, "badRequest", message);

    /// <summary>404: there is nothing of that name.</summary>
    public static RefusalException NotFound(string code, string message) => new(404, code, message);

    /// <summary>409: not in this state.</summary>
    public static RefusalException Conflict(string code, string message) => new(409, code, message);

    /// <summary>400: the body is not what the address takes. The parser's own words may repeat the body, and the body may hold a secret.</summary>
    public static RefusalException BadBody() => BadRequest("The body must be the JSON object that this address takes.");

    /// <summary>404: no address of that name, or none for this method.</summary>
    public static RefusalException NoAddress() => NotFound("badRequest", "There is nothing here for this request.");
}
