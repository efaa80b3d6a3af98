using System;
using HwToken.Core.Text;
using HwToken.Firmware.Board;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>Files in memory. Writes can fail, or the power can be cut at a chosen write or deletion.</summary>
    public sealed class FakeStore : IStore
    {
        private const int MostFiles = 8;

        /// <summary>Writes and deletions since the board was made.</summary>
        public int Operations;

        /// <summary>Every write is refused.</summary>
        public bool IsBroken;

        /// <summary>Every write says that it is done, and is not.</summary>
        public bool Forgets;

        /// <summary>Every deletion is refused.</summary>
        public bool KeepsFiles;

        /// <summary>Reading a file longer than this finds no memory; 0: memory is endless.</summary>
        public int Memory;

        /// <summary>What the last write of <see cref="WatchedName"/> held.</summary>
        public byte[] LastWritten;

        /// <summary>The file whose writes are kept.</summary>
        public string WatchedName;

        /// <summary>Reading this file is a fault of the test's.</summary>
        public string UnreadableName;

        private readonly string[] _names = new string[MostFiles];
        private readonly byte[][] _contents = new byte[MostFiles][];
        private int _cutAt;
        private CutMode _cutMode;
        private bool _isOff;

        public FakeStore()
        {
            // A free slot is an empty name: comparing an array's untouched string crashes the interpreter.
            for (int i = 0; i < MostFiles; i++)
            {
                _names[i] = string.Empty;
            }
        }

        /// <summary>Cuts the power at the n-th write or deletion from now on; 0: never.</summary>
        public void CutAt(int n, CutMode mode)
        {
            _cutAt = n == 0 ? 0 : Operations + n;
            _cutMode = mode;
        }

        /// <summary>The power is back.</summary>
        public void PowerUp()
        {
            _isOff = false;
        }

        public byte[] Read(string name)
        {
            int slot = Find(name);
            if (slot < 0)
            {
                return null;
            }

            if (Memory != 0 && _contents[slot].Length > Memory)
            {
                throw new OutOfMemoryException();
            }

            if (name == UnreadableName)
            {
                throw new Exception("Read although it must not be: " + name);
            }

            return Copy(_contents[slot], _contents[slot].Length);
        }

        public bool TryWrite(string name, byte[] content)
        {
            if (IsBroken)
            {
                return false;
            }

            if (Forgets)
            {
                return true;
            }

            bool isCut = Count();
            if (isCut && _cutMode == CutMode.Before)
            {
                throw new PowerCut();
            }

            if (name == WatchedName)
            {
                LastWritten = Copy(content, content.Length);
            }

            Put(name, isCut && _cutMode == CutMode.Torn ? Copy(content, content.Length / 2) : content);
            if (isCut)
            {
                throw new PowerCut();
            }

            return true;
        }

        public bool TryDelete(string name)
        {
            int slot = Find(name);
            if (slot < 0)
            {
                return true;
            }

            if (KeepsFiles)
            {
                return false;
            }

            bool isCut = Count();
            if (isCut && _cutMode != CutMode.After)
            {
                throw new PowerCut();
            }

            _names[slot] = string.Empty;
            if (isCut)
            {
                throw new PowerCut();
            }

            return true;
        }

        /// <summary>True when there is such a file.</summary>
        public bool Holds(string name)
        {
            return Find(name) >= 0;
        }

        /// <summary>Puts a file there, as from outside: no operation of the token's.</summary>
        public void Put(string name, byte[] content)
        {
            int slot = Find(name);
            for (int i = 0; slot < 0 && i < MostFiles; i++)
            {
                if (_names[i].Length == 0)
                {
                    slot = i;
                }
            }

            _names[slot] = name;
            _contents[slot] = Copy(content, content.Length);
        }

        /// <summary>Takes a file away, as from outside.</summary>
        public void Remove(string name)
        {
            int slot = Find(name);
            if (slot >= 0)
            {
                _names[slot] = string.Empty;
            }
        }

        /// <summary>Leaves the beginning of a file.</summary>
        public void Shorten(string name, int bytes)
        {
            int slot = Find(name);
            _contents[slot] = Copy(_contents[slot], bytes);
        }

        /// <summary>All files in the order of their slots, in hexadecimal: for comparing what flash holds.</summary>
        public string Fingerprint()
        {
            string text = string.Empty;
            for (int i = 0; i < MostFiles; i++)
            {
                text += _names[i].Length == 0 ? string.Empty : _names[i] + "=" + Hex.Encode(_contents[i]) + ";";
            }

            return text;
        }

        /// <summary>Turns one byte of a file over.</summary>
        public void Damage(string name, int at)
        {
            _contents[Find(name)][at] ^= 0x40;
        }

        private static byte[] Copy(byte[] bytes, int count)
        {
            byte[] copy = new byte[count];
            Array.Copy(bytes, copy, count);
            return copy;
        }

        /// <summary>True when the power goes at this operation. Without power nothing happens, not even in a finally.</summary>
        private bool Count()
        {
            if (_isOff)
            {
                throw new PowerCut();
            }

            Operations++;
            _isOff = Operations == _cutAt;
            return _isOff;
        }

        private int Find(string name)
        {
            for (int i = 0; i < MostFiles; i++)
            {
                string found = _names[i];
                if (found != null && found == name)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
