using System.Text.Encodings.Web;
using System.Text.Json;

namespace HwToken.Service.Portal.Web.Results;

/// <summary>How results are written down: short, because a browser's cookie is.</summary>
internal static class ResultJson
{
    /// <summary>Nobody but this program reads it, and it is sealed: Japanese stays as it is.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IncludeFields = true };
}
