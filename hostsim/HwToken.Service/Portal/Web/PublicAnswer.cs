using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;

namespace HwToken.Service.Portal.Web;

/// <summary>
/// What people who are not signed in read. Whether an ID exists, and in which state it is, is nobody's business: an unknown ID,
/// a locked token and a wrong code look the same. Who has signed in with a password learns more.
/// </summary>
internal static class PublicAnswer
{
    /// <returns>Null when the codes were accepted.</returns>
    public static ServiceError? Of(AttemptOutcome outcome, ServiceError otherwise) => outcome switch
    {
        AttemptOutcome.Accepted => null,
        AttemptOutcome.Closed => ErrorTable.PublicClosed,
        AttemptOutcome.Rejected { Reason: RejectReason.Malformed } => ErrorTable.NotSixDigits,
        AttemptOutcome.Rejected { Reason: RejectReason.CodesEqual } => ErrorTable.CodesEqual,
        _ => otherwise,
    };
}
