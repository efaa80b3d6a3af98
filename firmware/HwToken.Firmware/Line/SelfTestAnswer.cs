using HwToken.Core.Line;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;
using HwToken.Firmware.Token;

namespace HwToken.Firmware.Line
{
    /// <summary><c>SELFTEST</c>, the same for blank and locked tokens.</summary>
    public static class SelfTestAnswer
    {
        /// <summary>Runs the self-test and answers.</summary>
        public static string Of(string[] words, IBoard board, TokenRecords records)
        {
            if (words.Length != 1)
            {
                return LineReply.Error(LineError.BadArguments);
            }

            SelfTestResult result = SelfTest.Run(board, records, true);
            if (result.IsPassed)
            {
                return LineReply.Ok("SELFTEST" + (result.IsClockRight ? string.Empty : " NOCLOCK") + (result.IsRadioOn ? " RADIO" : string.Empty));
            }

            string failed = !result.IsOtpRight ? "codes" : !result.IsStoreRight ? "memory" : !result.IsPanelRight ? "display" : "clock";
            return LineReply.Error(LineError.SelfTest) + ": " + failed;
        }
    }
}
