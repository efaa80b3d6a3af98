using System.Globalization;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Visits;

/// <summary>How customers read days: in their language, in the time of the place where the service stands.</summary>
internal static class BankWords
{
    public static string Day(LocalText text, DateTimeOffset? moment) => moment is not { } at
        ? "-"
        : text.In(at.LocalDateTime.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), at.LocalDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}
