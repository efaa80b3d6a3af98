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

    /// <summary>The page that the person came from; null when it is none of ours.</summary>
    public string? Back { get; private set; }

    public void OnGet(string code, string back)
    {
        Typed = code.Trim();
        Back = WayBack.Read(back);
        if (TypedCode.Error(Typed) is { } error)
        {
            Cause = CauseTable.Of(Text, error);
        }
        else if (TypedCode.Display(Typed) is { } shown)
        {
            Cause = shown.ToCause(Text);
        }
        else if (Typed.Length > 0)
        {
            Notice = new Notice.Bad("このエラーコードは見つかりません。画面に表示されたとおりに入力してください。", "This error code is not in the list. Type it as the page or the token showed it.");
        }
    }
}
