namespace HwToken.Core.Records
{
    /// <summary>How far a stored credential has come. The numbers stand in flash: never renumber.</summary>
    public enum CredentialStatus : byte
    {
        /// <summary>Erased: the newest record says that there is no credential.</summary>
        Erased = 0,

        /// <summary>Written by the factory, not committed: the token is still blank.</summary>
        Pending = 1,

        /// <summary>Committed: the token shows codes, and its secret never leaves it.</summary>
        Locked = 2,
    }
}
