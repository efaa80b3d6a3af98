using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HwToken.Demo.Bank.Visits;

/// <summary>A page behind the password; everybody else begins with the sign-in.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CustomersOnlyAttribute : Attribute, IAsyncPageFilter
{
    /// <summary>The password is not enough: where a token is registered, a code came too.</summary>
    public bool SignedIn { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // What ended the visit is shown once more after it.
        bool isShownAfter = context.HandlerInstance is PortalPage { EndsVisit: true };
        if (!isShownAfter && await context.HttpContext.RequestServices.GetRequiredService<Visit>().EnterAsync(SignedIn).ConfigureAwait(false) is { } elsewhere)
        {
            context.Result = new SeeOther(elsewhere);
            return;
        }

        await next().ConfigureAwait(false);
    }
}
