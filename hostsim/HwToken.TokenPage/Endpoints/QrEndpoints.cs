using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Qr;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.TokenPage.Endpoints;

/// <summary>Reading QR codes, for pages whose browser cannot.</summary>
internal static class QrEndpoints
{
    /// <summary>A picture of the largest size, in Base64.</summary>
    private const long MostBytes = 2 << 20;

    /// <summary>Maps it.</summary>
    public static void MapQr(this IEndpointRouteBuilder api) => api.MapPost("/qr", (Requests.GreyPicture body) => QrPicture.Read(body))
        .WithTags("credential").WithName("readQr").WithSummary("Reads the QR code in a picture of grey values, such as an otpauth URI's.")
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes)).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
