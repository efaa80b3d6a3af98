using Microsoft.Playwright;

namespace HwToken.Browser.Portal.People;

/// <summary>The operator at the service desk.</summary>
internal sealed class Desk(DemoWindow window)
{
    /// <summary>Signs in with name, password and a code of the operator's own token.</summary>
    public async Task OpenAsync()
    {
        await window.GoAsync("/desk");
        await window.ExpectPathAsync("/desk/sign-in");
        await TypesAsync(window.World.Operator.Password, window.Tokens.NewCode(window.World.OperatorTokenId));
        await window.ExpectPathAsync("/desk");
    }

    /// <summary>Fills the sign-in.</summary>
    public Task TypesAsync(string password, string code) => window.SendAsync(("name", window.World.Operator.Id), ("password", password), ("code", code));

    /// <summary>Opens a token's page.</summary>
    public Task LooksAtAsync(string token) => window.GoAsync("/desk/credential/" + token);

    /// <summary>Does one thing to a token: <c>unlock</c>, <c>suspend</c>, <c>resume</c>.</summary>
    public async Task DoesAsync(string verb, string token)
    {
        await LooksAtAsync(token);
        await window.ChooseAsync("verb", verb);
        await window.ExpectSuccessAsync();
    }

    /// <summary>Revokes, with the end of the ID typed.</summary>
    public async Task RevokesAsync(string token)
    {
        await LooksAtAsync(token);
        await window.Field("confirm").FillAsync(token[^4..]);
        await window.ChooseAsync("verb", "revoke");
        await window.ExpectSuccessAsync();
    }

    /// <summary>Gives a customer a new token for the old one.</summary>
    public async Task ReplacesAsync(string old, string @new)
    {
        await window.GoAsync("/desk/replace");
        await window.SendAsync(("old", old), ("new", @new), ("code", window.Tokens.NewCode(@new)));
        await window.ExpectSuccessAsync();
    }

    /// <summary>Does something for a customer: <c>unlock</c>, <c>reissue</c>, <c>expire</c>, <c>renew</c>.</summary>
    public async Task ServesAsync(Customer customer, string verb)
    {
        if (verb is "reissue" or "expire")
        {
            await window.GoAsync("/desk/customers?customer=" + customer.Id);
            await window.Field("confirm").FillAsync(customer.Id);
            await window.ChooseAsync("verb", verb);
        }
        else
        {
            await window.GoAsync("/desk/customers");
            await window.ClickAsync(Row(customer).Locator($"button[value={verb}]"));
        }

        await window.ExpectPathAsync("/desk/customers");
    }

    /// <summary>The customer's line.</summary>
    public ILocator Row(Customer customer) => window.Page.Locator($"[data-user='{customer.Id}']");

    /// <summary>Imports a PSKC file.</summary>
    public async Task ImportsAsync(byte[] file, string key = "")
    {
        await window.GoAsync("/desk/import");
        await window.Field("file").SetInputFilesAsync(new FilePayload { Name = "lot.xml", MimeType = "application/xml", Buffer = file });
        await window.SendAsync(("key", key));
    }
}
