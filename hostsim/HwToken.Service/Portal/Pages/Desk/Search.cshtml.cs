using HwToken.Service.Portal.Desk;
using HwToken.Validation;
using HwToken.Validation.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Finds tokens by any part of the ID, of the holder or of the lot, and by state.</summary>
internal sealed class SearchModel(CredentialSearch search) : DeskPage
{
    private const int Most = 50;

    /// <summary>What was looked for.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>The state that was chosen; null: any.</summary>
    public ShownState? State { get; private set; }

    public IReadOnlyList<CredentialView> Found { get; private set; } = [];

    /// <summary>How many fit; no more than the first are shown.</summary>
    public int All { get; private set; }

    /// <summary>The page's address with what was looked for.</summary>
    public string Address => QueryHelpers.AddQueryString("/desk", [KeyValuePair.Create("id", (string?)Typed), KeyValuePair.Create("state", State?.ToString().ToLowerInvariant())]);

    /// <summary>The tokens that fit as a file; the audit tells who saved it and how many stand in it.</summary>
    /// <param name="id">As on the page.</param>
    /// <param name="state">As on the page.</param>
    public async Task<IActionResult> OnPostAsync(string id, string state)
    {
        Ask(id, state);
        return File(CredentialFile.Csv(await search.ExportAsync(new CredentialQuery(Typed, State), Session.Actor, Cancel).ConfigureAwait(false)), "text/csv; charset=utf-8", "tokens.csv");
    }

    public async Task OnGetAsync(string id, string state)
    {
        Ask(id, state);
        (Found, All) = await search.FindAsync(new CredentialQuery(Typed, State, Most), Cancel).ConfigureAwait(false);
    }

    private void Ask(string id, string state)
    {
        Typed = id.Trim();
        State = Enum.TryParse(state, ignoreCase: true, out ShownState chosen) && Enum.IsDefined(chosen) ? chosen : null;
    }
}
