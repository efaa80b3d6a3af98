using System.Globalization;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Visits;

/// <summary>How customers are told days: in their language, in the time of the place where the service stands.</summary>
internal static class BankWords
{
    public static string Day(Say say, DateTimeOffset? moment) => moment is not { } at
        ? "-"
        : say.In(at.LocalDateTime.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), at.LocalDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}
