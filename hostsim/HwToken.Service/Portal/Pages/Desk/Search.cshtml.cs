using HwToken.Validation;
using HwToken.Validation.Desk;

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

    public async Task OnGetAsync(string id, string state)
    {
        Typed = id.Trim();
        State = Enum.TryParse(state, ignoreCase: true, out ShownState chosen) && Enum.IsDefined(chosen) ? chosen : null;
        (Found, All) = await search.FindAsync(new CredentialQuery(Typed, State, Most), Cancel).ConfigureAwait(false);
    }
}
