namespace HwToken.Service.Portal.Causes;

/// <summary>All that a token's display can say when something is wrong.</summary>
internal static class DisplayWords
{
    private static readonly (string Japanese, string English) GiveBack = ("使用をやめて、サービスデスクへご返却ください。", "Stop using it and return it to the service desk.");
    private static readonly (string Japanese, string English) SetTime = ("サービスデスクで時刻を設定します。トークンをお持ちください。", "The service desk sets its time: bring the token.");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<DisplayWord> All { get; } =
    [
        new("CHARGE", "", ("電池残量が少なくなっています。表示されたコードはそのまま使えます。", "The battery is getting low. The code above it can be used."), ("お早めに充電してください。", "Charge the token soon.")),
        new("NEW CELLS", "", ("電池残量が少なくなっています。表示されたコードはそのまま使えます。", "The cells are getting low. The code above it can be used."), ("お早めに、電池を3本とも交換してください。", "Put in three new cells soon.")),
        new("E1", "NO KEY", ("鍵がまだ設定されていないトークンです。", "No key has been written into this token yet."), ("サービスデスクへお問い合わせください。", "Ask the service desk.")) { CallsDesk = true },
        new("E2", "NOT SAVED", ("カウンターを保存できなかったため、コードを表示しませんでした。", "The token could not store its counter, so it showed no code."), ("もう一度ボタンを押してください。繰り返すときは、サービスデスクで交換します。", "Press the button again. If it comes back, the service desk replaces the token.")) { CallsDesk = true },
        new("E3", "COUNTER LOST", ("カウンターの値が失われたため、安全なコードを作れません。", "The counter is lost, so no code would be safe."), GiveBack) { CallsDesk = true },
        new("E4", "CLOCK STOPPED", ("トークンの時計が止まっています。電池を交換した後にも起こります。", "The token's clock has stopped. That also happens when its cells are changed."), SetTime) { CallsDesk = true },
        new("E5", "CLOCK BEHIND", ("トークンの時計が遅れています。", "The token's clock is behind."), SetTime) { CallsDesk = true },
        new("E6", "SELF-TEST FAILED", ("自己診断に失敗しました。", "The token failed its self-test."), GiveBack) { CallsDesk = true },
        new("E7", "COUNTER ENDED", ("カウンターが上限に達しました。", "The counter has run out."), GiveBack) { CallsDesk = true },
        new("E8", "INTERNAL FAULT", ("内部エラーのため、コードを表示しませんでした。", "Something failed inside, so no code was made."), ("もう一度ボタンを押してください。繰り返すときは、サービスデスクで交換します。", "Press the button again. If it comes back, the service desk replaces the token.")) { CallsDesk = true },
        new("E9", "FILE REFUSED", ("設定ファイルを受け付けませんでした。", "The token refused its provisioning file."), ("トークンの設定を行った担当者に、表示された行番号と ERR 番号をお知らせください。", "Tell whoever wrote the file the line and the ERR number on the display.")) { CallsDesk = true },
        new("E10", "BATTERY EMPTY", ("電池が切れたため、コードを表示しませんでした。カウンターは失われていません。", "The battery is empty. No code was made, and nothing is lost."), ("充電するか、電池を交換してください。", "Charge the token, or put in new cells.")),
    ];
}
