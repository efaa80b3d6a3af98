using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;

namespace HwToken.NFUnitTest.Fakes
{
    /// <summary>Credentials with the RFC's public secrets.</summary>
    public static class Samples
    {
        public const string Id = "DPHT00000001";
        public const string Secret20 = "12345678901234567890";
        public const string Secret32 = "12345678901234567890123456789012";
        public const string Secret64 = "1234567890123456789012345678901234567890123456789012345678901234";

        /// <summary>The RFC 4226 secret as the KEY line carries it.</summary>
        public const string Secret20Hex = "3132333435363738393031323334353637383930";

        /// <summary>An admin key as the KEY line carries it: bytes 0 to 31.</summary>
        public const string AdminHex = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";

        public static byte[] AdminKey()
        {
            byte[] key;
            Hex.TryDecode(AdminHex, out key);
            return key;
        }

        public static Credential Hotp(ulong counter)
        {
            return Make(OtpType.Hotp, counter, 30, 0);
        }

        public static Credential Totp(long provisionedAt)
        {
            return Make(OtpType.Totp, 0, 30, provisionedAt);
        }

        /// <summary>A TOTP credential whose steps last longer than the hold-off.</summary>
        public static Credential TotpOf5Minutes(long provisionedAt)
        {
            return Make(OtpType.Totp, 0, 300, provisionedAt);
        }

        /// <summary>A generator over the RFC 4226 secret.</summary>
        public static OtpGenerator Generator()
        {
            return new OtpGenerator(OtpAlgorithm.Sha1, 6, Ascii.GetBytes(Secret20));
        }

        /// <summary>Commits a credential and its state into a store, past the line.</summary>
        public static void Commit(IStore store, Credential credential, OtpState state)
        {
            TokenRecords records = new TokenRecords(store);
            records.Load();
            records.TryCommit(records.StorePending(credential), state);
        }

        /// <summary>A board with a committed HOTP credential.</summary>
        public static FakeBoard HotpBoard(ulong counter)
        {
            FakeBoard board = new FakeBoard();
            Commit(board.FakeStore, Hotp(counter), OtpState.Fresh(counter));
            return board;
        }

        /// <summary>A board with a committed TOTP credential, provisioned when the board was made.</summary>
        public static FakeBoard TotpBoard()
        {
            FakeBoard board = new FakeBoard();
            Commit(board.FakeStore, Totp(FakeBoard.Start), OtpState.Fresh(TimeStep.At(FakeBoard.Start, 30)));
            return board;
        }

        /// <summary>The state that a board's flash holds.</summary>
        public static OtpState StateOf(FakeBoard board)
        {
            TokenRecords records = new TokenRecords(board.FakeStore);
            records.Load();
            return records.State;
        }

        private static Credential Make(OtpType type, ulong counter, int period, long provisionedAt)
        {
            OtpParameters parameters = new OtpParameters(type, OtpAlgorithm.Sha1, 6, period, counter);
            return new Credential(CredentialStatus.Pending, Id, parameters, provisionedAt, Ascii.GetBytes(Secret20), AdminKey());
        }
    }
}
