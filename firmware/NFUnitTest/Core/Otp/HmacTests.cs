using System;
using HwToken.Core.Otp;
using HwToken.Core.Text;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>RFC 2202 and RFC 4231: SHA-1 is the firmware's own, SHA-2 the tests' stand-in for the native one.</summary>
    [TestClass]
    public class HmacTests
    {
        private const string LargerKey = "Test Using Larger Than Block-Size Key - Hash Key First";
        private const string LargerData = "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data";

        [TestMethod]
        public void Sha1_gives_the_values_of_RFC_2202()
        {
            Assert.AreEqual("B617318655057264E28BC0B6FB378C8EF146BE00", Sha1(Fill(0x0B, 20), Ascii.GetBytes("Hi There")));
            Assert.AreEqual("EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79", Sha1(Ascii.GetBytes("Jefe"), Ascii.GetBytes("what do ya want for nothing?")));
            Assert.AreEqual("125D7342B9AC11CD91A39AF48AA17B4F63F175D3", Sha1(Fill(0xAA, 20), Fill(0xDD, 50)));
            Assert.AreEqual("4C9007F4026250C6BC8414F9BF50C86C2D7235DA", Sha1(Counting(25), Fill(0xCD, 50)));
            Assert.AreEqual("4C1A03424B55E07FE7F27BE1D58BB9324A9A5A04", Sha1(Fill(0x0C, 20), Ascii.GetBytes("Test With Truncation")));
            Assert.AreEqual("AA4AE5E15272D00E95705637CE8A3B55ED402112", Sha1(Fill(0xAA, 80), Ascii.GetBytes(LargerKey)));
            Assert.AreEqual("E8E99D0F45237D786D6BBAA7965C7808BBFF1A91", Sha1(Fill(0xAA, 80), Ascii.GetBytes(LargerData)));
        }

        [TestMethod]
        public void Sha256_gives_the_values_of_RFC_4231()
        {
            Assert.AreEqual("B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7", Hex.Encode(NativeHmac.Sha256(Fill(0x0B, 20), Ascii.GetBytes("Hi There"))));
            Assert.AreEqual("60E431591EE0B67F0D8A26AACBF5B77F8E0BC6213728C5140546040F0EE37F54", Hex.Encode(NativeHmac.Sha256(Fill(0xAA, 131), Ascii.GetBytes(LargerKey))));
        }

        [TestMethod]
        public void Sha512_gives_the_values_of_RFC_4231()
        {
            Assert.AreEqual(
                "87AA7CDEA5EF619D4FF0B4241A1D6CB02379F4E2CE4EC2787AD0B30545E17CDEDAA833B7D6B8A702038B274EAEA3F4E4BE9D914EEB61F1702E696C203A126854",
                Hex.Encode(NativeHmac.Sha512(Fill(0x0B, 20), Ascii.GetBytes("Hi There"))));
            Assert.AreEqual(
                "80B24263C7C1A3EBB71493C1DD7BE8B49B46D1F41B4AEEC1121B013783F8F3526B56D037E05F2598BD0FD2215D6A1E5295E64F73F63F0AEC8B915A985D786598",
                Hex.Encode(NativeHmac.Sha512(Fill(0xAA, 131), Ascii.GetBytes(LargerKey))));
        }

        [TestMethod]
        public void A_cleared_key_computes_something_else()
        {
            HmacSha1 hmac = new HmacSha1(Fill(0x0B, 20));
            uint before = hmac.Truncate(1);
            hmac.Clear();
            Assert.AreNotEqual(before, hmac.Truncate(1));
        }

        [TestMethod]
        public void A_key_that_is_missing_or_empty_is_refused()
        {
            Assert.ThrowsException(typeof(ArgumentException), () => new HmacSha1(null).Clear());
            Assert.ThrowsException(typeof(ArgumentException), () => new HmacSha1(new byte[0]).Clear());
        }

        private static string Sha1(byte[] key, byte[] message)
        {
            return Hex.Encode(new HmacSha1(key).ComputeHash(message));
        }

        private static byte[] Counting(int count)
        {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++)
            {
                bytes[i] = (byte)(i + 1);
            }

            return bytes;
        }

        private static byte[] Fill(byte value, int count)
        {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++)
            {
                bytes[i] = value;
            }

            return bytes;
        }
    }
}
