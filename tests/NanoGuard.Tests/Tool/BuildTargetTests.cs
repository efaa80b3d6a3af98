namespace NanoGuard.Tests.Tool;

/// <summary>build/NanoGuard.targets in a project that has just been built.</summary>
public class BuildTargetTests
{
    private static readonly string Targets = Path.Combine(Project.Folder, "tools", "NanoGuard", "build", "NanoGuard.targets");

    [Theory]
    [InlineData("class App { static int Main() => 1; }", "", 0, "nanoguard: clean")]
    [InlineData("class App\n{\nstatic int Main() => F(1, 2);\nstatic int F(int a, int b) => checked(a + b);\nstatic float G(float f) => f;\n}", "<NanoGuardProfile>house</NanoGuardProfile>", 1, "App.cs(4): error NG09: checked arithmetic: add.ovf", "error NG12", "nanoFramework does not run right")]
    [InlineData("class App { static int Main() => 1; }", "<NanoGuardBaseline>nowhere.json</NanoGuardBaseline>", 1, "NanoGuard could not check", "there is no baseline nowhere.json")]
    public void A_build_fails_with_file_and_line_where_the_device_would_go_wrong(string source, string settings, int status, params string[] says)
    {
        using var planted = CommandLineTests.Device(source);
        var tool = Path.Combine(AppContext.BaseDirectory, "NanoGuard.Tool.dll");
        var project = Path.Combine(planted.Folder, "my app.proj");
        File.WriteAllText(project, $"""
            <Project DefaultTargets="Build">
              <PropertyGroup>
                <TargetPath>{planted.PathOf("App")}</TargetPath>
                <NanoGuardCommand>dotnet "{tool}"</NanoGuardCommand>
                {settings}
              </PropertyGroup>
              <ItemGroup><ReferencePath Include="{Planted.CoreLibrary}" /></ItemGroup>
              <Target Name="Build" />
              <Import Project="{Targets}" />
            </Project>
            """);
        var answer = Peer.Run("dotnet", "msbuild", project, "-nologo", "-v:minimal", "-nodeReuse:false");
        Assert.True(status == answer.Exit, answer.Output);
        Assert.All(says, text => Assert.Contains(text, answer.Output, StringComparison.Ordinal));
    }
}
