using HwToken.Core.Otp;
using HwToken.Core.Text;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>RFC 6238, appendix B: each hash with a secret of its own length.</summary>
    [TestClass]
    public class TotpTests
    {
        [DataRow(59L, 0x1ul, "94287082", "46119246", "90693936")]
        [DataRow(1111111109L, 0x23523ECul, "07081804", "68084774", "25091201")]
        [DataRow(1111111111L, 0x23523EDul, "14050471", "67062674", "99943326")]
        [DataRow(1234567890L, 0x273EF07ul, "89005924", "91819424", "93441116")]
        [DataRow(2000000000L, 0x3F940AAul, "69279037", "90698825", "38618901")]
        [DataRow(20000000000L, 0x27BC86AAul, "65353130", "77737706", "47863826")]
        [TestMethod]
        public void Codes_are_those_of_RFC_6238(long unixSeconds, ulong step, string sha1, string sha256, string sha512)
        {
            Assert.AreEqual(step, TimeStep.At(unixSeconds, OtpParameters.DefaultPeriodSeconds));
            Assert.AreEqual(sha1, Code(OtpAlgorithm.Sha1, Samples.Secret20, step));
            Assert.AreEqual(sha256, Code(OtpAlgorithm.Sha256, Samples.Secret32, step));
            Assert.AreEqual(sha512, Code(OtpAlgorithm.Sha512, Samples.Secret64, step));
        }

        [DataRow(0L, 30, 0ul, 30)]
        [DataRow(1L, 30, 0ul, 29)]
        [DataRow(29L, 30, 0ul, 1)]
        [DataRow(30L, 30, 1ul, 30)]
        [DataRow(59L, 30, 1ul, 1)]
        [DataRow(59L, 60, 0ul, 1)]
        [DataRow(60L, 60, 1ul, 60)]
        [DataRow(299L, 300, 0ul, 1)]
        [DataRow(300L, 300, 1ul, 300)]
        [DataRow(1234567890L, 1, 1234567890ul, 1)]
        [DataRow(253402300799L, 30, 8446743359ul, 1)]
        [TestMethod]
        public void A_step_is_known_with_what_is_left_of_it(long unixSeconds, int period, ulong step, int secondsLeft)
        {
            Assert.AreEqual(step, TimeStep.At(unixSeconds, period));
            Assert.AreEqual(secondsLeft, TimeStep.SecondsLeft(unixSeconds, period));
        }

        private static string Code(OtpAlgorithm algorithm, string secret, ulong step)
        {
            return OtpCode.Format(new OtpGenerator(algorithm, 8, Ascii.GetBytes(secret)).Compute(step), 8);
        }
    }
}
