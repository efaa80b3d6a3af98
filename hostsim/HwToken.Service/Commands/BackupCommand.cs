using System.CommandLine;
using HwToken.Validation;
using HwToken.Validation.Backups;

namespace HwToken.Service.Commands;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommand
{
    /// <summary>Describes <c>backup</c>.</summary>
    public static Command Create()
    {
        var options = new ServiceOptions();
        var to = new Option<DirectoryInfo?>("--to") { Description = "Folder for the copy; made, or empty.", HelpName = "FOLDER" };
        var copied = new Option<bool>("--copied") { Description = "The copy was made by another tool (pg_dump, a snapshot): only notes that there is one." };
        Command backup = options.AddTo(new Command("backup", """
            Copies the service while it runs: database, receipt key. The key file is not in it: keep a copy of that by itself, in another place.
            Example: backup --to /mnt/backup/hwtoken-july --data ./hwtoken-data
            PostgreSQL: pg_dump --format=custom --file=hwtoken.dump DATABASE, then: backup --copied --db …
            """)
        { to, copied });
        backup.Validators.Add(result =>
        {
            if (result.GetValue(copied) == (result.GetValue(to) is not null))
            {
                result.AddError("Give either --to FOLDER or --copied.");
            }
        });
        backup.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.Existing), system => BackUpAsync(system, parsed.GetValue(to), cancel), cancel));
        return backup;
    }

    /// <summary>Describes <c>restore</c>.</summary>
    public static Command CreateRestore()
    {
        var options = new ServiceOptions();
        var from = new Option<DirectoryInfo>("--from") { Description = "Folder that 'backup' made.", HelpName = "FOLDER", Required = true };
        Command restore = options.AddTo(new Command("restore", """
            Puts a backup in the place of a SQLite database that was lost. Overwrites nothing. Start once with 'serve --restored' after it.
            Example: restore --from /mnt/backup/hwtoken-july --data ./hwtoken-data
            PostgreSQL: pg_restore --dbname=DATABASE hwtoken.dump, then: serve --restored --db …
            """)
        { from });
        restore.SetAction((parsed, cancel) => ServiceWork.RunAsync(() => RestoreAsync(options.Read(parsed), parsed.GetRequiredValue(from), cancel)));
        return restore;
    }

    private static async Task<int> BackUpAsync(ValidationSystem system, DirectoryInfo? to, CancellationToken cancel)
    {
        if (to is null)
        {
            await system.Backup.NoteCopyAsync(cancel).ConfigureAwait(false);
            await Console.Out.WriteLineAsync("Noted: a copy made before now is behind from now on.").ConfigureAwait(false);
            return ExitStatus.Done;
        }

        await system.Backup.WriteAsync(to.FullName, cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Copied to '{to.FullName}', without the key file: keep a copy of that by itself, in another place.").ConfigureAwait(false);
        return ExitStatus.Done;
    }

    private static async Task<int> RestoreAsync(ValidationOptions options, DirectoryInfo from, CancellationToken cancel)
    {
        bool hasKeys = await ServiceRestore.RunAsync(options, from.FullName, cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"Restored to '{options.DataFolder}'. {(hasKeys ? "" : $"Put the key file back at '{options.KeyFilePath}'. ")}Start once with 'serve --restored'.").ConfigureAwait(false);
        await Console.Out.WriteLineAsync("What was locked, suspended or revoked after the copy is as it was at the copy; API keys too.").ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
