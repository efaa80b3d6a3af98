using System;
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Core.Records
{
    /// <summary>One credential as the token stores it: ID, parameters, shared secret, admin key.</summary>
    public sealed class Credential
    {
        /// <summary>Kind letter of the record.</summary>
        public const char Kind = 'C';

        /// <summary>Bytes of the payload (the byte-exact table stands in the firmware's README).</summary>
        public const int PayloadBytes = 236;

        /// <summary>Bytes of the admin key.</summary>
        public const int AdminKeyBytes = 32;

        private const int IdAt = 8;
        private const int CounterAt = 20;
        private const int ProvisionedAtAt = 28;
        private const int AdminKeyAt = 36;
        private const int SecretAt = 68;
        private const int MidStatesAt = SecretAt + OtpGenerator.MaxSecretBytes;

        private readonly byte[] _midStates;

        /// <summary>Describes a credential. The arrays are taken over, not copied: <see cref="Clear"/> wipes them.</summary>
        /// <param name="status">Pending or locked.</param>
        /// <param name="id">Credential ID, normalised.</param>
        /// <param name="parameters">OTP parameters.</param>
        /// <param name="provisionedAt">Unix time at provisioning, in seconds; 0 when the token has no clock.</param>
        /// <param name="secret">Shared secret, 1 to 128 bytes.</param>
        /// <param name="adminKey">32 bytes.</param>
        public Credential(CredentialStatus status, string id, OtpParameters parameters, long provisionedAt, byte[] secret, byte[] adminKey)
            : this(status, id, parameters, provisionedAt, secret, adminKey, null)
        {
        }

        private Credential(
            CredentialStatus status, string id, OtpParameters parameters, long provisionedAt, byte[] secret, byte[] adminKey, byte[] midStates)
        {
            Status = status;
            Id = id;
            Parameters = parameters;
            ProvisionedAt = provisionedAt;
            Secret = secret;
            AdminKey = adminKey;
            _midStates = midStates;
        }

        /// <summary>How far it has come.</summary>
        public CredentialStatus Status { get; }

        /// <summary>12 upper-case letters and digits.</summary>
        public string Id { get; }

        /// <summary>OTP parameters.</summary>
        public OtpParameters Parameters { get; }

        /// <summary>Unix time at provisioning in seconds: no true clock is ever behind it.</summary>
        public long ProvisionedAt { get; }

        /// <summary>Shared secret. Never on a screen, on the line or in a message.</summary>
        public byte[] Secret { get; }

        /// <summary>Key of the challenge–response for SETTIME and ERASE.</summary>
        public byte[] AdminKey { get; }

        /// <summary>The payload of an erased record: no ID, no keys.</summary>
        public static byte[] ErasedPayload()
        {
            return new byte[PayloadBytes];
        }

        /// <summary>Reads a payload.</summary>
        /// <param name="payload"><see cref="PayloadBytes"/> bytes.</param>
        /// <param name="credential">The credential, or null.</param>
        /// <returns>False for an erased record or values out of range.</returns>
        public static bool TryRead(byte[] payload, out Credential credential)
        {
            return TryRead(payload, 0, out credential);
        }

        /// <summary>Reads a payload that stands inside a record.</summary>
        /// <param name="bytes">The record.</param>
        /// <param name="at">Where its payload begins.</param>
        /// <param name="credential">The credential, or null.</param>
        /// <returns>False for an erased record or values out of range.</returns>
        public static bool TryRead(byte[] bytes, int at, out Credential credential)
        {
            credential = null;
            CredentialStatus status = (CredentialStatus)bytes[at];
            OtpType type = (OtpType)bytes[at + 1];
            OtpAlgorithm algorithm = (OtpAlgorithm)bytes[at + 2];
            int digits = bytes[at + 3];
            int period = LittleEndian.ReadUInt16(bytes, at + 4);
            int secretBytes = bytes[at + 6];
            ulong counter = LittleEndian.ReadUInt64(bytes, at + CounterAt);
            string id = Ascii.GetString(bytes, at + IdAt, CredentialId.Length);
            if ((status != CredentialStatus.Pending && status != CredentialStatus.Locked)
                || !OtpParameters.AreValid(type, algorithm, digits, period, counter)
                || secretBytes < 1 || secretBytes > OtpGenerator.MaxSecretBytes
                || !CredentialId.IsValid(id))
            {
                return false;
            }

            byte[] secret = new byte[secretBytes];
            Array.Copy(bytes, at + SecretAt, secret, 0, secretBytes);
            byte[] adminKey = new byte[AdminKeyBytes];
            Array.Copy(bytes, at + AdminKeyAt, adminKey, 0, AdminKeyBytes);
            long provisionedAt = (long)LittleEndian.ReadUInt64(bytes, at + ProvisionedAtAt);
            OtpParameters parameters = new OtpParameters(type, algorithm, digits, period, counter);
            byte[] midStates = null;
            if (status == CredentialStatus.Locked && algorithm == OtpAlgorithm.Sha1)
            {
                midStates = new byte[HmacSha1.MidStateBytes];
                Array.Copy(bytes, at + MidStatesAt, midStates, 0, midStates.Length);
            }

            credential = new Credential(status, id, parameters, provisionedAt, secret, adminKey, midStates);
            return true;
        }

        /// <summary>Writes the payload under a status.</summary>
        /// <param name="status">Pending or locked.</param>
        /// <returns><see cref="PayloadBytes"/> bytes; they hold the secret: clear them after use.</returns>
        public byte[] ToPayload(CredentialStatus status)
        {
            byte[] payload = new byte[PayloadBytes];
            payload[0] = (byte)status;
            payload[1] = (byte)Parameters.Type;
            payload[2] = (byte)Parameters.Algorithm;
            payload[3] = (byte)Parameters.Digits;
            LittleEndian.WriteUInt16(payload, 4, Parameters.PeriodSeconds);
            payload[6] = (byte)Secret.Length;
            Array.Copy(Ascii.GetBytes(Id), 0, payload, IdAt, CredentialId.Length);
            LittleEndian.WriteUInt64(payload, CounterAt, Parameters.InitialCounter);
            LittleEndian.WriteUInt64(payload, ProvisionedAtAt, (ulong)ProvisionedAt);
            Array.Copy(AdminKey, 0, payload, AdminKeyAt, AdminKeyBytes);
            Array.Copy(Secret, 0, payload, SecretAt, Secret.Length);
            if (status == CredentialStatus.Locked && Parameters.Algorithm == OtpAlgorithm.Sha1)
            {
                HmacSha1 hmac = new HmacSha1(Secret);
                byte[] midStates = hmac.ToMidStates();
                Array.Copy(midStates, 0, payload, MidStatesAt, midStates.Length);
                Array.Clear(midStates, 0, midStates.Length);
                hmac.Clear();
            }

            return payload;
        }

        /// <summary>
        /// A generator of this credential's codes: from the mid-states that a locked record over SHA-1 carries, else from the secret.
        /// </summary>
        public OtpGenerator NewGenerator()
        {
            return _midStates != null
                ? new OtpGenerator(Parameters.Digits, _midStates)
                : new OtpGenerator(Parameters.Algorithm, Parameters.Digits, Secret);
        }

        /// <summary>Wipes both keys, and the mid-states with them.</summary>
        public void Clear()
        {
            Array.Clear(Secret, 0, Secret.Length);
            Array.Clear(AdminKey, 0, AdminKey.Length);
            if (_midStates != null)
            {
                Array.Clear(_midStates, 0, _midStates.Length);
            }
        }
    }
}
