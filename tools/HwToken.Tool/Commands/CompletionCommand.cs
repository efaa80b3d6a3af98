using System.CommandLine;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken completion</c>: scripts that have the shell ask this program for completions.</summary>
internal static class CompletionCommand
{
    /// <summary>No completions: bash goes on with file names.</summary>
    private const string Bash = """
        _hwtoken() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(hwtoken "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _hwtoken hwtoken
        """;

    /// <summary>Serves as a file in fpath, whose first call is a completion already, and for being sourced.</summary>
    private const string Zsh = """
        #compdef hwtoken
        _hwtoken() {
            local -a found
            found=(${(f)"$(hwtoken "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)"})
            compadd -a found || _files
        }
        if [[ "${funcstack[1]}" == _hwtoken ]]; then
            _hwtoken "$@"
        else
            compdef _hwtoken hwtoken
        fi
        """;

    /// <summary>The cursor counts from the beginning of what was typed, the command may begin later; its text ends before the blank in front of the cursor.</summary>
    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName hwtoken -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $position = $cursorPosition - $commandAst.Extent.StartOffset
            $line = "$commandAst".PadRight($position)
            hwtoken "[suggest:$position]" $line 2>$null | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Build(ToolContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new ExampleCommand(
            "completion",
            "Prints a script that completes hwtoken's commands and options in a shell. zsh: the folder must be in fpath before compinit.",
            "completion bash > ~/.local/share/bash-completion/completions/hwtoken",
            "completion zsh > ~/.zfunc/_hwtoken",
            "completion pwsh >> $PROFILE") { shell };
        command.SetAction(parsed =>
        {
            context.Output.WriteLine(parsed.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Pwsh });
            return 0;
        });
        return command;
    }
}
