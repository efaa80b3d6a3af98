using HwToken.Service.Portal.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Pages;

/// <summary>What is wrong: by the error code that a person saw on a page or on the token, or by the list of causes.</summary>
internal sealed class HelpModel : PortalPage
{
    /// <summary>The code that was asked about.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>What it means; null when nothing was asked or it is unknown.</summary>
    public Cause? Cause { get; private set; }

    public void OnGet(string code)
    {
        Typed = code.Trim();
        ServiceError? error = ErrorTable.All.FirstOrDefault(known => known.Code.Equals(Typed, StringComparison.OrdinalIgnoreCase));
        if (error is not null)
        {
            Cause = CauseTable.Of(Text, error);
        }
        else if (DisplayWords.All.FirstOrDefault(known => known.Code.Equals(Typed, StringComparison.OrdinalIgnoreCase)) is { } shown)
        {
            Cause = shown.ToCause(Text);
        }
        else if (Typed.Length > 0)
        {
            Notice = new Notice.Bad(Text.In("このエラーコードは一覧にありません。画面の表示どおりに入力してください。", "This error code is not in the list. Type it as the page showed it."));
        }
    }
}
