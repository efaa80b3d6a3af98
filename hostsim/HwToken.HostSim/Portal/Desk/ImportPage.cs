using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Text;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Pskc;
using HwToken.Validation.Errors;
using HwToken.Validation.Import;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>Imports a PSKC file, all of it or nothing. Larger files go over REST.</summary>
internal static class ImportPage
{
    public const string Path = "/desk/import";

    /// <summary>Bytes of a posted file with its form.</summary>
    public const int MaxBytes = 4 << 20;

    public static Task<PageAnswer> GetAsync(PageRequest request, DeskSession session) => Task.FromResult(Show(request, session, Markup.None, StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request, DeskSession session)
    {
        Say say = request.Say;
        if (request.Form?.Files["file"] is not { Length: > 0 } posted || !TryKey(request.Field("key"), out PskcKeySource? key))
        {
            return Show(request, session, Notices.Error(say, ErrorTable.BadRequest), ErrorTable.BadRequest.HttpStatus);
        }

        using var file = new MemoryStream();
        try
        {
            await posted.CopyToAsync(file, request.Cancel).ConfigureAwait(false);
            file.Position = 0;
            bool activate = request.Field("activate") == "yes";
            return await request.The<IPskcImporter>().ImportAsync(file, new ImportRequest(session.Actor, activate, key), request.Cancel).ConfigureAwait(false) switch
            {
                ImportOutcome.Imported done => Show(request, session, Receipt(say, done.Receipt), StatusCodes.Status201Created),
                ImportOutcome.Refused refused => Show(request, session, Markup.Of($"{Notices.Error(say, refused.Error)}<p>{refused.Detail}</p>"), refused.Error.HttpStatus),
                _ => throw new InvalidOperationException("unknown outcome"),
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file.GetBuffer());
            key?.Dispose();
        }
    }

    private static bool TryKey(string typed, out PskcKeySource? key)
    {
        key = null;
        if (typed.Length == 0)
        {
            return true;
        }

        bool isKey = Hex.TryDecode(typed, out byte[] bytes) && bytes.Length is 16 or 24 or 32;
        key = isKey ? PskcKeySource.PreSharedKey(bytes) : PskcKeySource.Passphrase(typed);
        return true;
    }

    private static Markup Receipt(Say say, SignedReceipt receipt) => Markup.Of($"""
        {Notices.Good(say.In($"{receipt.Facts.Count}件のクレデンシャルを取り込みました。", $"{receipt.Facts.Count.ToString(CultureInfo.InvariantCulture)} credentials were imported."))}
        <dl class="facts"><dt>{say.In("ファイルのSHA-256", "SHA-256 of the file")}</dt><dd class="id">{receipt.Facts.FileSha256}</dd></dl>
        <div class="field"><label for="receipt">{say.In("受領証(ファイルに保存して工場へ渡します)", "Receipt (save it as a file for the factory)")}</label><textarea id="receipt" rows="6" readonly>{receipt.Text}</textarea></div>
        """);

    private static PageAnswer Show(PageRequest request, DeskSession session, Markup notice, int status)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"""
            <div class="field"><label for="file">{say.In("PSKCファイル (RFC 6030)", "PSKC file (RFC 6030)")}</label><input id="file" name="file" type="file" required accept=".xml,.pskc,.pskcxml,application/pskc+xml"></div>
            <div class="field"><label for="key">{say.In("鍵(16進)またはパスフレーズ", "Key (hexadecimal) or passphrase")}</label>
            <input id="key" name="key" type="password" autocomplete="off" maxlength="64" aria-describedby="key-hint"><p class="hint" id="key-hint">{say.In("暗号化されていないファイルでは空欄", "Empty for a file that is not encrypted")}</p></div>
            <div class="check"><input type="checkbox" id="activate" name="activate" value="yes"><label for="activate">{say.In("すぐに有効にする", "Activate at once")}</label></div>
            <div class="buttons">{Fields.Submit(say.In("取り込む", "Import"))}</div>
            """);
        return DeskFrame.Show(request, session, say.In("PSKCファイルの取り込み", "Import a PSKC file"), Markup.Of($"{notice}{request.FormTo(Path, fields, isFile: true)}"), status);
    }
}
