using System;
using HwToken.Core;
using HwToken.Core.Records;
using HwToken.Firmware.Board;

namespace HwToken.Firmware.Store
{
    /// <summary>
    /// One record in two files that are written in turn. The older one is overwritten, closed and read back, so the newer one
    /// is whole whatever happens to the power. What is missing, empty or damaged is absent.
    /// </summary>
    public sealed class RecordPair
    {
        private readonly IStore _store;
        private readonly string[] _names;
        private readonly char _kind;
        private readonly int _payloadBytes;
        private int _newest;
        private uint _sequence;

        /// <summary>Names the two files; reads nothing yet.</summary>
        /// <param name="store">Where they lie.</param>
        /// <param name="name">Stem of both names.</param>
        /// <param name="kind">Kind letter of the record.</param>
        /// <param name="payloadBytes">Length of its payload.</param>
        public RecordPair(IStore store, string name, char kind, int payloadBytes)
        {
            _store = store;
            _names = new string[] { name + "-a", name + "-b" };
            _kind = kind;
            _payloadBytes = payloadBytes;
        }

        /// <summary>
        /// True after <see cref="Load"/> when a record is there but its twin is not the one written just before it: the
        /// newest may be lost.
        /// </summary>
        public bool IsDamaged { get; private set; }

        /// <summary>True after <see cref="Load"/> when the twin still holds something else than the newest record.</summary>
        public bool IsTwinDifferent { get; private set; }

        /// <summary>Reads both files.</summary>
        /// <returns>The newest payload, or null when both are absent.</returns>
        public byte[] Load()
        {
            uint first, second;
            byte[] a = Read(0, out first);
            byte[] b = Read(1, out second);
            _newest = b != null && (a == null || second > first) ? 1 : 0;
            _sequence = _newest == 1 ? second : first;
            byte[] newest = _newest == 1 ? b : a;
            byte[] older = _newest == 1 ? a : b;
            uint olderSequence = _newest == 1 ? first : second;
            IsDamaged = newest != null && (older == null || olderSequence + 1 != _sequence);
            IsTwinDifferent = older != null && !ConstantTime.AreEqual(older, newest);
            if (older != null)
            {
                Array.Clear(older, 0, older.Length);
            }

            return newest;
        }

        /// <summary>Writes the older file. <see cref="Load"/> comes first.</summary>
        /// <param name="payload">The record.</param>
        /// <returns>False when flash does not hold it afterwards; the former record is still there then.</returns>
        public bool TrySave(byte[] payload)
        {
            int target = 1 - _newest;
            byte[] record = RecordFrame.Encode(_kind, _sequence + 1, payload);
            bool isSaved = _store.TryWrite(_names[target], record);
            Array.Clear(record, 0, record.Length);
            if (!isSaved)
            {
                return false;
            }

            uint sequence;
            byte[] back = Read(target, out sequence);
            isSaved = sequence == _sequence + 1 && ConstantTime.AreEqual(back, payload);
            if (back != null)
            {
                Array.Clear(back, 0, back.Length);
            }

            if (isSaved)
            {
                _newest = target;
                _sequence++;
            }

            return isSaved;
        }

        /// <summary>Writes both files, so that nothing older is left and the pair is whole.</summary>
        /// <returns>False when flash does not hold both afterwards.</returns>
        public bool TrySaveBoth(byte[] payload)
        {
            bool isSaved = TrySave(payload) && TrySave(payload);
            IsDamaged = IsDamaged && !isSaved;
            return isSaved;
        }

        private byte[] Read(int index, out uint sequence)
        {
            byte[] record = _store.Read(_names[index]);
            byte[] payload;
            RecordFrame.TryDecode(record, _kind, _payloadBytes, out sequence, out payload);
            if (record != null)
            {
                Array.Clear(record, 0, record.Length);
            }

            return payload;
        }
    }
}
