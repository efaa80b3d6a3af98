using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace HwToken.Keeping;

/// <summary>Windows: an access list with the user, the system and administrators (who can take any file anyway), and nothing inherited.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsOwner
{
    private const int BufferBytes = 4096;

    /// <summary>Makes a new file that is the user's alone from its first moment.</summary>
    public static FileStream Create(string path) =>
        new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write | FileSystemRights.ReadAttributes | FileSystemRights.Synchronize, FileShare.None, BufferBytes, FileOptions.None, ForFile());

    /// <summary>Opens a file that nobody else may open meanwhile, made for the user alone if it is missing.</summary>
    public static FileStream Open(string path, FileMode mode) =>
        new FileInfo(path).Create(mode, FileSystemRights.Read | FileSystemRights.Write | FileSystemRights.Synchronize, FileShare.None, BufferBytes, FileOptions.None, ForFile());

    /// <summary>Makes a folder whose content is the user's alone.</summary>
    public static void CreateFolder(string path)
    {
        var access = new DirectorySecurity();
        access.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (SecurityIdentifier who in Trusted())
        {
            access.AddAccessRule(new FileSystemAccessRule(who, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        }

        access.CreateDirectory(path);
    }

    /// <summary>True when somebody else was given a right to read.</summary>
    public static bool IsOpen(string path)
    {
        HashSet<SecurityIdentifier> trusted = [.. Trusted()];
        return new FileInfo(path).GetAccessControl().GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier)).Cast<FileSystemAccessRule>()
            .Any(rule => rule.AccessControlType == AccessControlType.Allow && (rule.FileSystemRights & FileSystemRights.ReadData) != 0 && !trusted.Contains((SecurityIdentifier)rule.IdentityReference));
    }

    private static FileSecurity ForFile()
    {
        var access = new FileSecurity();
        access.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (SecurityIdentifier who in Trusted())
        {
            access.AddAccessRule(new FileSystemAccessRule(who, FileSystemRights.FullControl, AccessControlType.Allow));
        }

        return access;
    }

    private static IEnumerable<SecurityIdentifier> Trusted()
    {
        using WindowsIdentity user = WindowsIdentity.GetCurrent();
        return [user.User!, new SecurityIdentifier(WellKnownSidType.LocalSystemSid, null), new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null)];
    }
}
