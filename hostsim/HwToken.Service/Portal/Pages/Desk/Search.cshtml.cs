using HwToken.Validation;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>Finds tokens by the beginning of their IDs.</summary>
internal sealed class SearchModel(CredentialDesk desk) : DeskPage
{
    private const int Most = 50;

    public string Beginning { get; private set; } = "";

    public IReadOnlyList<CredentialView> Found { get; private set; } = [];

    public async Task OnGetAsync(string id)
    {
        Beginning = id.Replace(" ", "", StringComparison.Ordinal);
        Found = await desk.SearchAsync(Beginning, Most, Cancel).ConfigureAwait(false);
    }
}
