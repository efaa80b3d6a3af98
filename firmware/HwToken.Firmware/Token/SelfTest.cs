using HwToken.Core.Otp;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;

namespace HwToken.Firmware.Token
{
    /// <summary>Tests what a wrong code could come from: the arithmetic, the records, the clock, the panel.</summary>
    public static class SelfTest
    {
        private const string RfcSecret = "12345678901234567890";
        private const string RfcSecret256 = "12345678901234567890123456789012";
        private const string ScratchFile = "self-test";

        /// <summary>Runs it.</summary>
        /// <param name="board">The board.</param>
        /// <param name="records">Loaded records.</param>
        /// <param name="writesFlash">True: also write, read and remove a scratch file (a factory's question, not every
        /// power-on's).</param>
        public static SelfTestResult Run(IBoard board, TokenRecords records, bool writesFlash)
        {
            // Heal first, then test: a write that was cut short is no fault of the memory.
            ClockReading clock = board.Clock.Read();
            bool isTotp = records.Credential != null && records.Credential.Parameters.Type == OtpType.Totp;
            bool areRecordsWhole = records.Credential == null
                || (records.State != null && StateHealing.TryHeal(records, new TokenNow(clock, board.Clock.SystemSeconds)));
            SelfTestResult result = new SelfTestResult(
                IsOtpRight(),
                areRecordsWhole && (!writesFlash || CanWrite(board.Store)),
                clock.IsValid && clock.IsSettled,
                isTotp,
                board.Display.IsPresent());
            result.Supply = board.Power.ReadSupply();
            result.IsRadioOn = board.Power.IsRadioOn;
            return result;
        }

        /// <summary>RFC 4226 appendix D, count 0; RFC 6238 appendix B, SHA-256 at 59 s.</summary>
        private static bool IsOtpRight()
        {
            OtpGenerator sha1 = new OtpGenerator(OtpAlgorithm.Sha1, 6, Ascii.GetBytes(RfcSecret));
            OtpGenerator sha256 = new OtpGenerator(OtpAlgorithm.Sha256, 8, Ascii.GetBytes(RfcSecret256));
            return sha1.Compute(0) == 755224 && sha256.Compute(1) == 46119246;
        }

        private static bool CanWrite(IStore store)
        {
            byte[] written = Ascii.GetBytes(RfcSecret);
            bool isWritten = store.TryWrite(ScratchFile, written) && Core.ConstantTime.AreEqual(store.Read(ScratchFile), written);
            return store.TryDelete(ScratchFile) && isWritten;
        }
    }
}
