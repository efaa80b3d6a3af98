namespace HwToken.Service.Portal.Web;

/// <summary>What pages log: never a typed word.</summary>
internal static partial class PageLog
{
    [LoggerMessage(1, LogLevel.Error, "A page failed: {Kind}")]
    public static partial void LogPageFailure(this ILogger logger, string kind);
}
