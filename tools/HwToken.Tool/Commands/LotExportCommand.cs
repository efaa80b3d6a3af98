using System.CommandLine;
using System.Globalization;
using HwToken.Factory;
using HwToken.Factory.Exports;
using HwToken.Factory.Lots;
using HwToken.Keeping;
using HwToken.Pskc.Lists;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken lot export</c>: lists for sign-in systems that read no PSKC.</summary>
internal static class LotExportCommand
{
    public static Command Build(ToolContext context)
    {
        var format = new Option<string>("--format") { Description = "List: " + string.Join("; ", SeedLists.All.Select(f => $"{f.Name} ({f.Description})")) + ".", HelpName = "NAME", Required = true };
        format.AcceptOnlyFromAmong([.. SeedLists.All.Select(f => f.Name)]);
        var output = new Option<string>("--out") { Description = "New file, made with mode 0600, outside the lot's folder.", HelpName = "FILE", Required = true };
        var users = new Option<string?>("--users") { Description = "Whom the tokens are for: lines ID,user[,resolver[,realm]].", HelpName = "FILE" };
        var command = new ExampleCommand(
            "export",
            "Writes units that passed into a list with the secrets IN CLEAR, for systems that read no PSKC. Prefer 'lot seal'.",
            "lot export july --format entra --users people.csv --out /secure/july-entra.csv")
        {
            format, output, users,
        };
        var access = new LotAccess(command);
        command.SetAction(parsed =>
        {
            using LotSession session = access.Open(parsed, context);
            Lot lot = session.Lot;
            string path = parsed.GetRequiredValue(output);
            if (lot.Folder.Contains(path))
            {
                throw new FactoryException("A list with secrets in clear does not belong into the lot's folder. Name a file elsewhere.");
            }

            string? exposed = PrivateFile.TryPlace(path);
            IReadOnlyDictionary<string, SeedUser>? named = parsed.GetValue(users) is { } file ? UserList.Read(file) : null;
            SeedList list = SeedLists.Find(parsed.GetRequiredValue(format))!;
            int count = LotExporter.Write(lot, list, path, named, access.Who(parsed));
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} credentials: {Path.GetFullPath(path)}"));
            context.Error.WriteLine($"This list is {list.Tried}.");
            if (list.HasUsers && (named?.Count ?? 0) < count)
            {
                context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count - (named?.Count ?? 0)} of {count} tokens have no user: --users says who gets which; without it each is assigned by hand after the import."));
            }

            context.Error.WriteLine("The secrets stand in this file in clear. Import it, then destroy it.");
            if (exposed is not null)
            {
                context.Error.WriteLine($"hwtoken: warning: {exposed}.");
            }

            return 0;
        });
        return command;
    }
}
