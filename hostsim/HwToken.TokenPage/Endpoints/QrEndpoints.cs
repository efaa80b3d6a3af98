using System.Text;
using HwToken.TokenPage.Qr;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.TokenPage.Endpoints;

/// <summary>QR codes for the page: drawn from a text, read from a picture. Posts, because the texts hold secrets.</summary>
internal static class QrEndpoints
{
    /// <summary>A picture of the largest size, in Base64.</summary>
    private const long MostBytes = 2 << 20;

    /// <summary>Maps both.</summary>
    public static void MapQr(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder qr = api.MapGroup("/qr").WithTags("QR codes");
        qr.MapPost("/draw", (QrText body) => body.Text is { Length: > 0 } text && Encoding.UTF8.GetByteCount(text) <= QrModules.MostBytes
                ? Results.Ok(new QrRows(QrModules.Of(text)))
                : Refuse(StatusCodes.Status400BadRequest, "badRequest", $"Give \"text\", 1 to {QrModules.MostBytes} bytes in UTF-8."))
            .WithName("drawQr").WithSummary("A text, such as an otpauth URI, as the modules of a QR code.").Produces<QrRows>();
        qr.MapPost("/read", (GreyPicture body) => !QrPicture.IsWhole(body)
                ? Refuse(StatusCodes.Status400BadRequest, "badRequest", $"Give \"width\" and \"height\", at most {QrPicture.MostSide}, and \"grey\": a byte a point, row by row, in Base64.")
                : QrPicture.Read(body) is { } text
                    ? Results.Ok(new QrText(text))
                    : Refuse(StatusCodes.Status422UnprocessableEntity, "noQr", "No QR code could be read in this picture."))
            .WithName("readQr").WithSummary("Reads the QR code in a picture of grey values.").WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Produces<QrText>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Refuse(int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
