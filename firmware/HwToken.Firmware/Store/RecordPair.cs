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
        private readonly string _nameA;
        private readonly string _nameB;
        private readonly char _kind;
        private readonly int _payloadBytes;
        private int _newest;
        private uint _sequence;

        /// <summary>Names the two files; reads nothing yet.</summary>
        /// <param name="store">Where they lie.</param>
        /// <param name="nameA">One file.</param>
        /// <param name="nameB">The other.</param>
        /// <param name="kind">Kind letter of the record.</param>
        /// <param name="payloadBytes">Length of its payload.</param>
        public RecordPair(IStore store, string nameA, string nameB, char kind, int payloadBytes)
        {
            _store = store;
            _nameA = nameA;
            _nameB = nameB;
            _kind = kind;
            _payloadBytes = payloadBytes;
        }

        /// <summary>
        /// True after <see cref="Load"/> when a record is there but its twin is not the one written just before it: the
        /// newest may be lost.
        /// </summary>
        public bool IsDamaged { get; private set; }

        /// <summary>True after <see cref="Load"/> when the newest record stands in the first file.</summary>
        public bool IsFirstNewest
        {
            get { return _newest == 0; }
        }

        /// <summary>Reads both files.</summary>
        /// <returns>The newest record with its payload at <see cref="RecordFrame.HeaderBytes"/>, or null when both are
        /// absent. The caller clears it.</returns>
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
            if (older != null)
            {
                Array.Clear(older, 0, older.Length);
            }

            return newest;
        }

        /// <summary>
        /// Reads the first file alone, for whoever knows that both hold the same. Nothing may be saved after it without <see cref="Load"/>.
        /// </summary>
        /// <returns>The record, or null when that file is absent. The caller clears it.</returns>
        public byte[] LoadFirst()
        {
            uint sequence;
            return Read(0, out sequence);
        }

        /// <summary>Overwrites the older file with the newest record's payload if it holds another one. <see cref="Load"/> comes first.</summary>
        /// <param name="payload">The newest record's payload.</param>
        public void Level(byte[] payload)
        {
            uint sequence;
            byte[] older = Read(1 - _newest, out sequence);
            if (older != null)
            {
                bool isSame = IsSamePayload(older, payload);
                Array.Clear(older, 0, older.Length);
                if (!isSame)
                {
                    TrySave(payload);
                }
            }
        }

        /// <summary>Writes the older file. <see cref="Load"/> comes first.</summary>
        /// <param name="payload">The record.</param>
        /// <returns>False when flash does not hold it afterwards; the former record is still there then.</returns>
        public bool TrySave(byte[] payload)
        {
            int target = 1 - _newest;
            byte[] record = RecordFrame.Encode(_kind, _sequence + 1, payload);
            string name = Name(target);
            byte[] back = _store.TryWrite(name, record) ? _store.Read(name) : null;
            bool isSaved = ConstantTime.AreEqual(back, record);
            Array.Clear(record, 0, record.Length);
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

        private static bool IsSamePayload(byte[] record, byte[] payload)
        {
            for (int i = 0; i < payload.Length; i++)
            {
                if (record[RecordFrame.HeaderBytes + i] != payload[i])
                {
                    return false;
                }
            }

            return true;
        }

        private string Name(int index)
        {
            return index == 0 ? _nameA : _nameB;
        }

        /// <returns>Null when it is absent.</returns>
        private byte[] Read(int index, out uint sequence)
        {
            byte[] record = _store.Read(Name(index));
            if (RecordFrame.IsWhole(record, _kind, _payloadBytes, out sequence))
            {
                return record;
            }

            if (record != null)
            {
                Array.Clear(record, 0, record.Length);
            }

            return null;
        }
    }
}
