using System;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;

namespace HwToken.Core.Line
{
    /// <summary>The proofs of the provisioning line, computed by both ends. All are HMAC-SHA256 (32 bytes).</summary>
    public static class LineProof
    {
        /// <summary>Bytes of a proof or response.</summary>
        public const int Bytes = 32;

        /// <summary>Bytes of a challenge.</summary>
        public const int ChallengeBytes = 16;

        /// <summary>
        /// Proves that a token holds a credential: HMAC under the shared secret over ID and parameters, and over the same
        /// under the admin key, so that one wrong byte in either key shows.
        /// </summary>
        /// <remarks>The message is longer than 8 bytes, so a proof can never be the HMAC of a moving factor.</remarks>
        public static byte[] OfCredential(Credential credential)
        {
            OtpParameters parameters = credential.Parameters;
            string[] words = new string[]
            {
                "HWTOKEN CHECK ",
                credential.Id,
                " ",
                OtpWords.Of(parameters.Type),
                " ",
                OtpWords.Of(parameters.Algorithm),
                " ",
                parameters.Digits.ToString(),
                " ",
                parameters.PeriodSeconds.ToString(),
                " ",
                parameters.InitialCounter.ToString(),
                " ",
                credential.ProvisionedAt.ToString(),
            };
            byte[] text = Ascii.GetBytes(string.Concat(words));
            byte[] byAdmin = NativeHmac.Sha256(credential.AdminKey, text);
            byte[] proof = NativeHmac.Sha256(credential.Secret, Join(text, byAdmin));
            Array.Clear(byAdmin, 0, byAdmin.Length);
            return proof;
        }

        /// <summary>Answers a challenge for exactly one command, so that an answer cannot be used for another.</summary>
        /// <param name="adminKey">The token's admin key, 32 bytes.</param>
        /// <param name="challenge">What <c>AUTH</c> yielded, 16 bytes.</param>
        /// <param name="command">The command without its response, such as <c>SETTIME 1767225600</c> or <c>ERASE</c>.</param>
        public static byte[] OfCommand(byte[] adminKey, byte[] challenge, string command)
        {
            return NativeHmac.Sha256(adminKey, Join(challenge, Ascii.GetBytes(command)));
        }

        private static byte[] Join(byte[] first, byte[] second)
        {
            byte[] joined = new byte[first.Length + second.Length];
            Array.Copy(first, joined, first.Length);
            Array.Copy(second, 0, joined, first.Length, second.Length);
            return joined;
        }
    }
}
