using System.Diagnostics;

namespace HwToken.Tool.Tests;

/// <summary>The completion scripts, in the shells that they are for.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-completion-").FullName;

    public CompletionTests()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string program = Path.Combine(_folder, "hwtoken");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "hwtoken.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("hwtoken l", "label lot")]
    [InlineData("hwtoken lot s", "scrap seal status")]
    [InlineData("hwtoken lot create --pre", "--prefix")]
    [InlineData("hwtoken lot create july --type ", "hotp totp")]
    [InlineData("hwtoken label july --sheet a4-", "a4-24 a4-65")]
    [InlineData("hwtoken completion ", "--help --home -? -h bash pwsh zsh")]
    [InlineData("hwtoken pskc read /no/such", "")]
    public async Task Bash_completes(string line, string expected)
    {
        Peer.Demand("bash");
        string script = """
            source <(hwtoken completion bash)
            complete -p hwtoken >/dev/null || exit 1
            COMP_LINE=$1; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<<"$1"
            [[ $1 == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _hwtoken
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        string found = await RunAsync("bash", "--norc", "-c", script, "bash", line);
        Assert.Equal(expected, string.Join(' ', found.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>In a real zsh on a pseudo-terminal: the first Tab after a start already completes.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Zsh_completes_at_the_first_tab(bool isInFpath)
    {
        Peer.Demand("zsh");
        string load = isInFpath
            ? $"hwtoken completion zsh > {_folder}/_hwtoken; fpath=({_folder} $fpath); autoload -Uz compinit; compinit -u -d {_folder}/dump"
            : $"autoload -Uz compinit; compinit -u -d {_folder}/dump; source <(hwtoken completion zsh)";
        string script = $$"""
            zmodload zsh/zpty
            TERM=dumb zpty shell zsh -f -i
            zpty -w shell {{Quote(load + "; print load''ed")}}
            zpty -r shell seen '*loaded*' || exit 1
            zpty -w -n shell $'hwtoken lot verif\t'
            zpty -r shell seen '*hwtoken lot verify*' || exit 1
            print found
            """;
        Assert.Equal("found", (await RunAsync("timeout", "600", "zsh", "-f", "-c", script)).Trim());
    }

    /// <summary>No PowerShell is to be had where this is built: its script is looked at.</summary>
    [Fact]
    public async Task The_PowerShell_script_hands_line_and_cursor_to_the_same_question()
    {
        (_, string script, _) = await ToolRun.RunAsync("completion", "pwsh");
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName hwtoken -ScriptBlock {", script, StringComparison.Ordinal);
        Assert.Contains("param($wordToComplete, $commandAst, $cursorPosition)", script, StringComparison.Ordinal);
        Assert.Contains("hwtoken \"[suggest:$position]\" $line", script, StringComparison.Ordinal);
        Assert.Contains("[System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)", script, StringComparison.Ordinal);
        Assert.Equal(script.Count(c => c == '{'), script.Count(c => c == '}'));

        // What it would ask: a command's text without the blank behind it, filled up to the cursor.
        (int code, string found, _) = await ToolRun.RunAsync("[suggest:12]", "hwtoken lot".PadRight(12));
        Assert.Equal(0, code);
        Assert.Contains("verify", found, StringComparison.Ordinal);
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = _folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {output}{await error}");
        return output;
    }
}
