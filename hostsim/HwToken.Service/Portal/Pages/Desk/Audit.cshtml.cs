using HwToken.Pskc;
using HwToken.Service.Portal.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Validation.Access;
using HwToken.Validation.Audit;
using HwToken.Validation.Desk;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Pages.Desk;

/// <summary>The audit, newest first: filters, files, and its verification.</summary>
internal sealed class AuditModel(AuditTrail audit, AuditSearch search, ApiKeyStore keys) : DeskPage
{
    private const int Most = 100;

    /// <summary>Entries of a file: the newest that fit; the rest stands behind the REST API, page by page.</summary>
    private const int MostInFile = 10_000;

    /// <summary>Faults that are shown; the command <c>audit verify</c> prints all.</summary>
    private const int MostFaults = 10;

    public string Typed { get; private set; } = "";

    /// <summary>What is looked for.</summary>
    public AuditQuery Query { get; private set; } = new();

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>Where earlier entries begin; null when there are none.</summary>
    public long? Before { get; private set; }

    /// <summary>Whom the audit names.</summary>
    public AuditActors Actors { get; private set; } = null!;

    /// <summary>Who is looked for, as typed.</summary>
    public string Who { get; private set; } = "";

    /// <summary>What the verification found.</summary>
    [Kept]
    public string[] Faults { get; private set; } = [];

    /// <param name="id">Credential ID as typed.</param>
    /// <param name="what">The event.</param>
    /// <param name="who">A name of an operator or of an API key, or the actor as the audit writes it.</param>
    /// <param name="refused"><c>yes</c>, <c>no</c> or nothing.</param>
    /// <param name="before">Where to read on.</param>
    public async Task OnGetAsync(string id, string what, string who, string refused, long? before)
    {
        await AskAsync(id, what, who, refused, before).ConfigureAwait(false);
        AuditPage page = await search.FindAsync(Query, Most, Cancel).ConfigureAwait(false);
        Entries = page.Entries;
        Before = page.Before;
    }

    /// <summary>The entries as a file, times in UTC.</summary>
    /// <param name="id">As on the page.</param>
    /// <param name="what">As on the page.</param>
    /// <param name="who">As on the page.</param>
    /// <param name="refused">As on the page.</param>
    /// <param name="kind"><c>csv</c> or <c>json</c>.</param>
    public async Task<IActionResult> OnGetFileAsync(string id, string what, string who, string refused, string kind)
    {
        await AskAsync(id, what, who, refused, null).ConfigureAwait(false);
        AuditPage page = await search.FindAsync(Query, MostInFile, Cancel).ConfigureAwait(false);
        return kind == "json"
            ? File(AuditFile.Json(page.Entries, Actors), "application/json", "audit.json")
            : File(AuditFile.Csv(page.Entries, Actors), "text/csv; charset=utf-8", "audit.csv");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        AuditVerdict verdict = await audit.VerifyAsync(Cancel).ConfigureAwait(false);
        Faults = [.. verdict.Faults.Take(MostFaults)];
        Notice = verdict.IsSound
            ? new Notice.Good($"{verdict.Entries:N0}件の記録を検証しました。改ざんはありません。", $"All {verdict.Entries:N0} entries are sound.")
            : new Notice.Bad("監査記録に異常があります。サーバーで「audit verify」を実行し、原因を調べてください。", "The audit is not sound. Run 'audit verify' on the server and find out why.");
        return Show();
    }

    /// <summary>The page's address with its filters.</summary>
    /// <param name="more">What else it asks for.</param>
    public string Address(params (string Name, string? Value)[] more) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
        "/desk/audit",
        new[] { ("id", Typed), ("what", Query.Event), ("who", Who), ("refused", Query.IsRefused switch { true => "yes", false => "no", null => "" }) }
            .Where(part => part.Item2.Length > 0).Select(part => KeyValuePair.Create(part.Item1, (string?)part.Item2))
            .Concat(more.Select(part => KeyValuePair.Create(part.Name, part.Value))));

    private async Task AskAsync(string id, string what, string who, string refused, long? before)
    {
        Actors = await AuditActors.ReadAsync(keys, Cancel).ConfigureAwait(false);
        (Typed, Who) = (id.Trim(), who.Trim());
        string key = "";
        if (Typed.Length > 0 && !AnyCredentialId.TryKey(Typed, out key))
        {
            Notice = ErrorTable.UnknownCredential.ToNotice();
        }

        Query = new AuditQuery
        {
            CredentialId = key,
            Actors = Actors.Meant(Who),
            Event = AuditWords.Events.Contains(what) ? what : "",
            IsRefused = refused switch { "yes" => true, "no" => false, _ => null },
            Before = before,
        };
    }
}
