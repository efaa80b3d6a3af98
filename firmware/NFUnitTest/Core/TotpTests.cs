using HwToken.Core.Otp;
using HwToken.Core.Rules;
using HwToken.Core.Text;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>RFC 6238, appendix B: each hash with a secret of its own length.</summary>
    [TestClass]
    public class TotpTests
    {
        /// <summary>Found by search: steps 59061240 and 59061241 of the RFC's secret have the same six digits.</summary>
        private const ulong TwinStep = 59061240;

        [DataRow(59L, "94287082", "46119246", "90693936")]
        [DataRow(1111111109L, "07081804", "68084774", "25091201")]
        [DataRow(1111111111L, "14050471", "67062674", "99943326")]
        [DataRow(1234567890L, "89005924", "91819424", "93441116")]
        [DataRow(2000000000L, "69279037", "90698825", "38618901")]
        [DataRow(20000000000L, "65353130", "77737706", "47863826")]
        [TestMethod]
        public void Codes_are_those_of_RFC_6238(long unixSeconds, string sha1, string sha256, string sha512)
        {
            Assert.AreEqual(sha1, Code(OtpAlgorithm.Sha1, Samples.Secret20, unixSeconds));
            Assert.AreEqual(sha256, Code(OtpAlgorithm.Sha256, Samples.Secret32, unixSeconds));
            Assert.AreEqual(sha512, Code(OtpAlgorithm.Sha512, Samples.Secret64, unixSeconds));
        }

        [TestMethod]
        public void Two_steps_in_a_row_with_the_same_code_make_people_wait()
        {
            OtpGenerator generator = Samples.Generator();
            Assert.AreEqual(generator.Compute(TwinStep), generator.Compute(TwinStep + 1));
            NextCode next = NextCode.ForTotp(generator, TwinStep + 1, true, (long)(TwinStep + 1) * 30 + 10, 30);
            Assert.AreEqual((int)NextCodeVerdict.Wait, (int)next.Verdict);
            Assert.AreEqual(20, next.WaitSeconds);
        }

        [TestMethod]
        public void A_spent_step_waits_and_an_older_one_blames_the_clock()
        {
            Assert.AreEqual((int)NextCodeVerdict.Wait, (int)NextCode.ForTotp(Samples.Generator(), 11, true, 305, 30).Verdict);
            Assert.AreEqual((int)NextCodeVerdict.ClockBehind, (int)NextCode.ForTotp(Samples.Generator(), 11, true, 299, 30).Verdict);
            Assert.AreEqual((int)NextCodeVerdict.Ready, (int)NextCode.ForTotp(Samples.Generator(), 11, true, 330, 30).Verdict);
        }

        private static string Code(OtpAlgorithm algorithm, string secret, long unixSeconds)
        {
            OtpGenerator generator = new OtpGenerator(algorithm, 8, Ascii.GetBytes(secret));
            return OtpCode.Format(generator.Compute(TimeStep.At(unixSeconds, 30)), 8);
        }
    }
}
