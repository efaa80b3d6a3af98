using System;
using HwToken.Core.Records;
using HwToken.Firmware.Board;

namespace HwToken.Firmware.Store
{
    /// <summary>The two records of a token: its credential, and the state that moves with every code.</summary>
    public sealed class TokenRecords
    {
        private readonly RecordPair _credentialPair;
        private readonly RecordPair _statePair;

        /// <summary>Reads nothing yet.</summary>
        public TokenRecords(IStore store)
        {
            _credentialPair = new RecordPair(store, "credential-a", "credential-b", Credential.Kind, Credential.PayloadBytes);
            _statePair = new RecordPair(store, "state-a", "state-b", OtpState.Kind, OtpState.PayloadBytes);
        }

        /// <summary>The committed credential, or null: the token is blank.</summary>
        public Credential Credential { get; private set; }

        /// <summary>The credential's state, or null when it is lost.</summary>
        public OtpState State { get; private set; }

        /// <summary>True when the newest state may be lost: the one that is left may be behind the last code.</summary>
        public bool IsStateDamaged
        {
            get { return _statePair.IsDamaged; }
        }

        /// <summary>Reads both records from flash, and finishes what a power cut left half done.</summary>
        public void Load()
        {
            Credential stored = LoadStoredCredential();
            Credential = stored != null && stored.Status == CredentialStatus.Locked ? stored : null;
            if (stored == null)
            {
                // An erasure may have been cut short: the newest record says erased, its twin still holds the keys.
                _credentialPair.Level(Credential.ErasedPayload());
            }

            LoadState();
        }

        /// <summary>
        /// Reads what a press needs: both states, and of the credential one copy where two are alike. A wake from sleep follows a run that
        /// was not cut, and a locked record in the first file is the newest: an erasure overwrites that file first.
        /// </summary>
        public void LoadForPress()
        {
            Credential stored = Open(_credentialPair.LoadFirst());
            if (stored == null || stored.Status != CredentialStatus.Locked)
            {
                Load();
                return;
            }

            Credential = stored;
            LoadState();
        }

        /// <summary>Makes a new state durable.</summary>
        /// <returns>False when flash does not hold it: no code may be drawn.</returns>
        public bool TrySaveState(OtpState state)
        {
            bool isSaved = _statePair.TrySave(state.ToPayload());
            if (isSaved)
            {
                State = state;
            }

            return isSaved;
        }

        /// <summary>Makes a state durable in both files: whatever was there before is gone.</summary>
        public bool TryReplaceState(OtpState state)
        {
            bool isSaved = _statePair.TrySaveBoth(state.ToPayload());
            if (isSaved)
            {
                State = state;
            }

            return isSaved;
        }

        /// <summary>Writes a credential that is not committed yet. The token stays blank.</summary>
        /// <returns>What flash holds afterwards, read back; null when it did not take it.</returns>
        public Credential StorePending(Credential credential)
        {
            return TrySaveCredential(credential, CredentialStatus.Pending) ? LoadStoredCredential() : null;
        }

        /// <summary>Commits a credential: its state first, then the locked record, last a second copy of it.</summary>
        /// <param name="credential">The credential, as flash holds it.</param>
        /// <param name="state">Its first state.</param>
        /// <returns>False when flash did not take it: the token stays blank.</returns>
        public bool TryCommit(Credential credential, OtpState state)
        {
            if (!TryReplaceState(state))
            {
                return false;
            }

            byte[] payload = credential.ToPayload(CredentialStatus.Locked);
            bool isSaved = _credentialPair.TrySave(payload);
            if (isSaved)
            {
                // From here on the token is locked. The second copy only replaces the pending one.
                _credentialPair.TrySave(payload);
            }

            Array.Clear(payload, 0, payload.Length);
            LoadForPress();
            return Credential != null;
        }

        /// <summary>
        /// Erases the credential: a newer record says that there is none, then it overwrites the old one too. The first file goes first,
        /// because a press reads it alone.
        /// </summary>
        /// <returns>False when flash still holds it.</returns>
        public bool TryErase()
        {
            Credential stored = LoadStoredCredential();
            bool isErased = !_credentialPair.IsFirstNewest || stored == null || TrySaveCredential(stored, stored.Status);
            if (stored != null)
            {
                stored.Clear();
            }

            isErased = isErased && _credentialPair.TrySaveBoth(Credential.ErasedPayload());
            Load();
            return isErased && Credential == null;
        }

        private void LoadState()
        {
            byte[] state = _statePair.Load();
            State = state == null ? null : OtpState.Read(state, RecordFrame.HeaderBytes);
        }

        private bool TrySaveCredential(Credential credential, CredentialStatus status)
        {
            byte[] payload = credential.ToPayload(status);
            bool isSaved = _credentialPair.TrySave(payload);
            Array.Clear(payload, 0, payload.Length);
            return isSaved;
        }

        private Credential LoadStoredCredential()
        {
            return Open(_credentialPair.Load());
        }

        /// <summary>Takes a record apart and clears it.</summary>
        private static Credential Open(byte[] record)
        {
            Credential stored;
            if (record == null || !Credential.TryRead(record, RecordFrame.HeaderBytes, out stored))
            {
                stored = null;
            }

            if (record != null)
            {
                Array.Clear(record, 0, record.Length);
            }

            return stored;
        }
    }
}
