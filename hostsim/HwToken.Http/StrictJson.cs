using System.Text.Json;
using System.Text.Json.Serialization;

namespace HwToken.Http;

/// <summary>JSON as every address of ours takes it: each member once, none that is unknown, numbers as numbers, words of an enumeration as words.</summary>
public static class StrictJson
{
    /// <summary>Makes options strict.</summary>
    /// <param name="json">The options; they must not be in use yet.</param>
    /// <returns>The same options.</returns>
    public static JsonSerializerOptions Configure(JsonSerializerOptions json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return json;
    }

    /// <summary>Has a host read and write strictly. A body that is refused is answered by the pages behind, not by an exception in the log.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddStrictJson(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false)
        .ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
}
