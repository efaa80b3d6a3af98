using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.NFUnitTest.Fakes;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>The credential's record.</summary>
    [TestClass]
    public class CredentialTests
    {
        [TestMethod]
        public void The_credential_record_is_byte_for_byte_what_the_README_says()
        {
            string expected = "48574301" + "07000000" // H W C, version 1, sequence 7
                + "02" + "01" + "02" + "06" + "2C01" + "14" + "00" // locked, HOTP, SHA-256, 6 digits, 300 s, 20 bytes, reserved
                + "445048543030303030303031" + "0807060504030201" + "00B9556900000000" // ID, counter, provisioned at
                + Samples.AdminHex + Samples.Secret20Hex + new string('0', 2 * 108) // admin key; secret, filled to 128 bytes
                + new string('0', 2 * 40) // mid-states: none, it is not SHA-1
                + "9B27DAB2"; // CRC-32, computed with zlib
            Assert.AreEqual(expected, Hex.Encode(RecordFrame.Encode(Credential.Kind, 7, Example().ToPayload(CredentialStatus.Locked))));
        }

        [DataRow((int)CredentialStatus.Pending)]
        [DataRow((int)CredentialStatus.Locked)]
        [TestMethod]
        public void The_status_that_is_written_is_the_one_that_comes_back(int status)
        {
            Credential read;
            Assert.IsTrue(Credential.TryRead(Example().ToPayload((CredentialStatus)status), out read));
            Assert.AreEqual(status, (int)read.Status);
            Assert.AreEqual(Samples.Id, read.Id);
            Assert.AreEqual(0x6955B900L, read.ProvisionedAt);
            Assert.AreEqual((int)OtpType.Hotp, (int)read.Parameters.Type);
            Assert.AreEqual((int)OtpAlgorithm.Sha256, (int)read.Parameters.Algorithm);
            Assert.AreEqual(300, read.Parameters.PeriodSeconds);
            Assert.AreEqual(0x0102030405060708ul, read.Parameters.InitialCounter);
            Assert.AreEqual(Samples.Secret20Hex, Hex.Encode(read.Secret));
            Assert.AreEqual(Samples.AdminHex, Hex.Encode(read.AdminKey));
        }

        [TestMethod]
        public void An_erased_record_holds_no_credential_and_no_key()
        {
            Credential none;
            Assert.IsFalse(Credential.TryRead(Credential.ErasedPayload(), out none));
            Assert.IsNull(none);
            Assert.AreEqual(Hex.Encode(new byte[Credential.PayloadBytes]), Hex.Encode(Credential.ErasedPayload()));
        }

        [DataRow(0, 0)] // erased, with a credential behind it
        [DataRow(0, 3)] // unknown status
        [DataRow(0, 9)]
        [DataRow(1, 0)] // no type
        [DataRow(1, 3)] // unknown type
        [DataRow(1, 2)] // TOTP with a counter
        [DataRow(2, 0)] // no algorithm
        [DataRow(2, 4)] // unknown algorithm
        [DataRow(3, 5)] // digits
        [DataRow(3, 9)]
        [DataRow(4, 0x2D)] // a period of 301 s
        [DataRow(6, 0)] // no secret
        [DataRow(6, 129)] // a secret too long
        [DataRow(8, 0x30)] // an ID that begins with a digit
        [DataRow(8, 0x31)]
        [DataRow(8, 0x64)] // an ID in lower case
        [DataRow(19, 0x20)] // an ID too short
        [DataRow(19, 0)] // an ID with a NUL
        [DataRow(19, 0xFF)] // an ID of blank flash
        [TestMethod]
        public void A_payload_with_a_value_out_of_range_is_no_credential(int at, int value)
        {
            Credential credential;
            byte[] payload = Example().ToPayload(CredentialStatus.Locked);
            Assert.IsTrue(Credential.TryRead(payload, out credential));
            payload[at] = (byte)value;
            Assert.IsFalse(Credential.TryRead(payload, out credential));
            Assert.IsNull(credential);
        }

        [TestMethod]
        public void A_period_of_nothing_is_no_credential()
        {
            Credential credential;
            byte[] payload = Samples.Hotp(0).ToPayload(CredentialStatus.Locked);
            payload[4] = 0;
            Assert.IsFalse(Credential.TryRead(payload, out credential));
        }

        [TestMethod]
        public void Clear_wipes_both_keys()
        {
            Credential credential = Example();
            credential.Clear();
            Assert.AreEqual(Hex.Encode(new byte[20]), Hex.Encode(credential.Secret));
            Assert.AreEqual(Hex.Encode(new byte[Credential.AdminKeyBytes]), Hex.Encode(credential.AdminKey));
        }

        private static Credential Example()
        {
            OtpParameters parameters = new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha256, 6, 300, 0x0102030405060708);
            return new Credential(CredentialStatus.Pending, Samples.Id, parameters, 0x6955B900, Ascii.GetBytes(Samples.Secret20), Samples.AdminKey());
        }
    }
}
