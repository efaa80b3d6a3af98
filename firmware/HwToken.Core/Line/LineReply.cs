namespace HwToken.Core.Line
{
    /// <summary>Makes final replies: <c>OK …</c> or <c>ERR number words</c>.</summary>
    public static class LineReply
    {
        /// <summary>Begins a good reply.</summary>
        public const string OkWord = "OK";

        /// <summary>Begins a refusal.</summary>
        public const string ErrorWord = "ERR";

        /// <summary>A good reply.</summary>
        /// <param name="words">The command and what it yields.</param>
        public static string Ok(string words)
        {
            return OkWord + " " + words;
        }

        /// <summary>A refusal in fixed words: nothing of the command stands in it.</summary>
        public static string Error(LineError error)
        {
            return ErrorWord + " " + ((int)error).ToString() + " " + Words(error);
        }

        private static string Words(LineError error)
        {
            switch (error)
            {
                case LineError.UnknownCommand:
                    return "unknown command";
                case LineError.BadArguments:
                    return "bad arguments";
                case LineError.DamagedLine:
                    return "damaged line, send again";
                case LineError.TooLong:
                    return "line too long";
                case LineError.OutOfOrder:
                    return "out of order, start with BEGIN";
                case LineError.Locked:
                    return "token is locked";
                case LineError.Clock:
                    return "clock failed or refused the time";
                case LineError.Store:
                    return "flash did not take it";
                case LineError.NotAuthorised:
                    return "not authorised";
                case LineError.Battery:
                    return "battery too low, charge it or change the cells";
                case LineError.Encoding:
                    return "not plain ASCII";
                default:
                    return "self-test failed";
            }
        }
    }
}
