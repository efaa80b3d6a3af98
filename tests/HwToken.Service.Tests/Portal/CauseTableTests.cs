using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.Service.Tests.Portal;

/// <summary>What each error means for a person.</summary>
public class CauseTableTests
{
    [Fact]
    public void Every_error_has_a_cause_and_a_next_step_in_both_languages()
    {
        LocalText ja = new("ja");
        LocalText en = new("en");
        foreach (ServiceError error in ErrorTable.All)
        {
            (Cause one, Cause two) = (CauseTable.Of(ja, error), CauseTable.Of(en, error));
            Assert.Matches("^[a-z-]+$", one.Word);
            Assert.Equal(one.Word, two.Word);
            Assert.NotEqual(one.What, two.What);
            Assert.NotEqual(one.Next, two.Next);
            Assert.Equal(one.Link?.Path, two.Link?.Path);

            // Only what programs and operators meet may be answered with "tell the service".
            Assert.Equal(error.Code.StartsWith("RMCFXAPI00100", StringComparison.Ordinal) || error.Code.StartsWith("RMCFXIMP", StringComparison.Ordinal), one.Word is "for-operators" or "service-busy");
        }
    }
}
