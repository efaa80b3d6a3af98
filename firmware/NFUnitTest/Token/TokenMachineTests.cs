using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Firmware.Board;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Token;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The wake table, row by row, as the pure transition decides it.</summary>
    [TestClass]
    public class TokenMachineTests
    {
        private const long Now = 1767225610;
        private const ulong Step = 58907520;

        [DataRow((int)TokenEvent.Press, (int)ScreenKind.NoKey, 600)]
        [DataRow((int)TokenEvent.HoldForInformation, (int)ScreenKind.NoKey, 600)]
        [DataRow((int)TokenEvent.HoldForService, (int)ScreenKind.NoKey, 600)]
        [DataRow((int)TokenEvent.PowerOn, (int)ScreenKind.NoKey, 600)]
        [DataRow((int)TokenEvent.Timer, (int)ScreenKind.Dark, 0)]
        [TestMethod]
        public void A_blank_token_says_no_key_and_opens_the_line(int e, int screen, int lineSeconds)
        {
            TokenStep step = TokenMachine.Decide((TokenEvent)e, null, null, null, At(Now, 5));
            AssertStep(step, screen, 0, lineSeconds);
            Assert.IsNull(step.NewState);
        }

        [DataRow((int)TokenEvent.HoldForInformation, (int)ScreenKind.Information, 10, 0)]
        [DataRow((int)TokenEvent.HoldForService, (int)ScreenKind.Service, 0, 300)]
        [DataRow((int)TokenEvent.Timer, (int)ScreenKind.Dark, 0, 0)]
        [DataRow((int)TokenEvent.PowerOn, (int)ScreenKind.SelfTest, 3, 0)]
        [TestMethod]
        public void What_is_no_press_uses_up_no_counter(int e, int screen, int screenSeconds, int lineSeconds)
        {
            TokenStep step = Decide((TokenEvent)e, Samples.Hotp(0), OtpState.Fresh(0), At(Now, 5));
            AssertStep(step, screen, screenSeconds, lineSeconds);
            Assert.IsNull(step.NewState);
        }

        [TestMethod]
        public void A_press_yields_the_next_code_and_the_state_to_store_before_it()
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Hotp(0), OtpState.Fresh(0), NoChip(5));
            AssertStep(step, (int)ScreenKind.Code, 30, 0);
            Assert.AreEqual(755224u, step.Screen.SecurityCode);
            Assert.AreEqual(6, step.Screen.Digits);
            Assert.AreEqual(0, step.Screen.Period);
            Assert.AreEqual(1ul, step.NewState.NextFactor);
            Assert.AreEqual(5L, step.NewState.IssuedAt);
            Assert.IsFalse(step.NewState.IsRtcTime);
        }

        [DataRow(5L, 30)]
        [DataRow(20L, 15)]
        [DataRow(34L, 1)]
        [TestMethod]
        public void A_press_inside_the_hold_off_yields_the_same_code_and_stores_nothing(long systemSeconds, int left)
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Hotp(0), OtpState.Issued(0, 5, false), NoChip(systemSeconds));
            AssertStep(step, (int)ScreenKind.Code, left, 0);
            Assert.AreEqual(755224u, step.Screen.SecurityCode);
            Assert.IsNull(step.NewState);
        }

        [DataRow(35L)]
        [DataRow(4L)]
        [DataRow(5000000L)]
        [TestMethod]
        public void A_press_after_the_hold_off_or_after_a_clock_went_back_yields_a_new_code(long systemSeconds)
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Hotp(0), OtpState.Issued(0, 5, false), NoChip(systemSeconds));
            Assert.AreEqual(287082u, step.Screen.SecurityCode);
            Assert.AreEqual(2ul, step.NewState.NextFactor);
        }

        [TestMethod]
        public void A_hold_off_that_the_chip_timed_ends_when_the_chip_stops()
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Hotp(0), OtpState.Issued(0, Now, true), NoChip(7));
            Assert.AreEqual(287082u, step.Screen.SecurityCode);
            Assert.IsFalse(step.NewState.IsRtcTime);
        }

        [DataRow(0, 30)]
        [DataRow(1, 29)]
        [DataRow(29, 1)]
        [TestMethod]
        public void A_hold_off_that_the_chip_times_keeps_the_code_for_the_rest_of_it(int passed, int left)
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Hotp(0), OtpState.Issued(0, Now - passed, true), At(Now, 0));
            AssertStep(step, (int)ScreenKind.Code, left, 0);
            Assert.AreEqual(755224u, step.Screen.SecurityCode);
            Assert.IsNull(step.NewState);
        }

        [DataRow(30)]
        [DataRow(31)]
        [DataRow(100000)]
        [DataRow(-1)]
        [TestMethod]
        public void Outside_a_hold_off_that_the_chip_times_the_next_code_comes(int passed)
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Hotp(0), OtpState.Issued(0, Now - passed, true), At(Now, 0));
            Assert.AreEqual(287082u, step.Screen.SecurityCode);
        }

        [TestMethod]
        public void Power_on_ends_a_hold_off_of_the_system_clock_only()
        {
            TokenStep bySystem = Decide(TokenEvent.PowerOn, Samples.Hotp(0), OtpState.Issued(0, 5, false), At(Now, 0));
            Assert.IsFalse(bySystem.NewState.IsHoldOffOpen);
            Assert.AreEqual(1ul, bySystem.NewState.NextFactor);
            Assert.AreEqual(287082u, Decide(TokenEvent.Press, Samples.Hotp(0), bySystem.NewState, NoChip(16)).Screen.SecurityCode);
            TokenStep byChip = Decide(TokenEvent.PowerOn, Samples.Hotp(0), OtpState.Issued(0, Now, true), At(Now, 0));
            Assert.IsNull(byChip.NewState);
        }

        [TestMethod]
        public void A_TOTP_press_yields_the_code_of_the_step_and_what_is_left_of_it()
        {
            OtpGenerator generator = Samples.Generator();
            TokenStep step = Decide(TokenEvent.Press, Samples.Totp(Now - 100), OtpState.Fresh(Step - 3), At(Now, 5));
            AssertStep(step, (int)ScreenKind.Code, 30, 0);
            Assert.AreEqual(generator.Compute(Step), step.Screen.SecurityCode);
            Assert.AreEqual(20, step.Screen.Left);
            Assert.AreEqual(30, step.Screen.Period);
            Assert.AreEqual(Step + 1, step.NewState.NextFactor);
            Assert.IsTrue(step.NewState.IsRtcTime);
        }

        [DataRow((int)ClockFault.Missing)]
        [DataRow((int)ClockFault.Stopped)]
        [DataRow((int)ClockFault.Invalid)]
        [TestMethod]
        public void TOTP_shows_no_code_from_a_clock_that_may_be_wrong(int fault)
        {
            TokenNow now = new TokenNow(ClockReading.Failed((ClockFault)fault), 5);
            TokenStep step = Decide(TokenEvent.Press, Samples.Totp(Now - 100), OtpState.Fresh(Step), now);
            AssertError(step, TokenError.ClockStopped);
        }

        [TestMethod]
        public void TOTP_shows_no_code_before_its_provisioning_or_behind_its_last_step()
        {
            AssertError(Decide(TokenEvent.Press, Samples.Totp(Now + 1), OtpState.Fresh(Step), At(Now, 5)), TokenError.ClockBehind);
            AssertError(Decide(TokenEvent.Press, Samples.Totp(Now - 9000), OtpState.Issued(Step + 40, Now + 1200, true), At(Now, 5)), TokenError.ClockBehind);
        }

        /// <summary>A century bit that a foreign tool left set: the code of 2126 would lock out every code of the present.</summary>
        [DataRow(1576800000L, true)]
        [DataRow(1576800001L, false)]
        [DataRow(3155760000L, false)]
        [TestMethod]
        public void TOTP_shows_no_code_50_years_after_its_provisioning(long ahead, bool isTrusted)
        {
            TokenStep step = Decide(TokenEvent.Press, Samples.Totp(Now), OtpState.Fresh(0), At(Now + ahead, 5));
            if (isTrusted)
            {
                AssertStep(step, (int)ScreenKind.Code, 30, 0);
            }
            else
            {
                AssertError(step, TokenError.ClockStopped);
            }
        }

        [TestMethod]
        public void A_spent_step_says_how_long_to_wait()
        {
            OtpState spent = OtpState.Issued(Step, Now - 8, true).WithoutHoldOff();
            TokenStep step = Decide(TokenEvent.Press, Samples.Totp(Now - 100), spent, At(Now, 5));
            AssertStep(step, (int)ScreenKind.Wait, 10, 0);
            Assert.AreEqual(20, step.Screen.WaitSeconds);
            Assert.IsNull(step.NewState);
        }

        [TestMethod]
        public void A_long_step_says_how_long_to_wait_when_the_hold_off_is_over()
        {
            long start = Now - (Now % 300);
            OtpState issued = OtpState.Issued(TimeStep.At(start, 300), start, true);
            TokenStep step = Decide(TokenEvent.Press, Samples.TotpOf5Minutes(start), issued, At(start + 40, 5));
            AssertStep(step, (int)ScreenKind.Wait, 10, 0);
            Assert.AreEqual(260, step.Screen.WaitSeconds);
            Assert.IsNull(step.NewState);
        }

        [TestMethod]
        public void A_lost_state_shows_no_code()
        {
            AssertError(Decide(TokenEvent.Press, Samples.Hotp(0), null, At(Now, 5)), TokenError.StateLost);
        }

        [TestMethod]
        public void The_end_of_the_counter_is_an_error()
        {
            OtpState last = OtpState.Issued(ulong.MaxValue - 1, 5, false);
            AssertError(Decide(TokenEvent.Press, Samples.Hotp(0), last, NoChip(100)), TokenError.CounterEnded);
        }

        [TestMethod]
        public void Recovery_gives_up_what_a_lost_state_may_have_shown()
        {
            OtpState hotp = TokenMachine.Recover(Samples.Hotp(0), OtpState.Issued(4, 5, false), NoChip(100));
            Assert.AreEqual(7ul, hotp.NextFactor);
            Assert.IsFalse(hotp.IsHoldOffOpen);
            OtpState totp = TokenMachine.Recover(Samples.Totp(Now - 100), OtpState.Issued(Step - 9, Now - 270, true), At(Now, 5));
            Assert.AreEqual(Step + 1, totp.NextFactor);
            Assert.IsNull(TokenMachine.Recover(Samples.Totp(Now - 100), OtpState.Fresh(Step), NoChip(5)));
            Assert.AreEqual(ulong.MaxValue, TokenMachine.Recover(Samples.Hotp(0), OtpState.Fresh(ulong.MaxValue - 1), NoChip(5)).NextFactor);
        }

        private static TokenNow At(long unixSeconds, long systemSeconds)
        {
            return new TokenNow(ClockReading.At(unixSeconds), systemSeconds);
        }

        private static TokenNow NoChip(long systemSeconds)
        {
            return new TokenNow(ClockReading.Failed(ClockFault.Missing), systemSeconds);
        }

        private static TokenStep Decide(TokenEvent e, Credential credential, OtpState state, TokenNow now)
        {
            return TokenMachine.Decide(e, credential, Samples.Generator(), state, now);
        }

        private static void AssertStep(TokenStep step, int screen, int screenSeconds, int lineSeconds)
        {
            Assert.AreEqual(screen, (int)step.Screen.Kind);
            Assert.AreEqual(screenSeconds, step.ScreenSeconds);
            Assert.AreEqual(lineSeconds, step.LineSeconds);
        }

        private static void AssertError(TokenStep step, TokenError error)
        {
            AssertStep(step, (int)ScreenKind.Error, 10, 0);
            Assert.AreEqual((int)error, (int)step.Screen.Fault);
            Assert.IsNull(step.NewState);
        }
    }
}
