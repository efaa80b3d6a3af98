using HwToken.Core;
using nanoFramework.TestFramework;

namespace HwToken.NFUnitTest
{
    /// <summary>Credential IDs as people type them, in half and full width.</summary>
    [TestClass]
    public class CredentialIdTests
    {
        [DataRow("DPHT00000001", "DPHT00000001")]
        [DataRow("dpht00000001", "DPHT00000001")]
        [DataRow("AvT123456789", "AVT123456789")]
        [DataRow("  VSMT 1234 5678 ", "VSMT12345678")]
        [DataRow("DPHT 0000 0001", "DPHT00000001")]
        [DataRow("dpht-0000-0001", "DPHT00000001")]
        [DataRow("  dpht  0000-0001 ", "DPHT00000001")]
        [DataRow("\uFF24\uFF30\uFF28\uFF34\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11", "DPHT00000001")]
        [DataRow("\uFF44\uFF50\uFF48\uFF54\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11", "DPHT00000001")]
        [DataRow("\uFF24\uFF30\uFF28\uFF34\u3000\uFF10\uFF10\uFF10\uFF10\u3000\uFF10\uFF10\uFF10\uFF11", "DPHT00000001")]
        [DataRow("\uFF24\uFF30\uFF28\uFF34\uFF0D\uFF10\uFF10\uFF10\uFF10\uFF0D\uFF10\uFF10\uFF10\uFF11", "DPHT00000001")]
        [DataRow("D\uFF30H\uFF340000000\uFF11", "DPHT00000001")]
        [DataRow("ABCDEFGHIJKL", "ABCDEFGHIJKL")]
        [DataRow("zzzzzzzzzzzz", "ZZZZZZZZZZZZ")]
        [DataRow("A00000000000", "A00000000000")]
        [DataRow("Z99999999999", "Z99999999999")]
        [TestMethod]
        public void Credential_IDs_are_read_as_people_type_them(string typed, string id)
        {
            string read;
            Assert.IsTrue(CredentialId.TryParse(typed, out read));
            Assert.AreEqual(id, read);
            Assert.IsTrue(CredentialId.IsValid(read));
        }

        [DataRow("")]
        [DataRow("            ")]
        [DataRow("------------")]
        [DataRow("DPHT0000000")]
        [DataRow("DPHT000000011")]
        [DataRow("DPHT0000000 -")]
        [DataRow("1PHT00000001")]
        [DataRow("\uFF19PHT00000001")]
        [DataRow("DPHT0000000\u30A2")]
        [DataRow("DPHT0000000\uFF71")]
        [DataRow("DPHT0000000\u3042")]
        [DataRow("DPHT\u30FC00000001")]
        [DataRow("DPHT0000000\u00C9")]
        [DataRow("DPHT0000000\u0131")]
        [DataRow("DPHT0000000\u0661")]
        [DataRow("DPHT0000000@")]
        [DataRow("DPHT0000000[")]
        [DataRow("DPHT0000000`")]
        [DataRow("DPHT0000000{")]
        [DataRow("DPHT0000000/")]
        [DataRow("DPHT0000000:")]
        [DataRow("DPHT_0000000")]
        [DataRow("DPHT0000000_")]
        [DataRow("DPHT\t00000001")]
        [DataRow("DPHT00000001\n")]
        [DataRow("DPHT0000000\uFF01")]
        [DataRow("DPHT0000000\uFF5E")]
        [DataRow("DPHT0000000\uFF5F")]
        [DataRow("DPHT00000001\uFF00")]
        [TestMethod]
        public void What_is_no_credential_ID_is_refused(string typed)
        {
            string read;
            Assert.IsFalse(CredentialId.TryParse(typed, out read));
            Assert.IsNull(read);
            Assert.IsFalse(CredentialId.IsValid(typed));
        }

        [DataRow("dpht00000001")]
        [DataRow("DPHT 0000 0001")]
        [DataRow("\uFF24PHT00000001")]
        [TestMethod]
        public void Only_the_normalised_form_is_a_valid_ID(string typed)
        {
            string read;
            Assert.IsTrue(CredentialId.TryParse(typed, out read));
            Assert.IsFalse(CredentialId.IsValid(typed));
        }

        [TestMethod]
        public void No_text_is_no_ID()
        {
            string read;
            Assert.IsFalse(CredentialId.TryParse(null, out read));
            Assert.IsFalse(CredentialId.IsValid(null));
        }

        [TestMethod]
        public void An_ID_is_read_in_groups_of_four()
        {
            Assert.AreEqual("DPHT 0000 0001", CredentialId.Group("DPHT00000001"));
        }
    }
}
