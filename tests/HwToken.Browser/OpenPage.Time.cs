using System.Text.RegularExpressions;
using HwToken.HostSim.Serving;
using Microsoft.Playwright;

namespace HwToken.Browser;

/// <content>
/// Virtual time and the finger on the button. At true pace the time between the two requests of a press is the length of the
/// hold, so a busy machine could make a hold of it: where a test is not about the pace, time stands and moves by jumps only.
/// </content>
internal sealed partial class OpenPage
{
    /// <summary>Lets virtual time stand: what the display shows stays.</summary>
    public Task StopTimeAsync() => AskAsync("speed", new { speed = 0 });

    /// <summary>Lets virtual time go on at its true pace.</summary>
    public async Task GoOnAsync()
    {
        await AskAsync("speed", new { speed = 1 });
        await Assertions.Expect(Control("speed", 1)).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>Lets virtual time pass with the page's own buttons.</summary>
    public Task JumpAsync(int seconds) => AnsweredAsync("jump", $$"""{"seconds":{{seconds}}}""", () => Control("jump", seconds).ClickAsync());

    /// <summary>Lets virtual time pass where the page has no button for so little.</summary>
    public Task PassAsync(int seconds) => AskAsync("jump", new { seconds });

    /// <summary>Presses the button while virtual time stands, and lets the token answer. Time stands afterwards, too.</summary>
    /// <param name="doAsync">How it is pressed; null: clicked.</param>
    public async Task PressAsync(Func<Task>? doAsync = null)
    {
        await StopTimeAsync();
        await UpAsync(doAsync ?? (() => Id("button").ClickAsync()));
        await PassAsync(2);
    }

    /// <summary>Does what puts the finger on the button, and waits until the token has felt it.</summary>
    public Task DownAsync(Func<Task> doAsync) => AnsweredAsync("button", """{"down":true}""", doAsync);

    /// <summary>Does what ends with the finger off the button, and waits until the token has felt it.</summary>
    public async Task UpAsync(Func<Task> doAsync)
    {
        await AnsweredAsync("button", """{"down":false}""", doAsync);
        await Assertions.Expect(Id("button")).Not.ToHaveClassAsync(new Regex("is-down"));
    }

    /// <summary>Asks the chosen token as the page does, and waits for the answer.</summary>
    private async Task AskAsync(string what, object body)
    {
        string token = (await Page.Locator("#rack [aria-pressed=true]").GetAttributeAsync("data-token"))!;
        await Page.EvaluateAsync("""
            async ([path, body]) => {
              const { send } = await import(new URL("js/transport.js", location.href).href);
              const { ok, answer } = await send("POST", path, body);
              if (!ok) {
                throw new Error(JSON.stringify(answer));
              }
            }
            """, new object[] { $"/tokens/{token}/{what}", body });
    }

    /// <summary>
    /// Does what makes the page ask the chosen token, and waits for the answer. The static page has its answer before it does anything else.
    /// </summary>
    private async Task AnsweredAsync(string what, string body, Func<Task> doAsync)
    {
        if (_host is ServeHost)
        {
            await Page.RunAndWaitForResponseAsync(doAsync, response => response.Url.EndsWith("/" + what, StringComparison.Ordinal) && response.Request.PostData == body);
        }
        else
        {
            await doAsync();
        }
    }
}
