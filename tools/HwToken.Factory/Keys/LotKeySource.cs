using System.Security.Cryptography;
using HwToken.Keeping;

namespace HwToken.Factory.Keys;

/// <summary>Where a lot's root key comes from: a key file, two people's files, or a passphrase in a file.</summary>
public sealed record LotKeySource
{
    private LotKeySource(IReadOnlyList<string> files, string? passphraseFile)
    {
        Files = files;
        PassphraseFile = passphraseFile;
    }

    /// <summary>Key files: one, or two parts. Empty with a passphrase.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>File whose first line is the passphrase, or null.</summary>
    public string? PassphraseFile { get; }

    /// <summary>One key file, or both parts of a split key.</summary>
    public static LotKeySource FromFiles(params IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Count is 1 or 2 ? new LotKeySource(files, null) : throw new FactoryException("A lot has one key file, or two parts for two people.");
    }

    /// <summary>A passphrase: the first line of a private file.</summary>
    public static LotKeySource FromPassphraseFile(string path) => new([], path);

    /// <summary>Refuses what <see cref="Create"/> would refuse, before IDs are claimed and the lot's name is used up.</summary>
    /// <exception cref="FactoryException">The passphrase file is missing, open to others or its passphrase too short; a key file exists already, or others could read it where it is to be.</exception>
    internal void CheckNew()
    {
        if (PassphraseFile is not null)
        {
            char[] passphrase = Keeping.PassphraseFile.Read(PassphraseFile);
            PassphraseKey.CheckLength(passphrase);
            Array.Clear(passphrase);
        }

        string? taken = Files.FirstOrDefault(File.Exists);
        if (taken is not null || Files.Select(Path.GetFullPath).Distinct().Count() != Files.Count)
        {
            throw new FactoryException(taken is not null
                ? $"{taken} exists already: it may be another lot's key. Choose another name."
                : "The two parts of a split key go into two files: name different ones.");
        }

        if (Files.Select(PrivateFile.TryPlace).FirstOrDefault(reason => reason is not null) is { } exposed)
        {
            throw new FactoryException(exposed);
        }
    }

    /// <summary>Makes a new root key and stores it this way.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="wrapped">For a passphrase: what the ledger must keep, else null.</param>
    internal LotKeys Create(string lotId, out string? wrapped)
    {
        wrapped = null;
        byte[] root = RandomNumberGenerator.GetBytes(LotKeys.RootBytes);
        try
        {
            if (PassphraseFile is null)
            {
                LotKeyFile.Write(lotId, root, Files);
            }
            else
            {
                char[] passphrase = Keeping.PassphraseFile.Read(PassphraseFile);
                wrapped = PassphraseKey.Wrap(lotId, root, passphrase);
                Array.Clear(passphrase);
            }

            return new LotKeys(root, lotId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(root);
        }
    }

    /// <summary>Fetches the root key.</summary>
    internal LotKeys Open(string lotId, string? wrapped)
    {
        byte[] root;
        if (PassphraseFile is null)
        {
            root = wrapped is null ? LotKeyFile.Read(lotId, Files) : throw new FactoryException($"Lot {lotId} is locked with a passphrase: give --passphrase-file.");
        }
        else
        {
            char[] passphrase = Keeping.PassphraseFile.Read(PassphraseFile);
            root = wrapped is null ? throw new FactoryException($"Lot {lotId} is locked with a key file: give --key.") : PassphraseKey.Unwrap(lotId, wrapped, passphrase);
            Array.Clear(passphrase);
        }

        var keys = new LotKeys(root, lotId);
        CryptographicOperations.ZeroMemory(root);
        return keys;
    }
}
