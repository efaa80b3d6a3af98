using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Web;

/// <summary>Which fields an error is about, wherever they stand: a screen reader ties the error to them, and the cursor goes to the first that is empty.</summary>
internal static class Fields
{
    private static readonly Dictionary<string, string[]> Wrong = new()
    {
        [ErrorTable.NotSixDigits.Code] = ["code", "code1", "code2"],
        [ErrorTable.CodesEqual.Code] = ["code1", "code2"],
        [ErrorTable.NotConsecutive.Code] = ["code1", "code2"],
        [ErrorTable.CodeRefused.Code] = ["code"],
        [ErrorTable.UnknownCredential.Code] = ["id"],
        [ErrorTable.AlreadyEnrolled.Code] = ["id"],
        [ErrorTable.SignInWrong.Code] = ["name", "user", "password"],
    };

    /// <summary>Names keep what was typed, and of two fields the first is typed first.</summary>
    public static bool TakesCursor(string field) => field is not ("name" or "user" or "code2" or "new2");

    public static IReadOnlyList<string> Of(ServiceError error) => Wrong.GetValueOrDefault(error.Code) ?? [];
}
