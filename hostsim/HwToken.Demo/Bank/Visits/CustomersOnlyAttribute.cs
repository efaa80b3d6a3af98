using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.Demo.Bank.Visits;

/// <summary>A page behind the password; everybody else begins with the sign-in.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CustomersOnlyAttribute : Attribute, IPageFilter
{
    /// <summary>The password is not enough: where a token is registered, a code came too.</summary>
    public bool SignedIn { get; init; }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // What ended the visit is shown once more after it.
        if (context.HandlerInstance is PortalPage { EndsVisit: true })
        {
            return;
        }

        if (context.HttpContext.RequestServices.GetRequiredService<Visit>().Enter(SignedIn) is { } elsewhere)
        {
            context.Result = new SeeOther(elsewhere);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
