namespace HwToken.House.Tests;

/// <summary>Arrows run one way. What a project may reference directly stands here; whatever else it references is a fault.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["HwToken.Core"] = [],
        ["NanoBoard"] = [],
        ["NanoBoard.Guests"] = ["NanoBoard"],
        ["HwToken.Firmware.Host"] = ["HwToken.Core", "NanoBoard"],
        ["HwToken.Provisioning"] = ["HwToken.Core"],
        ["HwToken.Lines"] = ["HwToken.Provisioning"],
        ["HwToken.Keeping"] = [],
        ["HwToken.Pskc"] = ["HwToken.Core"],
        ["HwToken.Factory"] = ["HwToken.Keeping", "HwToken.Lines", "HwToken.Pskc", "HwToken.Provisioning", "HwToken.Core"],
        ["HwToken.Tool"] = ["HwToken.Factory", "HwToken.Keeping", "HwToken.Pskc", "HwToken.Provisioning", "HwToken.Core"],
        ["HwToken.Validation"] = ["HwToken.Core", "HwToken.Keeping", "HwToken.Pskc"],
        ["HwToken.Simulator"] = ["HwToken.Firmware.Host", "HwToken.Provisioning"],
        ["HwToken.Scenarios"] = ["HwToken.Simulator", "HwToken.Provisioning"],
        ["HwToken.Http"] = [],
        ["HwToken.Rack"] = ["HwToken.Simulator", "HwToken.Pskc"],
        ["HwToken.TokenPage"] = ["HwToken.Http", "HwToken.Keeping", "HwToken.Rack", "HwToken.Scenarios", "HwToken.Simulator", "HwToken.Pskc"],
        // NanoBoard and Core as well: packages of their own that its package names.
        ["HwToken.Testing"] = ["HwToken.Rack", "HwToken.Simulator", "HwToken.Pskc", "NanoBoard", "HwToken.Core"],
        ["HwToken.Testing.Playwright"] = ["HwToken.Testing"],
        ["HwToken.Aspire.Hosting"] = [],
        ["HwToken.Web"] = ["HwToken.Rack"],
        ["HwToken.Service"] = ["HwToken.Http", "HwToken.Validation"],
        ["HwToken.Demo"] = ["HwToken.Http", "HwToken.Keeping", "HwToken.Service"],
        ["HwToken.HostSim"] = ["HwToken.Lines", "HwToken.Scenarios", "HwToken.Simulator", "HwToken.TokenPage", "HwToken.Service", "HwToken.Demo", "HwToken.Pskc"],
        ["NanoGuard"] = [],
        ["NanoGuard.Tool"] = ["NanoGuard"],
    };

    public static TheoryData<string> ProjectNames() => [.. House.Projects.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_project_references_only_what_the_plan_allows(string project) =>
        Assert.Empty(House.References(House.Projects[project]).Except(Allowed.GetValueOrDefault(project, ["nothing: the project is not in the plan"])));

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Every_project_is_in_the_plan(string project) => Assert.Contains(project, Allowed.Keys);

    [Fact]
    public void The_firmware_never_looks_outside_its_folder() =>
        Assert.All(House.Sources("firmware", "HwToken.Core").Concat(House.Sources("firmware", "HwToken.Firmware")), path =>
            Assert.DoesNotMatch(@"\bHwToken\.(Board\.(?!Esp32)|Simulator|Provisioning|Factory|Validation|Service|Demo|TokenPage|Rack|Web|HostSim|Pskc)|#\s*if\b", WithoutOwnBoard(path)));

    [Fact]
    public void Factory_and_token_meet_only_at_a_line()
    {
        foreach (string project in new[] { "HwToken.Factory", "HwToken.Tool", "HwToken.Provisioning" }.Where(House.Projects.ContainsKey))
        {
            Assert.DoesNotContain(Reachable(project), name => name is "NanoBoard" or "HwToken.Simulator" or "HwToken.Firmware.Host");
        }
    }

    [Fact]
    public void The_validation_server_reaches_no_virtual_token_and_no_bank() =>
        Assert.DoesNotContain(Reachable("HwToken.Service"), name => name is "NanoBoard" or "HwToken.Simulator" or "HwToken.Firmware.Host" or "HwToken.Rack" or "HwToken.TokenPage" or "HwToken.Demo");

    [Fact]
    public void The_demonstration_sees_nothing_behind_the_services_public_face()
    {
        Assert.Contains("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>", File.ReadAllText(House.Projects["HwToken.Demo"]));
        Assert.All(House.Sources("hostsim", "HwToken.Demo"), path => Assert.DoesNotMatch(@"\bHwToken\.(Validation|Core|Simulator|TokenPage)\b", File.ReadAllText(path)));
    }

    [Fact]
    public void The_portal_names_no_other_room() =>
        Assert.All(House.Sources("hostsim", "HwToken.Service"), path => Assert.DoesNotMatch(@"\bHwToken\.(Demo|TokenPage|HostSim|Simulator)\b|/bank\b|/demo\b", File.ReadAllText(path)));

    /// <summary>The firmware's own namespace HwToken.Firmware.Board is not the virtual board NanoBoard.</summary>
    private static string WithoutOwnBoard(string path) =>
        File.ReadAllText(path).Replace("HwToken.Firmware.Board", "FirmwareBoard", StringComparison.Ordinal);

    private static HashSet<string> Reachable(string project)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([project]);
        while (open.TryPop(out string? name))
        {
            foreach (string next in House.References(House.Projects[name]).Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return seen;
    }
}
