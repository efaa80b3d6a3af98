using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>An operator signs in with name, password and a code of the own token.</summary>
internal static class DeskSignIn
{
    public const string Path = "/desk/sign-in";

    public static Task<PageAnswer> GetAsync(PageRequest request) => Task.FromResult(Show(request, Markup.None, StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request)
    {
        // The code is looked at only behind the right password: nobody else can lock an operator's token.
        Operator? person = request.The<Operators>().Find(request.Field("name"), request.Field("password"));
        if (person is null)
        {
            return Show(request, Notices.Error(request.Say, ErrorTable.SignInWrong), ErrorTable.SignInWrong.HttpStatus);
        }

        AttemptOutcome outcome = await request.The<ValidationService>().ValidateAsync(person.TokenId, request.Field("code"), "desk-sign-in", request.Cancel).ConfigureAwait(false);
        if (outcome is AttemptOutcome.Rejected rejected)
        {
            ServiceError error = ErrorTable.Of(rejected.Reason);
            return Show(request, Notices.Error(request.Say, error), error.HttpStatus);
        }

        request.The<Sessions<DeskSession>>().Begin(request.Context, new DeskSession(person.Name));
        return PageAnswer.Go("/desk");
    }

    public static Task<PageAnswer> SignOutAsync(PageRequest request)
    {
        request.The<Sessions<DeskSession>>().End(request.Context);
        return Task.FromResult(PageAnswer.Go(Path));
    }

    private static PageAnswer Show(PageRequest request, Markup notice, int status)
    {
        Say say = request.Say;
        string title = say.In("オペレーターのサインイン", "Operator sign-in");
        Markup fields = Markup.Of($"""
            {Fields.Text("name", say.In("オペレーター名", "Operator name"), autocomplete: "username", focus: true)}
            {Fields.Password("password", say.In("パスワード", "Password"))}
            {Fields.Code(say, "code", say.In("ご自身のトークンのコード", "Code of your own token"))}
            <div class="buttons">{Fields.Submit(say.In("サインイン", "Sign in"))}</div>
            """);
        return PageAnswer.Show(title, Markup.Of($"<h1>{title}</h1>{notice}{request.FormTo(Path, fields)}"), status);
    }
}
