using System;
using HwToken.Core.Otp;
using HwToken.Core.Records;

namespace HwToken.Firmware.Line
{
    /// <summary>A credential that is being received: in RAM only, until CHECK.</summary>
    public sealed class CredentialDraft
    {
        private readonly string _id;
        private readonly OtpParameters _parameters;
        private readonly byte[] _secret;
        private readonly byte[] _adminKey = new byte[Credential.AdminKeyBytes];
        private int _secretFilled;
        private int _adminFilled;

        /// <summary>Begins without keys.</summary>
        public CredentialDraft(string id, OtpParameters parameters, int secretBytes)
        {
            _id = id;
            _parameters = parameters;
            _secret = new byte[secretBytes];
        }

        /// <summary>Unix time of TIME in seconds; 0 before it.</summary>
        public long ProvisionedAt { get; set; }

        /// <summary>True when both keys are whole and, for TOTP, the time is set.</summary>
        public bool IsComplete
        {
            get
            {
                return _secretFilled == _secret.Length && _adminFilled == _adminKey.Length
                    && (_parameters.Type == OtpType.Hotp || ProvisionedAt > 0);
            }
        }

        /// <summary>
        /// Takes a chunk. Chunks come in order; one that was received already may come again, byte for byte, because its
        /// answer may have been lost.
        /// </summary>
        /// <returns>False, and nothing changed, for a gap, an overrun or a repeated chunk that differs.</returns>
        public bool TryAdd(bool isAdminKey, int offset, byte[] bytes)
        {
            byte[] key = isAdminKey ? _adminKey : _secret;
            int filled = isAdminKey ? _adminFilled : _secretFilled;
            int end = offset + bytes.Length;
            if (bytes.Length == 0 || offset > filled || end > key.Length || (offset < filled && end > filled))
            {
                return false;
            }

            if (end <= filled)
            {
                for (int i = 0; i < bytes.Length; i++)
                {
                    if (key[offset + i] != bytes[i])
                    {
                        return false;
                    }
                }

                return true;
            }

            Array.Copy(bytes, 0, key, offset, bytes.Length);
            if (isAdminKey)
            {
                _adminFilled = end;
            }
            else
            {
                _secretFilled = end;
            }

            return true;
        }

        /// <summary>The credential; it shares the draft's keys.</summary>
        public Credential ToCredential()
        {
            return new Credential(CredentialStatus.Pending, _id, _parameters, ProvisionedAt, _secret, _adminKey);
        }

        /// <summary>Wipes both keys.</summary>
        public void Clear()
        {
            Array.Clear(_secret, 0, _secret.Length);
            Array.Clear(_adminKey, 0, _adminKey.Length);
        }
    }
}
