using System.CommandLine;
using HwToken.Tool.Console;

namespace HwToken.Tool.Commands;

/// <summary><c>hwtoken completion</c>: scripts that have the shell ask this program for completions.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _hwtoken() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(hwtoken "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _hwtoken hwtoken
        """;

    private const string Zsh = """
        #compdef hwtoken
        _hwtoken() {
            local -a words_found
            words_found=("${(@f)$(hwtoken "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -- "${words_found[@]}" || _files
        }
        compdef _hwtoken hwtoken
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName hwtoken -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            hwtoken "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Build(ToolContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new ExampleCommand(
            "completion",
            "Prints a script that completes hwtoken's commands and options in a shell.",
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
