using System.Text.Json;
using System.Text.Json.Serialization;

namespace HwToken.Rack.Api;

/// <summary>The words of an enumeration as words, in camel case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
