using System.Data.Common;

namespace HwToken.Validation.Storage;

/// <summary>Finds the driver's error: EF Core wraps it, now in one exception, now in another.</summary>
internal static class StorageFault
{
    /// <returns>Null when the database is not to blame.</returns>
    public static DbException? Of(Exception? thrown)
    {
        for (; thrown is not null; thrown = thrown.InnerException)
        {
            if (thrown is DbException fault)
            {
                return fault;
            }
        }

        return null;
    }
}
