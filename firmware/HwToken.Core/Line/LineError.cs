namespace HwToken.Core.Line
{
    /// <summary>The numbers behind <c>ERR</c> on the provisioning line. Both ends know them: never renumber.</summary>
    public enum LineError
    {
        /// <summary>No such command in this state.</summary>
        UnknownCommand = 1,

        /// <summary>The command's words are off.</summary>
        BadArguments = 2,

        /// <summary>The line arrived damaged or truncated: send it again.</summary>
        DamagedLine = 3,

        /// <summary>The line is longer than 96 bytes.</summary>
        TooLong = 4,

        /// <summary>The command comes too early: begin again with BEGIN.</summary>
        OutOfOrder = 5,

        /// <summary>The token holds a committed credential.</summary>
        Locked = 6,

        /// <summary>The clock chip did not answer, stopped, or refused the time.</summary>
        Clock = 7,

        /// <summary>Flash did not take the record.</summary>
        Store = 8,

        /// <summary>The response does not prove the admin key.</summary>
        NotAuthorised = 9,

        /// <summary>The self-test failed.</summary>
        SelfTest = 10,

        /// <summary>The battery is too low to write flash.</summary>
        Battery = 11,

        /// <summary>A file is not plain ASCII: UTF-16, or UTF-8 with a byte order mark.</summary>
        Encoding = 12,
    }
}
